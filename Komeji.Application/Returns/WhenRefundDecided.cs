using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using Komeji.Domain.Returns;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Returns;

/// <summary>
/// A refund was decided for an order: returns whose offer it gives back are settled with it, the oldest first, and offered no more. So it
/// does not matter who decided it, a complaint or an officer.
/// </summary>
sealed class WhenRefundDecided(IKomejiDb db) : IReaction<RefundDecided>
{
    public async Task Handle(Happened<RefundDecided> notification, CancellationToken cancellationToken)
    {
        var fact = notification.Fact;
        var decision = await db.RefundDecisions.FindAsync([fact.RefundId], cancellationToken) ?? throw new NotFound();
        var given = decision.Lines.ToDictionary(l => l.OrderLineId, l => l.Amount);
        var received = await db.GoodsReturns.Include(r => r.Lines).Where(r => r.OrderId == fact.OrderId && r.State == GoodsReturnState.ReturnReceived && r.RefundId == null)
            .OrderBy(r => r.OpenedAt).ThenBy(r => r.Id).ToListAsync(cancellationToken);
        foreach (var goods in received.Where(r => r.Offered.IsPositive))
        {
            if (goods.Lines.All(l => l.Offered <= given.GetValueOrDefault(l.OrderLineId)))
            {
                goods.SettleWith(fact.RefundId);
                foreach (var line in goods.Lines.Where(l => l.Offered.IsPositive))
                {
                    given[line.OrderLineId] -= line.Offered;
                }
            }
        }
    }
}
