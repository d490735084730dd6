using Komeji.Application.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Notifications;

/// <summary>The buyer is reminded that the goods wait.</summary>
public sealed class WhenPickupReminded(Notifier notifier) : IReaction<PickupReminded>
{
    public Task Handle(Happened<PickupReminded> happened, CancellationToken cancellationToken) =>
        notifier.TellBuyer(happened.Fact.OrderId, Texts.PickupReminder, cancellationToken);
}
