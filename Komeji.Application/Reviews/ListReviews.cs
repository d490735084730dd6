using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Reviews;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reviews;

public enum ReviewOrder
{
    Newest,
    Highest,
    Lowest,
}

/// <summary>The reviews of a product on display.</summary>
/// <param name="Stars">Only with so many; all when null.</param>
/// <param name="WithPictures">Only those with pictures.</param>
public sealed record ListReviews(string Slug, int? Stars = null, bool WithPictures = false, ReviewOrder Order = ReviewOrder.Newest, int Page = 1) : IQuery<ProductReviews>
{
    const int PageSize = 10;

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ListReviews, ProductReviews>
    {
        public async Task<ProductReviews> Handle(ListReviews request, CancellationToken cancellationToken)
        {
            var product = await db.Shown(request.Slug, cancellationToken);
            var reviews = db.Reviews.Of(product.Id);
            if (request.Stars is { } stars)
            {
                reviews = reviews.Where(r => r.Stars == stars);
            }

            if (request.WithPictures)
            {
                reviews = reviews.Where(r => r.Pictures.Any());
            }

            var page = await InOrder(reviews, request.Order).Include(r => r.Pictures).ToPage(request.Page, PageSize, cancellationToken);
            var rows = await db.Rows(page.Rows, product.Name, cancellationToken);
            return new ProductReviews(product, await db.StarsOf(product.Id, cancellationToken), new PageOf<ReviewRow>(rows, page.Number, page.Size, page.Total));
        }

        static IQueryable<Review> InOrder(IQueryable<Review> reviews, ReviewOrder order) => order switch
        {
            ReviewOrder.Highest => reviews.OrderByDescending(r => r.Stars).ThenByDescending(r => r.WrittenAt).ThenBy(r => r.Id),
            ReviewOrder.Lowest => reviews.OrderBy(r => r.Stars).ThenByDescending(r => r.WrittenAt).ThenBy(r => r.Id),
            _ => reviews.OrderByDescending(r => r.WrittenAt).ThenBy(r => r.Id),
        };
    }
}

public sealed record ProductReviews(TalkedProduct Product, StarCounts Stars, PageOf<ReviewRow> Reviews);

/// <summary>A product on display that is talked about.</summary>
public sealed record TalkedProduct(ProductId Id, string Slug, string Name, string? PictureKey, StoreId StoreId, string StoreName);

/// <summary>How many reviews gave how many stars.</summary>
public sealed record StarCounts(IReadOnlyDictionary<int, int> Each)
{
    public int Total => Each.Values.Sum();

    public Rating Rating => new(Total, Each.Sum(s => s.Key * s.Value));

    public int Of(int stars) => Each.GetValueOrDefault(stars);
}

static class ShownProducts
{
    /// <exception cref="NotFound">It is not on display.</exception>
    public static async Task<TalkedProduct> Shown(this IKomejiDb db, string slug, CancellationToken cancellationToken) => await (
        from p in db.OnDisplay()
        where p.Slug == slug
        join s in db.Stores on p.StoreId equals s.Id
        select new TalkedProduct(p.Id, p.Slug, p.Name, p.Pictures.OrderBy(x => x.Position).Select(x => x.FileKey).FirstOrDefault(), s.Id, s.Name))
        .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();

    public static async Task<StarCounts> StarsOf(this IKomejiDb db, ProductId product, CancellationToken cancellationToken) =>
        new(await db.Reviews.Of(product).GroupBy(r => r.Stars).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken));
}
