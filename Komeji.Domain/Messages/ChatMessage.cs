using Komeji.Domain.Common;

namespace Komeji.Domain.Messages;

/// <summary>One message (Pesan). It is never changed; an officer may take it away, and then both sides see that and why.</summary>
public sealed class ChatMessage : Aggregate
{
    public const int LongestReason = 300;
    const int PreviewLength = 120;

    readonly List<ChatPicture> pictures = [];

    ChatMessage() { }

    public ChatMessageId Id { get; private set; }
    public ConversationId ConversationId { get; private set; }
    public ChatSide Side { get; private set; }

    /// <summary>Who wrote it. The buyer sees the shop's name only.</summary>
    public UserId AuthorId { get; private set; }

    /// <summary>As what: <c>pembeli</c>, <c>penjual</c> or <c>staf_toko</c>.</summary>
    public string AuthorRole { get; private set; } = "";
    public string Text { get; private set; } = "";
    public ChatWarnings Warnings { get; private set; }
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset? RemovedAt { get; private set; }
    public UserId? RemovedBy { get; private set; }

    /// <summary>Told to both sides; empty while it is there.</summary>
    public string RemovalReason { get; private set; } = "";

    public IReadOnlyList<ChatPicture> Pictures => pictures;

    /// <summary>Its beginning on one line.</summary>
    internal string Preview => Text.Length > 0
        ? PlainText.Cut(string.Join(' ', Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), PreviewLength)
        : $"{pictures.Count} foto";

    internal static ChatMessage Write(ConversationId conversation, ChatSide side, Actor by, ChatDraft draft, DateTimeOffset now)
    {
        var message = new ChatMessage
        {
            Id = ChatMessageId.New(now),
            ConversationId = conversation,
            Side = side,
            AuthorId = new UserId(by.UserId ?? throw new InvalidOperationException("A person writes.")),
            AuthorRole = by.Role,
            Text = draft.Text,
            Warnings = ChatWarning.In(draft.Text),
            At = now,
        };
        message.pictures.AddRange(draft.Pictures.Select((key, position) => new ChatPicture(message.Id, key, position, now)));
        return message;
    }

    /// <summary>An officer takes it away after a report.</summary>
    internal void Remove(UserId by, string reason, DateTimeOffset now)
    {
        if (RemovedAt is null)
        {
            (RemovedAt, RemovedBy, RemovalReason) = (now, by, reason);
        }
    }
}

/// <summary>A picture sent with a message, for the two sides alone.</summary>
public sealed class ChatPicture
{
    ChatPicture() { }

    internal ChatPicture(ChatMessageId message, string key, int position, DateTimeOffset now) =>
        (Id, MessageId, FileKey, Position) = (ChatPictureId.New(now), message, key, position);

    public ChatPictureId Id { get; private set; }
    public ChatMessageId MessageId { get; private set; }
    public string FileKey { get; private set; } = "";

    /// <summary>From 0.</summary>
    public int Position { get; private set; }
}
