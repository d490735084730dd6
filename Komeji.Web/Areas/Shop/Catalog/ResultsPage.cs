using Komeji.Application.Catalog;
using Komeji.Application.Common;

namespace Komeji.Web.Areas.Shop.Catalog;

/// <param name="Results">Null when the search could not be read.</param>
/// <param name="Fixed">The category whose page this is; its address holds it, so the filter does not ask for it.</param>
public sealed record ResultsPage(
    SearchForm Form,
    PageOf<ProductCard>? Results,
    CategoryTree Categories,
    CategoryLeaf? Fixed,
    CategoryLeaf? Chosen,
    IReadOnlyList<SellingRegion> Regions)
{
    public string Address => Fixed is null ? "/cari" : "/kategori/" + Fixed.Slug;

    public CategoryBranch? Branch => Categories.BranchOf(Chosen?.Slug);
}
