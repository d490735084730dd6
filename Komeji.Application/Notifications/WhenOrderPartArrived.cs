using Komeji.Application.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Notifications;

/// <summary>The buyer learns that one of several parcels was handed over.</summary>
public sealed class WhenOrderPartArrived(Notifier notifier) : IReaction<OrderPartArrived>
{
    public Task Handle(Happened<OrderPartArrived> happened, CancellationToken cancellationToken) =>
        notifier.TellBuyer(happened.Fact.OrderId, Texts.PartArrived, cancellationToken);
}
