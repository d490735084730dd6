using Komeji.Application.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Notifications;

/// <summary>The buyer learns that a part is under way and that the rest is still to come.</summary>
public sealed class WhenOrderPartShipped(Notifier notifier) : IReaction<OrderPartShipped>
{
    public Task Handle(Happened<OrderPartShipped> happened, CancellationToken cancellationToken) =>
        notifier.TellBuyer(happened.Fact.OrderId, Texts.PartShipped, cancellationToken);
}
