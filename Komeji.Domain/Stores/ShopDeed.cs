using Komeji.Domain.Common;

namespace Komeji.Domain.Stores;

/// <summary>
/// Something somebody did in a seller's place: staff in her shop, or a mentor in a session. Appended with the change itself, never changed;
/// what the seller does herself is not written here.
/// </summary>
public sealed class ShopDeed
{
    ShopDeed() { }

    /// <param name="by">Who, as what, and for which seller.</param>
    /// <param name="session">Of a mentor.</param>
    public ShopDeed(Actor by, MentoringId? session, string what, DeedThing thing, DateTimeOffset at)
    {
        SellerId = new UserId(by.OnBehalfOf!.Value);
        PersonId = new UserId(by.UserId!.Value);
        Role = by.Role;
        SessionId = session;
        What = what;
        Thing = thing.Kind;
        ThingId = thing.Id;
        At = at;
    }

    public long Id { get; private set; }

    /// <summary>In whose place; she has one shop at most.</summary>
    public UserId SellerId { get; private set; }
    public UserId PersonId { get; private set; }

    /// <summary>As what: <c>staf_toko</c> or <c>pendamping</c>.</summary>
    public string Role { get; private set; } = "";
    public MentoringId? SessionId { get; private set; }

    /// <summary>Name of the request.</summary>
    public string What { get; private set; } = "";

    /// <summary>What kind of thing it was done to; empty is the shop or the seller's own facts.</summary>
    public string Thing { get; private set; } = "";

    /// <summary>Which one: an id, an order's number, or a kind of paper.</summary>
    public string ThingId { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}

/// <summary>To what something was done.</summary>
public readonly record struct DeedThing(string Kind, string Id)
{
    public const string Product = "produk";
    public const string Shelf = "etalase";
    public const string Import = "impor";
    public const string Paper = "dokumen";
    public const string Scan = "berkas";
    public const string Order = "pesanan";
    public const string Complaint = "komplain";
    public const string District = "daerah_antar";

    /// <summary>The shop, or the seller's own facts.</summary>
    public static readonly DeedThing Shop = new("", "");
}
