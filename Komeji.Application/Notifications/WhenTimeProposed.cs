using Komeji.Application.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Notifications;

/// <summary>The buyer is asked whether another time suits.</summary>
public sealed class WhenTimeProposed(Notifier notifier) : IReaction<TimeProposed>
{
    public Task Handle(Happened<TimeProposed> happened, CancellationToken cancellationToken) =>
        notifier.TellBuyer(happened.Fact.OrderId, ServiceTexts.TimeProposed, cancellationToken);
}
