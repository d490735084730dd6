using Komeji.Domain.Common;

namespace Komeji.Domain.Messages;

/// <summary>A text a shop often answers with (Balasan cepat).</summary>
public sealed class QuickReply : Aggregate
{
    public const int LongestTitle = 40;
    public const int LongestText = 1_000;

    QuickReply() { }

    public QuickReplyId Id { get; private set; }
    public StoreId StoreId { get; private set; }
    public string Title { get; private set; } = "";
    public string Text { get; private set; } = "";

    /// <exception cref="RuleBroken"><c>reply.title</c>, <c>reply.text</c>, <c>chat.hidden</c></exception>
    public static QuickReply Make(StoreId store, string title, string text, DateTimeOffset now)
    {
        var reply = new QuickReply { Id = QuickReplyId.New(now), StoreId = store };
        reply.Write(title, text);
        return reply;
    }

    /// <exception cref="RuleBroken"><c>reply.title</c>, <c>reply.text</c>, <c>chat.hidden</c></exception>
    public void Write(string title, string text)
    {
        Title = PlainText.Name(title) is { Length: >= 2 and <= LongestTitle } named ? named : throw new RuleBroken("reply.title", $"Judul balasan 2 sampai {LongestTitle} huruf.");
        Text = ChatDraft.Plain(text) is { Length: > 0 and <= LongestText } told ? told : throw new RuleBroken("reply.text", "Isi balasan 1 sampai 1.000 huruf.");
    }
}
