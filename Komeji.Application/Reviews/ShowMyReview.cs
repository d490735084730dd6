using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Reviews;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reviews;

/// <summary>The page on which a buyer reviews a line she bought, or sees and changes what she wrote.</summary>
public sealed record ShowMyReview(OrderLineId Line) : IQuery<MyReview>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, ReviewRules rules, TimeProvider clock) : IRequestHandler<ShowMyReview, MyReview>
    {
        public async Task<MyReview> Handle(ShowMyReview request, CancellationToken cancellationToken)
        {
            var (order, line) = await db.Bought(user.Require(), request.Line, cancellationToken);
            var review = await db.Reviews.AsNoTracking().Include(r => r.Pictures).SingleOrDefaultAsync(r => r.LineId == request.Line, cancellationToken);
            return new MyReview(
                line.Id, order.Number, order.StoreName, line.ProductName, line.VariantName, line.PictureKey,
                review is null ? await rules.WriteBefore(order, cancellationToken) : review.EditableUntil,
                await Refusal(order, line, review, cancellationToken),
                review is null ? null : WrittenReview.Of(review, await db.TextCases.OfText(TextKind.Review, review.Id.Value).Told(cancellationToken)),
                await db.Products.Where(p => p.Id == line.ProductId).Select(p => p.Slug).SingleOrDefaultAsync(cancellationToken) ?? "");
        }

        async Task<string?> Refusal(Order order, OrderLine line, Review? written, CancellationToken cancellationToken)
        {
            try
            {
                if (written is null)
                {
                    await rules.Subject(order, line, cancellationToken);
                }

                written?.RequireEditable(clock.GetUtcNow());
                return null;
            }
            catch (RuleBroken refusal)
            {
                return refusal.Message;
            }
        }
    }
}

/// <param name="Until">Until when it may be written or changed; null while the order is not over.</param>
/// <param name="Refusal">Why it may not be written or changed now; null when it may.</param>
/// <param name="Written">Null while nothing is written.</param>
/// <param name="Slug">Of the product's page.</param>
public sealed record MyReview(
    OrderLineId Line, string OrderNumber, string Store, string Product, string Variant, string? PictureKey, DateTimeOffset? Until, string? Refusal, WrittenReview? Written, string Slug);

/// <summary>One's own review.</summary>
/// <param name="Hidden">What became of it with an officer; null when nobody hid it.</param>
public sealed record WrittenReview(ReviewId Id, int Stars, string Text, DateTimeOffset WrittenAt, DateTimeOffset EditableUntil, bool IsHidden, IReadOnlyList<ReviewPhoto> Pictures, ShopAnswer? Answer, ToldCase? Hidden)
{
    internal static WrittenReview Of(Review review, ToldCase? hidden) => new(
        review.Id, review.Stars, review.Text, review.WrittenAt, review.EditableUntil, review.IsHidden, review.Photos(), ShopAnswer.Of(review), review.IsHidden ? hidden : null);
}
