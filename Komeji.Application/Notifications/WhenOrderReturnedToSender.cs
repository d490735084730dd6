using Komeji.Application.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Notifications;

/// <summary>Both sides learn that the parcel is on its way back; the shop is asked what to do.</summary>
public sealed class WhenOrderReturnedToSender(Notifier notifier) : IReaction<OrderReturnedToSender>
{
    public async Task Handle(Happened<OrderReturnedToSender> happened, CancellationToken cancellationToken)
    {
        await notifier.TellBuyer(happened.Fact.OrderId, Texts.ReturnedForBuyer, cancellationToken);
        await notifier.TellSeller(happened.Fact.OrderId, Texts.ReturnedForSeller, cancellationToken);
    }
}
