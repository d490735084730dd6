using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Reviews;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reviews;

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
