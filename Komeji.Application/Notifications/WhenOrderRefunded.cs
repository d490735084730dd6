using Komeji.Application.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Notifications;

/// <summary>Both sides learn that the buyer gets the money back.</summary>
public sealed class WhenOrderRefunded(Notifier notifier) : IReaction<OrderRefunded>
{
    public async Task Handle(Happened<OrderRefunded> happened, CancellationToken cancellationToken)
    {
        await notifier.TellBuyer(happened.Fact.OrderId, Texts.RefundedForBuyer, cancellationToken);
        await notifier.TellSeller(happened.Fact.OrderId, Texts.RefundedForSeller, cancellationToken);
    }
}
