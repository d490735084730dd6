using Komeji.Application.Common;
using Komeji.Application.Payouts;
using Komeji.Domain.Payouts;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Notifications;

/// <summary>The owner hears how each payout of her shop goes. That one was asked for she hears by every way there is: it may not have been she.</summary>
public sealed class WhenPayoutMoves(IKomejiDb db, Notifier notifier) : IReaction<PayoutMoved>, IReaction<ExtraPayoutOwed>
{
    public async Task Handle(Happened<PayoutMoved> happened, CancellationToken cancellationToken)
    {
        var fact = happened.Fact;
        var payout = await db.Payouts.FindAsync([fact.PayoutId], cancellationToken) ?? throw new NotFound();
        if (PayoutTexts.Of(payout, fact.To, fact.Note) is not { } notice)
        {
            return;
        }

        var owner = await db.Stores.Where(s => s.Id == fact.StoreId).Select(s => s.OwnerId).SingleAsync(cancellationToken);
        await (fact.To == PayoutState.Requested ? notifier.TellEverywhere(owner, notice, cancellationToken) : notifier.Tell(owner, notice, cancellationToken));
    }

    public async Task Handle(Happened<ExtraPayoutOwed> happened, CancellationToken cancellationToken)
    {
        var fact = happened.Fact;
        var payout = await db.Payouts.FindAsync([fact.PayoutId], cancellationToken) ?? throw new NotFound();
        var owner = await db.Stores.Where(s => s.Id == fact.StoreId).Select(s => s.OwnerId).SingleAsync(cancellationToken);
        await notifier.Tell(owner, PayoutTexts.PaidTwice(payout, fact.Reason), cancellationToken);
    }
}
