using Komeji.Domain.Common;

namespace Komeji.Domain.Messages;

/// <summary>Who speaks: the buyer, or the shop by whoever works there.</summary>
public enum ChatSide
{
    Buyer,
    Shop,
}

/// <summary>What a conversation is about: an order or a product of one shop.</summary>
/// <param name="Title">The order's number or the product's name, as it was when they began.</param>
public sealed record ChatAbout(StoreId Store, UserId Buyer, OrderId? Order, ProductId? Product, string Title)
{
    /// <summary>A buyer has one conversation about a thing.</summary>
    public string Topic => Order is { } order ? $"pesanan:{order.Value}" : $"produk:{Product!.Value.Value}";
}

/// <param name="FollowUp">What the buyer says within this time after an answer is no new question, unless it asks.</param>
/// <param name="ShopIsAway">On holiday, so that nobody expects an answer.</param>
public sealed record ChatTerms(TimeSpan FollowUp, bool ShopIsAway);

/// <summary>What a buyer and a shop say to each other about one order or product (Percakapan).</summary>
public sealed class Conversation : Aggregate
{
    const string TakenAway = "Pesan dihapus petugas";

    readonly List<ChatWait> waits = [];

    Conversation() { }

    public ConversationId Id { get; private set; }
    public StoreId StoreId { get; private set; }
    public UserId BuyerId { get; private set; }

    /// <summary>As the shop knows her: whole about an order, else first name and an initial.</summary>
    public string BuyerName { get; private set; } = "";
    public OrderId? OrderId { get; private set; }
    public ProductId? ProductId { get; private set; }
    public string Topic { get; private set; } = "";
    public string Title { get; private set; } = "";
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset LastAt { get; private set; }
    public ChatSide LastSide { get; private set; }

    /// <summary>Beginning of the newest message.</summary>
    public string LastWords { get; private set; } = "";
    public DateTimeOffset? LastAnswerAt { get; private set; }

    /// <summary>Messages of the shop the buyer has not seen.</summary>
    public int UnreadByBuyer { get; private set; }
    public int UnreadByShop { get; private set; }

    /// <summary>Since when the buyer is not told of new messages; null while she is.</summary>
    public DateTimeOffset? MutedByBuyerAt { get; private set; }
    public DateTimeOffset? MutedByShopAt { get; private set; }

    /// <summary>How long the buyer waited for answers; of what is loaded the one that runs.</summary>
    public IReadOnlyList<ChatWait> Waits => waits;

    /// <param name="buyer">The buyer's full name.</param>
    public static Conversation Begin(ChatAbout about, string buyer, DateTimeOffset now) => new()
    {
        Id = ConversationId.New(now),
        StoreId = about.Store,
        BuyerId = about.Buyer,
        BuyerName = about.Order is null ? Short(buyer) : buyer,
        OrderId = about.Order,
        ProductId = about.Product,
        Topic = about.Topic,
        Title = about.Title,
        StartedAt = now,
        LastAt = now,
    };

    /// <summary>Whoever speaks has read what the other said.</summary>
    public ChatMessage Say(ChatSide side, Actor by, ChatDraft draft, ChatTerms terms, DateTimeOffset now)
    {
        var message = ChatMessage.Write(Id, side, by, draft, now);
        (LastAt, LastSide, LastWords) = (now, side, message.Preview);
        Read(side);
        if (side == ChatSide.Buyer)
        {
            UnreadByShop++;
            Ask(message.Text, terms, now);
        }
        else
        {
            UnreadByBuyer++;
            LastAnswerAt = now;
            waits.Find(w => w.AnsweredAt is null)?.Answer(message.AuthorId, now);
        }

        return message;
    }

    /// <summary>Whether a side is to be told of what was just said: once for all it has not read, and not where it is muted.</summary>
    public bool NeedsNews(ChatSide side) => side == ChatSide.Buyer
        ? UnreadByBuyer == 1 && MutedByBuyerAt is null
        : UnreadByShop == 1 && MutedByShopAt is null;

    public int Unread(ChatSide side) => side == ChatSide.Buyer ? UnreadByBuyer : UnreadByShop;

    public void Read(ChatSide side) => (UnreadByBuyer, UnreadByShop) = side == ChatSide.Buyer ? (0, UnreadByShop) : (UnreadByBuyer, 0);

    /// <summary>A side is no longer told of new messages, or is again. They arrive all the same.</summary>
    public void Mute(ChatSide side, bool muted, DateTimeOffset now)
    {
        var since = muted ? now : (DateTimeOffset?)null;
        (MutedByBuyerAt, MutedByShopAt) = side == ChatSide.Buyer ? (since, MutedByShopAt) : (MutedByBuyerAt, since);
    }

    /// <summary>An officer takes a message away.</summary>
    public void Remove(ChatMessage message, UserId by, string reason, DateTimeOffset now)
    {
        if (LastAt == message.At && LastSide == message.Side)
        {
            LastWords = TakenAway;
        }

        message.Remove(by, reason, now);
    }

    void Ask(string text, ChatTerms terms, DateTimeOffset now)
    {
        var counts = !terms.ShopIsAway
            && (LastAnswerAt is not { } answered || now - answered >= terms.FollowUp || text.Contains('?', StringComparison.Ordinal));
        if (waits.Find(w => w.AnsweredAt is null) is { } open)
        {
            open.AskMore(counts, now);
        }
        else
        {
            waits.Add(new ChatWait(Id, StoreId, counts, now));
        }
    }

    static string Short(string name) => PlainText.Name(name).Split(' ') switch
    {
        [{ Length: > 0 } first, { Length: > 0 } second, ..] => $"{first} {PlainText.Cut(second, char.IsHighSurrogate(second[0]) ? 2 : 1)}.",
        [{ Length: > 0 } only] => only,
        _ => "Pembeli",
    };
}

/// <summary>From a buyer's question to the shop's answer. How fast a shop answers is read from these.</summary>
public sealed class ChatWait
{
    ChatWait() { }

    internal ChatWait(ConversationId conversation, StoreId store, bool counts, DateTimeOffset now) =>
        (Id, ConversationId, StoreId, Counts, AskedAt) = (ChatWaitId.New(now), conversation, store, counts, now);

    public ChatWaitId Id { get; private set; }
    public ConversationId ConversationId { get; private set; }
    public StoreId StoreId { get; private set; }

    /// <summary>Asked while the shop was not on holiday, and not a mere word after an answer.</summary>
    public bool Counts { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public UserId? AnsweredBy { get; private set; }

    /// <summary>A word after an answer becomes a question when the buyer asks more; a question stays what it was.</summary>
    internal void AskMore(bool counts, DateTimeOffset now)
    {
        if (counts && !Counts)
        {
            (Counts, AskedAt) = (true, now);
        }
    }

    internal void Answer(UserId by, DateTimeOffset now) => (AnsweredAt, AnsweredBy) = (now, by);
}
