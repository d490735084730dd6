using Komeji.Application.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Notifications;

/// <summary>The shop learns that the buyer takes the other time.</summary>
public sealed class WhenTimeAgreed(Notifier notifier) : IReaction<TimeAgreed>
{
    public Task Handle(Happened<TimeAgreed> happened, CancellationToken cancellationToken) =>
        notifier.TellSeller(happened.Fact.OrderId, ServiceTexts.TimeAgreed, cancellationToken);
}
