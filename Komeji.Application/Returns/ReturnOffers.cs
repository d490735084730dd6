using Komeji.Application.Common;
using Komeji.Application.Payments.Desk;
using Komeji.Domain.Ordering;
using Komeji.Domain.Returns;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Returns;

/// <summary>Returns that came back and whose money has not gone back, offered to whoever decides a refund of the order.</summary>
sealed class ReturnOffers(IKomejiDb db) : IRefundOffers
{
    public async Task<IReadOnlyList<RefundOffer>> Of(Order order, CancellationToken cancellationToken)
    {
        var received = await db.GoodsReturns.AsNoTracking().Include(r => r.Lines)
            .Where(r => r.OrderId == order.Id && r.State == GoodsReturnState.ReturnReceived && r.RefundId == null)
            .OrderBy(r => r.OpenedAt).ThenBy(r => r.Id).ToListAsync(cancellationToken);
        return
        [
            .. received.Select(r => ReturnOffer.Of(r, order)).Where(o => o.Amount.IsPositive || o.Uncovered.IsPositive)
                .Select(o => new RefundOffer($"Retur {o.Number}", $"/operator/retur/{o.Number}", o.Lines, o.Freight, o.Uncovered)),
        ];
    }
}
