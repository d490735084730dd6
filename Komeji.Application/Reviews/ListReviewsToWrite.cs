using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
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
