using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Returns;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Returns;

/// <summary>A complaint or a claim ended so that goods come back: their return begins. Told twice, it begins once.</summary>
sealed class WhenReturnAgreed(IKomejiDb db, SettingsInForce settings, ICodes codes, TimeProvider clock) : IReaction<ReturnAgreed>
{
    public async Task Handle(Happened<ReturnAgreed> notification, CancellationToken cancellationToken)
    {
        var (agreed, now) = (notification.Fact, clock.GetUtcNow());
        await db.TakeReturnTurn(agreed.OrderId, cancellationToken);
        if (await db.GoodsReturns.AnyAsync(r => r.Cause == agreed.Cause && r.CauseId == agreed.CauseId, cancellationToken))
        {
            return;
        }

        var order = await db.Orders.Include(o => o.Lines).SingleAsync(o => o.Id == agreed.OrderId, cancellationToken);
        var left = await db.ReturnableOf(order, cancellationToken);
        db.GoodsReturns.Add(GoodsReturn.Open(agreed, order, left, ReturnsOf.Number("RTR", codes, now), await settings.ReturnTerms(cancellationToken), now));
    }
}
