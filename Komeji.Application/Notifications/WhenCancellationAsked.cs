using Komeji.Application.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Notifications;

/// <summary>The shop is asked whether it agrees.</summary>
public sealed class WhenCancellationAsked(Notifier notifier) : IReaction<CancellationAsked>
{
    public Task Handle(Happened<CancellationAsked> happened, CancellationToken cancellationToken) =>
        notifier.TellSeller(happened.Fact.OrderId, Texts.CancellationAsked, cancellationToken);
}
