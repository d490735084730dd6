using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using Komeji.Domain.Returns;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Returns;

/// <summary>
/// A refund was decided for an order: returns whose offer it gives back are settled with it, the oldest first, and offered no more; so is
/// their freight, as far as shipping goes back. So it does not matter who decided it, a complaint or an officer.
/// </summary>
sealed class WhenRefundDecided(IKomejiDb db) : IReaction<RefundDecided>
{
    public async Task Handle(Happened<RefundDecided> notification, CancellationToken cancellationToken)
    {
        var fact = notification.Fact;
        var decision = await db.RefundDecisions.FindAsync([fact.RefundId], cancellationToken) ?? throw new NotFound();
        var (given, shipping) = (decision.Lines.ToDictionary(l => l.OrderLineId, l => l.Amount), decision.Shipping);
        var received = await db.GoodsReturns.Include(r => r.Lines)
            .Where(r => r.OrderId == fact.OrderId && r.State == GoodsReturnState.ReturnReceived && (r.RefundId == null || (long)r.FreightPaid > (long)r.FreightCovered))
            .OrderBy(r => r.OpenedAt).ThenBy(r => r.Id).ToListAsync(cancellationToken);

        // A complaint has settled its own return with its refund by now: what that took is not given to others.
        foreach (var goods in received.OrderByDescending(r => r.RefundId == fact.RefundId))
        {
            var isOwn = goods.RefundId == fact.RefundId;
            if (isOwn || (goods.RefundId is null && goods.Offered.IsPositive && goods.Lines.All(l => l.Offered <= given.GetValueOrDefault(l.OrderLineId))))
            {
                goods.SettleWith(fact.RefundId);
                foreach (var line in goods.Lines.Where(l => l.Offered.IsPositive))
                {
                    given[line.OrderLineId] = Rupiah.Max(Rupiah.Zero, given.GetValueOrDefault(line.OrderLineId) - line.Offered);
                }
            }

            var freight = isOwn ? Rupiah.Zero : Rupiah.Min(goods.FreightOwed, shipping);
            if (freight.IsPositive)
            {
                goods.CoverFreight(fact.RefundId, freight);
            }

            shipping = isOwn ? Rupiah.Zero : shipping - freight;
        }
    }
}
