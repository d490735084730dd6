using Komeji.Application.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payouts;

namespace Komeji.Application.Ledger;

/// <summary>The books follow each payout (rule P11): out of the shop's balance, out of what is at the bank, or back.</summary>
public sealed class WhenPayoutMoves(IKomejiDb db, TimeProvider clock) : IReaction<PayoutMoved>, IReaction<PayoutCharged>, IReaction<ExtraPayoutOwed>, IReaction<ExtraPayoutReturned>
{
    public async Task Handle(Happened<PayoutMoved> happened, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var payout = await db.Payouts.FindAsync([happened.Fact.PayoutId], cancellationToken) ?? throw new NotFound();
        Journal[] booked = happened.Fact.To switch
        {
            PayoutState.Requested => [PostingRules.PayoutAsked(payout, now)],
            PayoutState.Succeeded => [PostingRules.PayoutSent(payout, now)],
            PayoutState.Returned => [PostingRules.PayoutReturned(payout, now), PostingRules.PayoutGivenBack(payout, now)],
            PayoutState.Rejected or PayoutState.Cancelled => [PostingRules.PayoutGivenBack(payout, now)],
            _ => [],
        };
        db.Journals.AddRange(booked);
    }

    public async Task Handle(Happened<PayoutCharged> happened, CancellationToken cancellationToken)
    {
        var payout = await db.Payouts.FindAsync([happened.Fact.PayoutId], cancellationToken) ?? throw new NotFound();
        db.Journals.Add(PostingRules.PayoutCharged(payout, happened.Fact.AttemptId, happened.Fact.Charge, clock.GetUtcNow()));
    }

    public async Task Handle(Happened<ExtraPayoutOwed> happened, CancellationToken cancellationToken)
    {
        var payout = await db.Payouts.FindAsync([happened.Fact.PayoutId], cancellationToken) ?? throw new NotFound();
        db.Journals.Add(PostingRules.ExtraPayoutOwed(payout, happened.Fact.AttemptId, clock.GetUtcNow()));
    }

    public async Task Handle(Happened<ExtraPayoutReturned> happened, CancellationToken cancellationToken)
    {
        var payout = await db.Payouts.FindAsync([happened.Fact.PayoutId], cancellationToken) ?? throw new NotFound();
        db.Journals.Add(PostingRules.ExtraPayoutReturned(payout, happened.Fact.AttemptId, clock.GetUtcNow()));
    }
}
