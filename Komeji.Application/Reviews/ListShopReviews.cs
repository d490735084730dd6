using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Reviews;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reviews;

/// <summary>Which of the shop's reviews.</summary>
/// <param name="Unanswered">Only those without a reply.</param>
/// <param name="Words">In the name of the product.</param>
public sealed record ShopReviewFilter(bool Unanswered = false, int? Stars = null, string? Words = null);

/// <summary>Reviews of the shop's products, the newest first.</summary>
public sealed record ListShopReviews(ShopReviewFilter Filter, int Page = 1) : IQuery<ShopReviews>
{
    const int PageSize = 20;

    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<ListShopReviews, ShopReviews>
    {
        public async Task<ShopReviews> Handle(ListShopReviews request, CancellationToken cancellationToken)
        {
            var shop = (await desk.At(ShopRights.Products, cancellationToken)).Id;
            var page = await db.ReviewsOf(shop, request.Filter).Include(r => r.Pictures).OrderByDescending(r => r.WrittenAt).ThenBy(r => r.Id).ToPage(request.Page, PageSize, cancellationToken);
            var told = await db.Told([.. page.Rows.Select(r => r.Id.Value)], cancellationToken);
            var back = await db.MoneyBack(page.Rows, cancellationToken);
            var now = clock.GetUtcNow();
            var rows = page.Rows.Select(r => new ShopReviewRow(
                r.Id, r.ProductName, r.VariantName, r.AuthorName, r.Stars, r.Text, r.WrittenAt, back.Contains(r.LineId), r.IsHidden, r.Photos(),
                MyAnswer.Of(r, told.FirstOrDefault(c => c.Kind == TextKind.ReviewAnswer && c.TalkId == r.Id.Value), now)));
            return new ShopReviews(new PageOf<ShopReviewRow>([.. rows], page.Number, page.Size, page.Total), await db.RatingOf(shop, cancellationToken));
        }
    }
}

/// <param name="Rating">Of all the shop's products.</param>
public sealed record ShopReviews(PageOf<ShopReviewRow> Reviews, Rating Rating);

public sealed record ShopReviewRow(
    ReviewId Id, string Product, string Variant, string Author, int Stars, string Text, DateTimeOffset WrittenAt, bool MoneyBack, bool IsHidden, IReadOnlyList<ReviewPhoto> Pictures, MyAnswer Answer);

/// <summary>The shop's own answer as the shop sees it.</summary>
/// <param name="Text">Empty while there is none.</param>
/// <param name="MayBeWritten">Written or changed now.</param>
/// <param name="Hidden">What became of it with an officer; null when nobody hid it.</param>
public sealed record MyAnswer(string Text, DateTimeOffset? At, DateTimeOffset? EditableUntil, bool MayBeWritten, ToldCase? Hidden)
{
    internal static MyAnswer Of(ProductTalk talk, ToldCase? hidden, DateTimeOffset now) => new(
        talk.Answer, talk.AnsweredAt, talk.AnswerEditableUntil, !talk.IsHidden && !talk.AnswerHidden && (!talk.HasAnswer || now <= talk.AnswerEditableUntil), talk.AnswerHidden ? hidden : null);
}

static class ReviewsOfShops
{
    public static IQueryable<Review> ReviewsOf(this IKomejiDb db, StoreId shop, ShopReviewFilter filter)
    {
        var reviews = db.Reviews.AsNoTracking().Where(r => r.StoreId == shop);
        if (filter.Unanswered)
        {
            reviews = reviews.Where(r => r.AnsweredAt == null && !r.IsHidden);
        }

        if (filter.Stars is { } stars)
        {
            reviews = reviews.Where(r => r.Stars == stars);
        }

        return filter.Words?.Trim() is { Length: > 0 and <= 100 } words ? Named(reviews, words.ToLowerInvariant()) : reviews;
    }

    /// <summary>By what is kept on the shop's products.</summary>
    public static async Task<Rating> RatingOf(this IKomejiDb db, StoreId shop, CancellationToken cancellationToken)
    {
        var products = db.Products.Where(p => p.StoreId == shop && p.Reviews > 0);
        return new Rating(await products.SumAsync(p => p.Reviews, cancellationToken), await products.SumAsync(p => p.Stars, cancellationToken));
    }

#pragma warning disable CA1304, CA1311, CA1862 // The database folds the case.
    static IQueryable<Review> Named(IQueryable<Review> reviews, string folded) => reviews.Where(r => r.ProductName.ToLower().Contains(folded));
#pragma warning restore CA1304, CA1311, CA1862
}
