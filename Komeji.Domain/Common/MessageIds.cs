namespace Komeji.Domain.Common;

public readonly record struct ConversationId(Guid Value)
{
    public static ConversationId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct ChatMessageId(Guid Value)
{
    public static ChatMessageId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct ChatPictureId(Guid Value)
{
    public static ChatPictureId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct ChatWaitId(Guid Value)
{
    public static ChatWaitId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct ChatReportId(Guid Value)
{
    public static ChatReportId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct QuickReplyId(Guid Value)
{
    public static QuickReplyId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}
