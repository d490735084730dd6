using Komeji.Domain.Common;

namespace Komeji.Domain.Catalog;

public enum ListingFlagState
{
    Open,
    Cleared,
    Withheld,
}

/// <summary>Words in a listing that a person of the cooperative looks at. The listing stays on display until that person decides.</summary>
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
    public string Note { get; private set; } = "";

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

    /// <exception cref="RuleBroken"><c>flag.decided</c></exception>
    public void Clear(UserId by, DateTimeOffset now) => Decide(ListingFlagState.Cleared, by, "", now);

    /// <exception cref="RuleBroken"><c>flag.decided</c>, <c>flag.reason</c></exception>
    public void Withhold(UserId by, string reason, DateTimeOffset now) =>
        Decide(ListingFlagState.Withheld, by, reason.Trim() is { Length: >= 10 and <= 200 } told ? told : throw new RuleBroken("flag.reason", "Tulis alasan untuk penjual, 10 sampai 200 huruf."), now);

    void Decide(ListingFlagState to, UserId by, string note, DateTimeOffset now)
    {
        if (State != ListingFlagState.Open)
        {
            throw new RuleBroken("flag.decided", "Produk ini sudah diputuskan orang lain. Muat ulang daftarnya.");
        }

        (State, DecidedBy, DecidedAt, Note) = (to, by, now, note);
    }
}
