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

/// <summary>Money came back though a dispute had been lost and settled: finance decides whose it is, with a reason. Above a limit another officer has to agree first.</summary>
public sealed record DecideMoneyBack(DisputeId Id, MoneyBackTo To, string Reason) : ICommand<MoneyDecided>, INeedsProof
{
    /// <summary>What the buyer's refund says.</summary>
    public const string RefundReason = "dispute_back";

    internal sealed class Handler(IKomejiDb db, MoneyDeeds deeds, SecondOfficer second, ICurrentUser user) : IRequestHandler<DecideMoneyBack, MoneyDecided>
    {
        public async Task<MoneyDecided> Handle(DecideMoneyBack request, CancellationToken cancellationToken)
        {
            var officer = user.Require();
            var by = Actor.Staff(officer.Value, Roles.Finance);
            var purchase = await db.Disputes.Where(d => d.Id == request.Id).Join(db.Purchases, d => d.PurchaseId, p => p.Id, (d, p) => new { p.Id, p.Number }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            await db.TakeRefundTurn(purchase.Id, cancellationToken);
            await db.RequireNotOwn(purchase.Id, officer, cancellationToken);
            var looked = await db.Disputes.AsNoTracking().Include(d => d.Claims).SingleAsync(d => d.Id == request.Id, cancellationToken);
            var (amount, seen) = (looked.BackAfterLoss, await deeds.SeenOfMoneyBack(looked, cancellationToken));
            if (!await second.IsNeeded(amount, cancellationToken))
            {
                await deeds.MoneyBack(request.Id, request.To, by, request.Reason, seen, cancellationToken);
                return MoneyDecided.Booked;
            }

            await deeds.DraftMoneyBack(looked, request.To, by, request.Reason, cancellationToken);
            return await second.Ask(new MoneyWish(MoneyAct.DisputeMoneyBack, request.Id.Value, purchase.Id, purchase.Number, amount, request.Reason, request.To.ToString(), seen), by, cancellationToken);
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
