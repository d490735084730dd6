using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Desk;

/// <summary>Whose the money is that came back after a dispute was lost.</summary>
public enum MoneyBackTo
{
    /// <summary>The shops of completed orders, who had given it up.</summary>
    Shops,

    /// <summary>The buyer, whose bank took back what had counted as her refund.</summary>
    Buyer,

    /// <summary>The cooperative, which bore the loss.</summary>
    Cooperative,
}

/// <summary>Money came back though a dispute had been lost and settled: finance decides whose it is, with a reason.</summary>
public sealed record DecideMoneyBack(DisputeId Id, MoneyBackTo To, string Reason) : ICommand, INeedsProof
{
    /// <summary>What the buyer's refund says.</summary>
    public const string RefundReason = "dispute_back";

    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<DecideMoneyBack>
    {
        public async Task<Unit> Handle(DecideMoneyBack request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var officer = user.Require();
            var by = Actor.Staff(officer.Value, Roles.Finance);
            var dispute = await db.Disputes.Include(d => d.Claims).SingleOrDefaultAsync(d => d.Id == request.Id, cancellationToken) ?? throw new NotFound();
            await db.RequireNotOwn(dispute.PurchaseId, officer, cancellationToken);
            switch (request.To)
            {
                case MoneyBackTo.Shops:
                    db.Journals.AddRange(dispute.ReturnToShops(by, request.Reason, now).Select(claim => PostingRules.DisputeLossReturned(dispute, claim, now)));
                    break;
                case MoneyBackTo.Buyer:
                    var owed = dispute.ReturnToBuyer(await db.CountedAsRefund(dispute, cancellationToken), by, request.Reason, now);
                    var refund = Refund.Request(dispute.PurchaseId, null, dispute.Gateway, dispute.ProviderPayment, owed, RefundReason, now);
                    db.Refunds.Add(refund);
                    db.Journals.Add(PostingRules.DisputeBackToBuyer(refund, dispute, now));
                    break;
                case MoneyBackTo.Cooperative:
                    db.Journals.Add(PostingRules.DisputeRecovered(dispute, dispute.Recover(by, request.Reason, now), now));
                    break;
                default:
                    throw new InvalidOperationException($"Unknown owner {request.To}.");
            }

            return Unit.Value;
        }
    }
}

static class MoneyBack
{
    /// <summary>What of the buyer's refunds counts as paid by the dispute and was not given to her again: nobody pays her twice.</summary>
    public static async Task<Rupiah> CountedAsRefund(this IKomejiDb db, Dispute dispute, CancellationToken cancellationToken)
    {
        var (counted, id, back) = (PostingRules.RefundsByDispute, dispute.Id.Value.ToString(), PostingRules.DisputeBackToBuyerKey(dispute.ProviderDispute));
        var journals = db.Journals.Where(j => j.PurchaseId == dispute.PurchaseId);
        var got = await journals.Where(j => j.Key.StartsWith(counted)).SelectMany(j => j.Entries)
            .Where(e => e.Account == Chart.DisputedFunds.Code && e.AccountKey == id).SumAsync(e => -(long)e.Amount, cancellationToken);
        var again = await journals.Where(j => j.Key == back).SelectMany(j => j.Entries)
            .Where(e => e.Account == Chart.UnmatchedReceipts.Code).SumAsync(e => (long)e.Amount, cancellationToken);
        return new Rupiah(got - again);
    }
}
