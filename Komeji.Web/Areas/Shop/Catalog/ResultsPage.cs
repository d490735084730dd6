using Komeji.Application.Catalog;
using Komeji.Application.Catalog.Searches;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Web.Areas.Shared;
using Microsoft.AspNetCore.Http.Extensions;

namespace Komeji.Web.Areas.Shop.Catalog;

/// <param name="Results">Null when the search could not be read.</param>
/// <param name="Fixed">The category whose page this is; its address holds it, so the filter does not ask for it.</param>
/// <param name="Place">Name of the region searched in; null when everywhere.</param>
public sealed record ResultsPage(
    SearchForm Form,
    SearchResults? Results,
    CategoryTree Categories,
    CategoryLeaf? Fixed,
    CategoryLeaf? Chosen,
    string? Place)
{
    const int MostChoices = 10;

    /// <summary>No province has more regencies, few regencies more districts.</summary>
    const int MostPlaces = 40;

    public string Address => Fixed is null ? "/cari" : "/kategori/" + Fixed.Slug;

    public CategoryBranch? Branch => Categories.BranchOf(Chosen?.Slug);

    /// <summary>Without any filter.</summary>
    public string Unfiltered => With(("kategori", null), ("wilayah", null), ("min", null), ("maks", null), ("jenis", null), ("legal", null));

    /// <summary>The search as it stands, from its first page, with some parts changed; an empty value takes a part out.</summary>
    public string With(params (string Key, string? Value)[] changes) => At(Address, changes);

    string At(string path, params (string Key, string? Value)[] changes)
    {
        var query = new QueryBuilder();
        foreach (var (key, value) in Parts().Select(part => changes.Where(c => c.Key == part.Key).Append(part).First()).Where(part => !string.IsNullOrEmpty(part.Value)))
        {
            query.Add(key, value!);
        }

        return path + query;
    }

    /// <summary>What the address says, for a form that changes another part of it.</summary>
    public IEnumerable<(string Key, string? Value)> Parts() =>
    [
        ("q", Form.Q), ("kategori", Fixed is null ? Form.Kategori : null), ("wilayah", Form.Wilayah), ("min", Form.Min?.Amount.ToString(null, null)),
        ("maks", Form.Maks?.Amount.ToString(null, null)), ("jenis", Form.Jenis), ("legal", Form.Legal), ("urut", Form.Urut),
    ];

    /// <summary>The filters in force, each with the address without it.</summary>
    public IEnumerable<Choice> Active()
    {
        if (Fixed is null && Chosen is not null)
        {
            yield return new Choice(Chosen.Name, With(("kategori", null)));
        }

        if (Place is not null)
        {
            yield return new Choice(Words.Place(Place), With(("wilayah", null)));
        }

        if (Form.Min is not null || Form.Maks is not null)
        {
            yield return new Choice(Prices(Form.Min, Form.Maks), With(("min", null), ("maks", null)));
        }

        if (!string.IsNullOrEmpty(Form.Jenis))
        {
            yield return new Choice(Form.Jenis == "jasa" ? "Jasa" : "Barang", With(("jenis", null)));
        }

        if (!string.IsNullOrEmpty(Form.Legal))
        {
            yield return new Choice("Legalitas terverifikasi", With(("legal", null)));
        }
    }

    static string Prices(Rupiah? least, Rupiah? most) => (least, most) switch
    {
        ({ } min, { } max) => $"{min}–{max}",
        ({ } min, null) => $"Mulai {min}",
        (_, var max) => $"Sampai {max}",
    };

    /// <summary>The next step down the category tree: tops, or the children of the chosen top.</summary>
    public IReadOnlyList<Choice> CategoryChoices() => Results is null || (Chosen is not null && Branch?.Top.Slug != Chosen.Slug)
        ? []
        : [.. (Chosen is null ? Categories.Branches.Select(b => b.Top) : Branch!.Leaves)
            .Select(c => new Choice(c.Name, Fixed is null ? With(("kategori", c.Slug)) : At("/kategori/" + c.Slug), Results.Counts.Of(c.Id)))
            .Where(c => c.Products > 0).OrderByDescending(c => c.Products).Take(MostChoices)];

    public IReadOnlyList<Choice> RegionChoices() => Results is null
        ? []
        : [.. Results.Regions.Where(r => r.Code != Form.Wilayah).Take(string.IsNullOrEmpty(Form.Wilayah) ? MostChoices : MostPlaces).Select(r => new Choice(Words.Place(r.Name), With(("wilayah", r.Code)), r.Products))];

    /// <summary>Goods or services, where there are both.</summary>
    public IReadOnlyList<Choice> KindChoices() => Results is null || !string.IsNullOrEmpty(Form.Jenis) || Results.Counts.Kinds.Count < 2
        ? []
        : [
            new Choice("Barang", With(("jenis", "barang")), Results.Counts.Of(ProductKind.Goods)),
            new Choice("Jasa", With(("jenis", "jasa")), Results.Counts.Of(ProductKind.Service)),
        ];

    /// <summary>Ranges of prices, where the found cost more than one of them.</summary>
    public IReadOnlyList<Choice> PriceChoices() => Results is null || Form.Min is not null || Form.Maks is not null || Results.Counts.Bands.Count < 2
        ? []
        : [.. Results.Counts.Bands.Select(b => new Choice(Prices(b.Least, b.Most), With(("min", b.Least?.Amount.ToString(null, null)), ("maks", b.Most?.Amount.ToString(null, null))), b.Products))];

    public IReadOnlyList<Choice> LegalityChoices() => Results is null || !string.IsNullOrEmpty(Form.Legal) || Results.Counts.Verified == 0
        ? []
        : [new Choice("Legalitas terverifikasi", With(("legal", "terverifikasi")), Results.Counts.Verified)];

    /// <summary>The search without one of its filters.</summary>
    public Choice Without(SearchFilter filter, int products) => filter switch
    {
        SearchFilter.Category => new Choice("Tanpa saringan kategori", At("/cari", ("kategori", null)), products),
        SearchFilter.Region => new Choice("Dari semua wilayah", With(("wilayah", null)), products),
        SearchFilter.Price => new Choice("Dengan harga berapa pun", With(("min", null), ("maks", null)), products),
        SearchFilter.Legality => new Choice("Juga yang belum terverifikasi", With(("legal", null)), products),
        _ => new Choice("Barang dan jasa", With(("jenis", null)), products),
    };

    /// <summary><c>1.000+</c> when there are more than are counted.</summary>
    public string Total => Results is null ? "" : Words.Number(Results.Page.Total) + (Results.IsCapped ? "+" : "");
}

/// <param name="Products">How many the link leads to; 0 where that is not said.</param>
public sealed record Choice(string Text, string Address, int Products = 0);
