using Komeji.Domain.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Domain.Returns;

/// <summary>Pieces of one order line on their way back.</summary>
public sealed class ReturnLine
{
    ReturnLine() { }

    internal ReturnLine(GoodsReturnId returnId, OrderLine line, int pieces, Rupiah agreed) =>
        (GoodsReturnId, OrderLineId, VariantId, Pieces, Agreed) = (returnId, line.Id, line.VariantId, pieces, agreed);

    public GoodsReturnId GoodsReturnId { get; private set; }
    public OrderLineId OrderLineId { get; private set; }
    public VariantId VariantId { get; private set; }
    public int Pieces { get; private set; }

    /// <summary>What goes back to the buyer when all of them come back; zero where they are exchanged or repaired.</summary>
    public Rupiah Agreed { get; private set; }

    /// <summary>Of the pieces that came, what the shop sells again.</summary>
    public int Sellable { get; private set; }

    /// <summary>Came, and cannot be sold again.</summary>
    public int Unsellable { get; private set; }

    /// <summary>Pieces that count as returned.</summary>
    public int Accepted => Sellable + Unsellable;

    /// <summary>What goes back to the buyer for them; zero until it is certain what came.</summary>
    public Rupiah Offered { get; private set; }

    internal void Take(ReturnCount count) => (Sellable, Unsellable) = (count.Sellable, count.Unsellable);

    internal void Offer() => Offered = Returnable.Target(Agreed, Accepted, Pieces);
}

/// <summary>What a photo of a return shows.</summary>
public enum ReturnPhotoOf
{
    /// <summary>By the buyer, before it left.</summary>
    Sending,

    /// <summary>By the shop, of what came.</summary>
    Counting,
}

/// <summary>A photo of what is returned.</summary>
public sealed class ReturnPhoto
{
    ReturnPhoto() { }

    internal ReturnPhoto(GoodsReturnId returnId, int place, string fileKey, ReturnPhotoOf of, DateTimeOffset at) =>
        (GoodsReturnId, Place, FileKey, Of, At) = (returnId, place, fileKey, of, at);

    public GoodsReturnId GoodsReturnId { get; private set; }

    /// <summary>From 1.</summary>
    public int Place { get; private set; }
    public string FileKey { get; private set; } = "";
    public ReturnPhotoOf Of { get; private set; }
    public DateTimeOffset At { get; private set; }
}
