using Komeji.Application.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Notifications;

/// <summary>Both sides learn that the order is over and where the money is.</summary>
public sealed class WhenOrderCompleted(Notifier notifier) : IReaction<OrderCompleted>
{
    public async Task Handle(Happened<OrderCompleted> happened, CancellationToken cancellationToken)
    {
        await notifier.TellOwner(happened.Fact.OrderId, Texts.CompletedForSeller, cancellationToken);
        await notifier.TellBuyer(happened.Fact.OrderId, Texts.CompletedForBuyer, cancellationToken);
    }
}
