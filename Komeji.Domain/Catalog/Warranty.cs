namespace Komeji.Domain.Catalog;

/// <summary>Who stands behind a product after the sale.</summary>
public enum WarrantyKind
{
    None,
    Shop,
    Maker,
}

/// <param name="Months">Length from delivery; 0 with <see cref="WarrantyKind.None"/>.</param>
/// <param name="Answerer">Who answers a claim, in words: the shop's or the maker's name.</param>
/// <param name="Terms">What is and is not covered.</param>
public readonly record struct Warranty(WarrantyKind Kind, int Months, string Answerer, string Terms)
{
    public static readonly Warranty None = new(WarrantyKind.None, 0, "", "");
}
