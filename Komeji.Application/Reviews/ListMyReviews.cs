using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Reviews;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reviews;

/// <summary>What the person bought and may review still, what is completed last first.</summary>
public sealed record ListReviewsToWrite(int Page = 1) : IQuery<PageOf<ReviewToWrite>>
{
    const int PageSize = 10;

    internal sealed class Handler(IKomejiDb db, ICurrentUser user, ReviewRules rules, SettingsInForce settings, TimeProvider clock) : IRequestHandler<ListReviewsToWrite, PageOf<ReviewToWrite>>
    {
        public async Task<PageOf<ReviewToWrite>> Handle(ListReviewsToWrite request, CancellationToken cancellationToken)
        {
            var since = clock.GetUtcNow().AddDays(-await settings.Number(SettingCatalogue.ReviewWriteDays, cancellationToken));
            var page = await (
                from o in db.Orders.AsNoTracking().BoughtBy(user.Require())
                where o.State == OrderState.Completed && o.EndedAt > since
                from l in o.Lines
                where l.Cancelled < l.Quantity && (long)l.Refunded < (long)l.Total && !db.Reviews.Any(r => r.LineId == l.Id)
                orderby o.EndedAt descending, l.Id
                select new ReviewToWrite(l.Id, o.Number, o.StoreName, l.ProductName, l.VariantName, l.PictureKey, o.EndedAt!.Value))
                .ToPage(request.Page, PageSize, cancellationToken);
            var rows = new List<ReviewToWrite>();
            foreach (var row in page.Rows)
            {
                rows.Add(row with { Before = await rules.WriteBefore(row.CompletedAt, cancellationToken) });
            }

            return page with { Rows = rows };
        }
    }
}

public sealed record ReviewToWrite(OrderLineId Line, string OrderNumber, string Store, string Product, string Variant, string? PictureKey, DateTimeOffset CompletedAt)
{
    /// <summary>Until when it may be written.</summary>
    public DateTimeOffset Before { get; init; }
}

/// <summary>The person's own reviews, the newest first.</summary>
public sealed record ListMyReviews(int Page = 1) : IQuery<PageOf<MyReviewRow>>
{
    const int PageSize = 10;

    internal sealed class Handler(IKomejiDb db, ICurrentUser user) : IRequestHandler<ListMyReviews, PageOf<MyReviewRow>>
    {
        public async Task<PageOf<MyReviewRow>> Handle(ListMyReviews request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            var page = await db.Reviews.AsNoTracking().Include(r => r.Pictures).Where(r => r.AuthorId == me)
                .OrderByDescending(r => r.WrittenAt).ThenBy(r => r.Id).ToPage(request.Page, PageSize, cancellationToken);
            var told = await db.Told([.. page.Rows.Select(r => r.Id.Value)], cancellationToken);
            var rows = page.Rows.Select(r => new MyReviewRow(r.LineId, r.ProductName, r.VariantName, WrittenReview.Of(r, told.FirstOrDefault(c => c.Kind == TextKind.Review && c.TalkId == r.Id.Value))));
            return new PageOf<MyReviewRow>([.. rows], page.Number, page.Size, page.Total);
        }
    }
}

public sealed record MyReviewRow(OrderLineId Line, string Product, string Variant, WrittenReview Review);

/// <summary>Of an order's lines those its buyer has reviewed, with the stars.</summary>
public sealed record ListReviewedLines(string OrderNumber) : IQuery<IReadOnlyDictionary<OrderLineId, int>>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user) : IRequestHandler<ListReviewedLines, IReadOnlyDictionary<OrderLineId, int>>
    {
        public async Task<IReadOnlyDictionary<OrderLineId, int>> Handle(ListReviewedLines request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            return await db.Reviews.AsNoTracking().Where(r => r.AuthorId == me && db.Orders.Any(o => o.Id == r.OrderId && o.Number == request.OrderNumber))
                .Select(r => new { r.LineId, r.Stars }).ToDictionaryAsync(r => r.LineId, r => r.Stars, cancellationToken);
        }
    }
}
