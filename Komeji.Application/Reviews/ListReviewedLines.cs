using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reviews;

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
