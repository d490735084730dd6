namespace Komeji.Domain.Catalog;

/// <summary>Who stands behind a product after the sale.</summary>
public enum WarrantyKind
{
    None,
    Shop,
    Maker,
}

/// <summary>Who pays for the way of a claimed thing.</summary>
public enum WarrantyFreight
{
    /// <summary>The buyer to whoever answers, whoever answers back to the buyer.</summary>
    Shared,

    /// <summary>Whoever answers, both ways.</summary>
    Warrantor,

    /// <summary>The buyer, both ways.</summary>
    Buyer,
}

/// <param name="Months">Length from delivery; 0 with <see cref="WarrantyKind.None"/>.</param>
/// <param name="Answerer">Who answers a claim, in words: the shop's or the maker's name.</param>
/// <param name="Terms">What is and is not covered.</param>
public readonly record struct Warranty(WarrantyKind Kind, int Months, string Answerer, string Terms, WarrantyFreight Freight = WarrantyFreight.Shared)
{
    public static readonly Warranty None = new(WarrantyKind.None, 0, "", "");
}
