using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reviews;

/// <summary>A review as everyone reads it.</summary>
/// <param name="BoughtAs">What was bought, where the listing is called otherwise now; with its variant. Empty when there is nothing to say.</param>
/// <param name="MoneyBack">All that was paid for it went back later.</param>
public sealed record ReviewRow(
    ReviewId Id, string Author, int Stars, string Text, string BoughtAs, DateTimeOffset WrittenAt, bool IsEdited, bool MoneyBack, IReadOnlyList<ReviewPhoto> Pictures, ShopAnswer? Answer);

public sealed record ReviewPhoto(PictureId Id, string Key, int Width, int Height);

/// <summary>The shop's answer to a review or a question.</summary>
public sealed record ShopAnswer(string Text, DateTimeOffset At, bool IsEdited)
{
    /// <returns>Null while there is none to be read.</returns>
    public static ShopAnswer? Of(ProductTalk talk) => talk.ShowsAnswer ? new ShopAnswer(talk.Answer, talk.AnsweredAt!.Value, talk.AnswerEditedAt is not null) : null;
}

static class ReviewRows
{
    /// <param name="reviews">With their pictures.</param>
    /// <param name="product">What the listing is called now.</param>
    public static async Task<IReadOnlyList<ReviewRow>> Rows(this IKomejiDb db, IReadOnlyList<Review> reviews, string product, CancellationToken cancellationToken)
    {
        var back = await db.MoneyBack(reviews, cancellationToken);
        return [.. reviews.Select(r => new ReviewRow(r.Id, r.AuthorName, r.Stars, r.Text, BoughtAs(r, product), r.WrittenAt, r.EditedAt is not null, back.Contains(r.LineId), r.Photos(), ShopAnswer.Of(r)))];
    }

    public static IReadOnlyList<ReviewPhoto> Photos(this Review review) => [.. review.Pictures.OrderBy(p => p.Position).Select(p => new ReviewPhoto(p.Id, p.FileKey, p.Width, p.Height))];

    /// <summary>Of these reviews the lines for which all money went back, after they were written.</summary>
    public static async Task<IReadOnlySet<OrderLineId>> MoneyBack(this IKomejiDb db, IReadOnlyList<Review> reviews, CancellationToken cancellationToken)
    {
        var (orders, lines) = (reviews.Select(r => r.OrderId).Distinct().ToList(), reviews.Select(r => r.LineId).ToList());
        var bought = await db.Orders.AsNoTracking().Where(o => orders.Contains(o.Id)).SelectMany(o => o.Lines).Where(l => lines.Contains(l.Id)).ToListAsync(cancellationToken);
        return bought.Where(l => !l.Left.IsPositive).Select(l => l.Id).ToHashSet();
    }

    static string BoughtAs(Review review, string product) => (review.ProductName == product, review.VariantName.Length > 0) switch
    {
        (true, _) => review.VariantName,
        (false, true) => $"{review.ProductName}, {review.VariantName}",
        (false, false) => review.ProductName,
    };
}
