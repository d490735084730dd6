using Komeji.Application.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Notifications;

/// <summary>Both sides learn that the buyer gets the money back. Where a decision gave everything back, that has told them.</summary>
public sealed class WhenOrderRefunded(Notifier notifier) : IReaction<OrderRefunded>
{
    public async Task Handle(Happened<OrderRefunded> happened, CancellationToken cancellationToken)
    {
        var fact = happened.Fact;
        if (fact.Back.IsPositive)
        {
            await notifier.TellBuyer(fact.OrderId, order => Texts.RefundedForBuyer(order, fact.Back), cancellationToken);
            await notifier.TellSeller(fact.OrderId, Texts.RefundedForSeller, cancellationToken);
        }
    }
}
