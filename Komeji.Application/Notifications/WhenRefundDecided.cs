using Komeji.Application.Common;
using Komeji.Domain.Payments;

namespace Komeji.Application.Notifications;

/// <summary>Both sides learn what goes back, who bears it and why.</summary>
public sealed class WhenRefundDecided(IKomejiDb db, Notifier notifier) : IReaction<RefundDecided>
{
    public async Task Handle(Happened<RefundDecided> happened, CancellationToken cancellationToken)
    {
        var decision = await db.RefundDecisions.FindAsync([happened.Fact.RefundId], cancellationToken) ?? throw new NotFound();
        await notifier.TellBuyer(decision.OrderId, order => RefundTexts.DecidedForBuyer(order, decision), cancellationToken);
        await notifier.TellSeller(decision.OrderId, order => RefundTexts.DecidedForSeller(order, decision), cancellationToken);
    }
}
