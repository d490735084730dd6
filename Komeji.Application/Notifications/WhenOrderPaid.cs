using Komeji.Application.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Notifications;

/// <summary>The shop is asked to serve the order.</summary>
public sealed class WhenOrderPaid(Notifier notifier) : IReaction<OrderPaid>
{
    public Task Handle(Happened<OrderPaid> happened, CancellationToken cancellationToken) =>
        notifier.TellSeller(happened.Fact.OrderId, Texts.NewOrder, cancellationToken);
}
