using Komeji.Application.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Notifications;

/// <summary>The buyer learns that the shop is at work.</summary>
public sealed class WhenOrderAccepted(Notifier notifier) : IReaction<OrderAccepted>
{
    public Task Handle(Happened<OrderAccepted> happened, CancellationToken cancellationToken) =>
        notifier.TellBuyer(happened.Fact.OrderId, Texts.Accepted, cancellationToken);
}
