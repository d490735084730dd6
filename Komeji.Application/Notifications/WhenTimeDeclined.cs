using Komeji.Application.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Notifications;

/// <summary>The shop learns that the buyer keeps to the time there is.</summary>
public sealed class WhenTimeDeclined(Notifier notifier) : IReaction<TimeDeclined>
{
    public Task Handle(Happened<TimeDeclined> happened, CancellationToken cancellationToken) =>
        notifier.TellSeller(happened.Fact.OrderId, ServiceTexts.TimeDeclined, cancellationToken);
}
