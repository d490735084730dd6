using Komeji.Application.Catalog;

namespace Komeji.Web.Areas.Shared;

/// <param name="Eager">How many pictures, from the first, are fetched at once; the very first before all else.</param>
/// <param name="Level">Of the headings: 2 below a page's title, 3 below a section's.</param>
public sealed record CardGrid(IReadOnlyList<ProductCard> Cards, int Eager = 0, int Level = 3);
