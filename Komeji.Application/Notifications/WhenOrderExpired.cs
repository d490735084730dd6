using Komeji.Application.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Notifications;

/// <summary>The buyer learns that the time to pay is over.</summary>
public sealed class WhenOrderExpired(Notifier notifier) : IReaction<OrderExpired>
{
    public Task Handle(Happened<OrderExpired> happened, CancellationToken cancellationToken) =>
        notifier.TellBuyer(happened.Fact.OrderId, Texts.Expired, cancellationToken);
}
