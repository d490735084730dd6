using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Regions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog;

public enum ProductOrder
{
    Related,
    Newest,
    Cheapest,
    Dearest,
    BestSelling,
}

/// <summary>
/// Finds products on display. Every word must begin a word of the product's name or category; a category is searched with its
/// children, a region with all below it.
/// </summary>
/// <param name="Category">Slug; all when null.</param>
/// <param name="Region">Code of a province, regency or district; everywhere when null.</param>
/// <param name="Store">Only this shop's.</param>
public sealed record SearchProducts(
    string? Q = null,
    string? Category = null,
    string? Region = null,
    Rupiah? Least = null,
    Rupiah? Most = null,
    ProductOrder Order = ProductOrder.Related,
    int Page = 1,
    StoreId? Store = null) : IQuery<PageOf<ProductCard>>
{
    public const int PageSize = 24;
    const int MostWords = 8;

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<SearchProducts, PageOf<ProductCard>>
    {
        public async Task<PageOf<ProductCard>> Handle(SearchProducts request, CancellationToken cancellationToken)
        {
            var found = Matching(request);
            var folded = SearchWords.Fold(request.Q ?? "");
            var page = await Sorted(found, request.Order, folded).Cards(db).ToPage(request.Page, PageSize, cancellationToken);
            return page;
        }

        IQueryable<Product> Matching(SearchProducts request)
        {
            var found = db.OnDisplay();
            foreach (var word in SearchWords.Fold(request.Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords).Select(w => " " + w))
            {
                found = found.Where(p => p.SearchText.Contains(word));
            }

            if (request.Category is { Length: > 0 } slug)
            {
                found = found.Where(p => db.Categories.Any(c => c.Id == p.CategoryId && (c.Slug == slug || db.Categories.Any(parent => parent.Id == c.ParentId && parent.Slug == slug))));
            }

            if (request.Region is { Length: > 0 } region)
            {
                var below = region + ".";
                found = found.Where(p => db.Stores.Any(s => s.Id == p.StoreId && (s.VillageCode == region || s.VillageCode.StartsWith(below))));
            }

            if (request.Store is { } store)
            {
                found = found.Where(p => p.StoreId == store);
            }

            return Priced(found, request.Least, request.Most);
        }

        static IQueryable<Product> Priced(IQueryable<Product> found, Rupiah? least, Rupiah? most)
        {
            if (least is { } from)
            {
                found = found.Where(p => (long)p.LowestPrice >= from.Amount);
            }

            return most is { } to ? found.Where(p => (long)p.LowestPrice <= to.Amount) : found;
        }

        /// <summary>The id at the end keeps pages apart where everything else is equal.</summary>
        static IQueryable<Product> Sorted(IQueryable<Product> found, ProductOrder order, string folded)
        {
            var beginning = " " + folded;
            return order switch
            {
                ProductOrder.Newest => found.OrderByDescending(p => p.PublishedAt).ThenBy(p => p.Id),
                ProductOrder.Cheapest => found.OrderBy(p => (long)p.LowestPrice).ThenBy(p => p.Id),
                ProductOrder.Dearest => found.OrderByDescending(p => (long)p.LowestPrice).ThenBy(p => p.Id),
                ProductOrder.Related when folded.Length > 0 => found.OrderBy(p => p.SearchText.StartsWith(beginning) ? 0 : 1)
                    .ThenByDescending(p => p.Variants.Sum(v => v.Sold)).ThenByDescending(p => p.PublishedAt).ThenBy(p => p.Id),
                _ => found.OrderByDescending(p => p.Variants.Sum(v => v.Sold)).ThenByDescending(p => p.PublishedAt).ThenBy(p => p.Id),
            };
        }
    }
}
