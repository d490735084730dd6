using Komeji.Application.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Notifications;

/// <summary>The buyer learns that the shop goes on.</summary>
public sealed class WhenCancellationRefused(Notifier notifier) : IReaction<CancellationRefused>
{
    public Task Handle(Happened<CancellationRefused> happened, CancellationToken cancellationToken) =>
        notifier.TellBuyer(happened.Fact.OrderId, Texts.CancellationRefused, cancellationToken);
}
