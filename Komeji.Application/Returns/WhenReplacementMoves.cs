using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Domain.Common;
using Komeji.Domain.Returns;

namespace Komeji.Application.Returns;

/// <summary>Both sides of a replacement are told what to do and what happened; officers of a decision that is late.</summary>
sealed class WhenReplacementMoves(IKomejiDb db, Notifier notifier)
    : IReaction<ReplacementOpened>, IReaction<ReplacementDue>, IReaction<ReplacementSent>, IReaction<ReplacementNotArrived>, IReaction<ReplacementOverdue>, IReaction<ReplacementDelivered>, IReaction<ReplacementFailed>
{
    public async Task Handle(Happened<ReplacementOpened> notification, CancellationToken cancellationToken)
    {
        var replacement = await Find(notification.Fact.ReplacementId, cancellationToken);
        await notifier.TellSeller(replacement.OrderId, order => ReturnTexts.ReplacementOpened(replacement, order), cancellationToken);
    }

    public async Task Handle(Happened<ReplacementDue> notification, CancellationToken cancellationToken)
    {
        var replacement = await Find(notification.Fact.ReplacementId, cancellationToken);
        await notifier.TellSeller(replacement.OrderId, order => ReturnTexts.ReplacementDue(replacement, order), cancellationToken);
    }

    public async Task Handle(Happened<ReplacementSent> notification, CancellationToken cancellationToken)
    {
        var replacement = await Find(notification.Fact.ReplacementId, cancellationToken);
        await notifier.TellBuyer(replacement.OrderId, order => ReturnTexts.ReplacementSent(replacement, order), cancellationToken);
    }

    public async Task Handle(Happened<ReplacementNotArrived> notification, CancellationToken cancellationToken)
    {
        var replacement = await Find(notification.Fact.ReplacementId, cancellationToken);
        await notifier.TellSeller(replacement.OrderId, order => ReturnTexts.ReplacementNotArrived(replacement, order), cancellationToken);
    }

    public Task Handle(Happened<ReplacementOverdue> notification, CancellationToken cancellationToken) =>
        notifier.TellOperators(ReturnTexts.ReplacementOverdue(notification.Fact.Number), cancellationToken);

    public async Task Handle(Happened<ReplacementDelivered> notification, CancellationToken cancellationToken)
    {
        var replacement = await Find(notification.Fact.ReplacementId, cancellationToken);
        await notifier.TellBuyer(replacement.OrderId, _ => ReturnTexts.ReplacementDelivered(replacement, forBuyer: true), cancellationToken);
        await notifier.TellSeller(replacement.OrderId, _ => ReturnTexts.ReplacementDelivered(replacement, forBuyer: false), cancellationToken);
    }

    public async Task Handle(Happened<ReplacementFailed> notification, CancellationToken cancellationToken)
    {
        var replacement = await Find(notification.Fact.ReplacementId, cancellationToken);
        await notifier.TellBuyer(replacement.OrderId, _ => ReturnTexts.ReplacementFailed(replacement, forBuyer: true), cancellationToken);
        await notifier.TellSeller(replacement.OrderId, _ => ReturnTexts.ReplacementFailed(replacement, forBuyer: false), cancellationToken);
    }

    /// <summary>The replacement that has just moved is at hand.</summary>
    async Task<Replacement> Find(ReplacementId id, CancellationToken cancellationToken) => await db.Replacements.FindAsync([id], cancellationToken) ?? throw new NotFound();
}
