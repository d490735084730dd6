using Komeji.Domain.Catalog;
using Komeji.Domain.Common;

namespace Komeji.Application.Catalog.Searches;

public enum ProductOrder
{
    Related,
    Newest,
    Cheapest,
    Dearest,
    BestSelling,
}

/// <summary>
/// The index of all products on display. The database keeps it by triggers, in the transaction that changes a product or its shop,
/// so an answer is never stale; only sold counts and how common a word is are counted now and then.
/// </summary>
public interface IProductSearch
{
    /// <summary>The first matches in the order asked for, the same every time nothing has changed.</summary>
    Task<IReadOnlyList<FoundProduct>> Find(SearchQuestion question, CancellationToken cancellationToken);

    /// <summary>Words of products on display that begin so, most common first.</summary>
    Task<IReadOnlyList<KnownWord>> WordsBeginning(string beginning, int most, CancellationToken cancellationToken);

    /// <summary>Words of products on display written nearly so; the caller chooses (<see cref="Spelling.Nearest"/>).</summary>
    Task<IReadOnlyList<KnownWord>> WordsNear(string word, CancellationToken cancellationToken);

    /// <summary>Counts anew what was sold of each product.</summary>
    Task CountSales(CancellationToken cancellationToken);

    /// <summary>Counts anew how many products each word is of.</summary>
    Task CountWords(CancellationToken cancellationToken);
}

/// <param name="Words">Each must be there, in one of its writings and in any form: makanan finds makan. Words are of <see cref="SearchTerms"/>.</param>
/// <param name="Category">With all below it.</param>
/// <param name="Region">Code of a province, regency, district or village; with all below it.</param>
/// <param name="VerifiedOn">Only of shops whose NIB the office vouches for on this day.</param>
/// <param name="Limit">Matches beyond it are not looked for.</param>
public sealed record SearchQuestion(
    IReadOnlyList<IReadOnlyList<string>> Words,
    ChosenCategory? Category = null,
    string? Region = null,
    Rupiah? Least = null,
    Rupiah? Most = null,
    ProductKind? Kind = null,
    StoreId? Store = null,
    ProductOrder Order = ProductOrder.Related,
    int Limit = 1,
    DateOnly? VerifiedOn = null);

/// <param name="Within">Itself and all below it.</param>
public sealed record ChosenCategory(CategoryId Id, IReadOnlyList<CategoryId> Within);

/// <param name="Region">The shop's village.</param>
/// <param name="Price">Its lowest, whole rupiah.</param>
/// <param name="Vouched">The last day the office vouches for the shop's NIB; null when it does not.</param>
public sealed record FoundProduct(ProductId Id, CategoryId Category, string Region, long Price, DateOnly? Vouched);

/// <param name="Products">How many products have it, about.</param>
public sealed record KnownWord(string Word, long Products);
