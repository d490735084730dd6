using Komeji.Domain.Common;

namespace Komeji.Domain.Catalog;

public enum ListingFlagState
{
    Open,
    Cleared,
    Withheld,

    /// <summary>Withheld, and the seller asks that somebody looks again.</summary>
    AskedAgain,

    /// <summary>Named like a listing of the same shop that was taken off display; it is kept off until a person has looked.</summary>
    Held,
}

/// <summary>The legal moves of a flag. A diagram in docs/domain/seller.md shows the same, and a test compares them.</summary>
public static class ListingFlagMoves
{
    public static IReadOnlyList<ListingFlagState> From(ListingFlagState state) => state switch
    {
        ListingFlagState.Open => [ListingFlagState.Cleared, ListingFlagState.Withheld],
        ListingFlagState.Withheld => [ListingFlagState.AskedAgain, ListingFlagState.Cleared],
        ListingFlagState.AskedAgain => [ListingFlagState.Cleared, ListingFlagState.Withheld],
        ListingFlagState.Held => [ListingFlagState.Cleared, ListingFlagState.Withheld],
        ListingFlagState.Cleared => [],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

/// <summary>
/// What a person of the cooperative looks at: words in a listing, which stays on display until that person decides, or a name like
/// one that was taken off display, which does not.
/// </summary>
public sealed class ListingFlag : Aggregate
{
    ListingFlag() { }

    public ListingFlagId Id { get; private set; }
    public ProductId ProductId { get; private set; }

    /// <summary>The listing's name when it was flagged; another name is looked at anew.</summary>
    public string Name { get; private set; } = "";
    public string Words { get; private set; } = "";
    public string Reason { get; private set; } = "";
    public string Source { get; private set; } = "";
    public ListingFlagState State { get; private set; }
    public DateTimeOffset FlaggedAt { get; private set; }
    public UserId? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>To the seller: why it was taken off display; of a held one, why the listing it is named like was.</summary>
    public string Note { get; private set; } = "";

    /// <summary>The seller's answer to it; empty when there is none.</summary>
    public string Plea { get; private set; } = "";
    public DateTimeOffset? PleadedAt { get; private set; }

    public static ListingFlag Of(ProductFlagged fact) => new()
    {
        Id = ListingFlagId.New(fact.At),
        ProductId = fact.Product,
        Name = fact.Name,
        Words = fact.Flag.Words,
        Reason = fact.Flag.Reason,
        Source = fact.Flag.Source,
        FlaggedAt = fact.At,
    };

    /// <param name="like">Of the listing whose name it has.</param>
    public static ListingFlag Hold(ProductId product, string name, ListingFlag like, DateTimeOffset now) => new()
    {
        Id = ListingFlagId.New(now),
        ProductId = product,
        Name = name,
        Words = like.Words,
        Reason = PlainText.Cut($"Seperti “{like.Name}” yang diturunkan. {like.Reason}", 200),
        Source = like.Source,
        State = ListingFlagState.Held,
        FlaggedAt = now,
        Note = like.Note,
    };

    /// <summary>It may be on display: as it is, or again.</summary>
    /// <exception cref="RuleBroken"><c>flag.decided</c></exception>
    public void Clear(UserId by, DateTimeOffset now)
    {
        Move(ListingFlagState.Cleared);
        (DecidedBy, DecidedAt) = (by, now);
    }

    /// <summary>Asked again, somebody else decides than who decided before.</summary>
    /// <exception cref="RuleBroken"><c>flag.decided</c>, <c>flag.reason</c>, <c>flag.own_decision</c></exception>
    public void Withhold(UserId by, string reason, DateTimeOffset now)
    {
        if (State == ListingFlagState.AskedAgain && DecidedBy == by)
        {
            throw new RuleBroken("flag.own_decision", "Anda yang menurunkan produk ini, jadi petugas lain yang menjawab permintaan tinjau ulangnya. Anda tetap boleh melepasnya.");
        }

        var note = Told(reason, 200, "flag.reason", "Tulis alasan untuk penjual, 10 sampai 200 huruf.");
        Move(ListingFlagState.Withheld);
        (DecidedBy, DecidedAt, Note) = (by, now, note);
    }

    /// <summary>The seller says what was mended, or why the decision is wrong.</summary>
    /// <exception cref="RuleBroken"><c>flag.decided</c>, <c>flag.plea</c></exception>
    public void AskAgain(string plea, DateTimeOffset now)
    {
        var told = Told(plea, 500, "flag.plea", "Tulis apa yang sudah Anda perbaiki atau mengapa produknya boleh dijual, 10 sampai 500 huruf.");
        Move(ListingFlagState.AskedAgain);
        (Plea, PleadedAt) = (told, now);
    }

    static string Told(string text, int most, string code, string refusal) =>
        text.Trim() is { Length: >= 10 } told && told.Length <= most ? told : throw new RuleBroken(code, refusal);

    void Move(ListingFlagState to)
    {
        if (!ListingFlagMoves.From(State).Contains(to))
        {
            throw new RuleBroken("flag.decided", "Produk ini sudah diputuskan orang lain. Muat ulang daftarnya.");
        }

        State = to;
    }
}
