using Komeji.Domain.Catalog;
using Komeji.Domain.Common;

namespace Komeji.Domain.Ordering;

/// <summary>What was bought, as it was when it was bought: later edits of the product change nothing here.</summary>
public sealed class OrderLine
{
    OrderLine() { }

    internal OrderLine(OrderId orderId, OrderLineDraft draft, DateTimeOffset now)
    {
        Id = OrderLineId.New(now);
        OrderId = orderId;
        ProductId = draft.ProductId;
        VariantId = draft.VariantId;
        ProductName = draft.ProductName;
        VariantName = draft.VariantName;
        ProductSlug = draft.ProductSlug;
        PictureKey = draft.PictureKey;
        UnitPrice = draft.UnitPrice;
        Quantity = draft.Quantity;
        WeightGrams = draft.WeightGrams;
        WarrantyKind = draft.Warranty.Kind;
        WarrantyMonths = draft.Warranty.Months;
        WarrantyAnswerer = draft.Warranty.Answerer;
        WarrantyTerms = draft.Warranty.Terms;
        WarrantyFreight = draft.Warranty.Freight;
        Permits = draft.Permits;
        (SellerDiscount, CooperativeDiscount) = (draft.Discount.OfShop, draft.Discount.OfCooperative);
        Total = draft.UnitPrice * draft.Quantity - SellerDiscount;
    }

    public OrderLineId Id { get; private set; }
    public OrderId OrderId { get; private set; }
    public ProductId ProductId { get; private set; }
    public VariantId VariantId { get; private set; }
    public string ProductName { get; private set; } = "";
    public string VariantName { get; private set; } = "";
    public string ProductSlug { get; private set; } = "";
    public string? PictureKey { get; private set; }
    public Rupiah UnitPrice { get; private set; }
    public int Quantity { get; private set; }

    /// <summary>Pieces that have left the shop.</summary>
    public int Shipped { get; private set; }

    /// <summary>Pieces that will not be sent.</summary>
    public int Cancelled { get; private set; }

    /// <summary>Pieces still to be sent.</summary>
    public int Open => Quantity - Shipped - Cancelled;

    /// <summary>What the cancelled pieces cost: of the line's total the same part, rounded down, all of it when all are cancelled.</summary>
    public Rupiah CancelledTotal => new(checked(Total.Amount * Cancelled) / Quantity);

    /// <summary>What of it went back to the buyer by decision, beside the pieces that were never sent.</summary>
    public Rupiah Refunded { get; private set; }

    /// <summary>Of that, what the shop bore while the money was held; the fee is reckoned without it.</summary>
    public Rupiah Charged { get; private set; }

    /// <summary>What of it can still go back to the buyer.</summary>
    public Rupiah Left => Total - CancelledTotal - Refunded;

    /// <summary>Grams of one piece.</summary>
    public int WeightGrams { get; private set; }

    /// <summary>Discount the shop itself gave, off the line's total.</summary>
    public Rupiah SellerDiscount { get; private set; }

    /// <summary>Of the line's total, what the cooperative pays instead of the buyer.</summary>
    public Rupiah CooperativeDiscount { get; private set; }

    /// <summary>Goods of this line after the shop's own discount.</summary>
    public Rupiah Total { get; private set; }

    public WarrantyKind WarrantyKind { get; private set; }
    public int WarrantyMonths { get; private set; }
    public string WarrantyAnswerer { get; private set; } = "";
    public string WarrantyTerms { get; private set; } = "";

    /// <summary>Who pays for the way of a claimed thing, to whoever mends it and back.</summary>
    public WarrantyFreight WarrantyFreight { get; private set; }

    /// <summary>Permit numbers the listing showed.</summary>
    public string Permits { get; private set; } = "";

    /// <summary>This line's service fee: one floor on what of its total is neither cancelled nor charged to the shop; the rate is set when the order is paid.</summary>
    public Rupiah Fee { get; private set; }
    public BasisPoints FeeRate { get; private set; }
    public string FeeScheduleVersion { get; private set; } = "";

    /// <summary>The profit-share agreement and the chain of communities in force when it was paid; empty while the seller has none.</summary>
    public string AgreementVersion { get; private set; } = "";
    public string CommunityChain { get; private set; } = "";

    internal void Freeze(FeeTerms terms)
    {
        FeeRate = terms.FeeRate;
        FeeScheduleVersion = terms.FeeScheduleVersion;
        Fee = terms.FeeRate.Of(Total, Rounding.Down);
    }

    internal void Send(int pieces) => Shipped += pieces;

    internal void CancelOpen()
    {
        Cancelled += Open;
        ReckonFee();
    }

    internal void GiveBack(Rupiah amount, Rupiah charged)
    {
        Refunded += amount;
        Charged += charged;
        if (charged.IsPositive)
        {
            ReckonFee();
        }
    }

    void ReckonFee() => Fee = FeeRate.Of(Total - CancelledTotal - Charged, Rounding.Down);
}

/// <summary>A line as read from the catalogue at the moment of placing.</summary>
public sealed record OrderLineDraft(
    ProductId ProductId,
    VariantId VariantId,
    string ProductName,
    string VariantName,
    string ProductSlug,
    string? PictureKey,
    Rupiah UnitPrice,
    int Quantity,
    int WeightGrams,
    Warranty Warranty,
    string Permits)
{
    public LineDiscount Discount { get; init; }
}

/// <summary>What a voucher takes off a line, by who pays for it.</summary>
public readonly record struct LineDiscount(Rupiah OfShop, Rupiah OfCooperative)
{
    public Rupiah Amount => OfShop + OfCooperative;
}
