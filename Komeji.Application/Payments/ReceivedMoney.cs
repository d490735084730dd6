using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>Money a provider says it took, heard by notification or by asking. Booked once per payment at the provider.</summary>
public sealed class ReceivedMoney(IKomejiDb db, ContractPrices prices, TimeProvider clock)
{
    /// <returns>What it meant, for the event's note.</returns>
    public async Task<string> Book(string gateway, ProviderNotice.Paid told, CancellationToken cancellationToken)
    {
        var notice = await prices.WithCost(told, cancellationToken);
        var isBooked = await db.Journals.AnyAsync(j => j.Key == PostingRules.PaidKey(notice.ProviderPayment), cancellationToken);
        if (isBooked && (notice.Cost is null || await db.Journals.AnyAsync(j => j.Key == PostingRules.CostKey(notice.Cost.BalanceTransaction), cancellationToken)))
        {
            return "booked before";
        }

        var now = clock.GetUtcNow();
        var payment = await db.Payments.Include(p => p.Attempts).SingleOrDefaultAsync(p => p.Attempts.Any(a => a.Id == notice.Attempt), cancellationToken)
            ?? throw new InvalidOperationException($"No attempt {notice.Attempt.Value}: the money has no purchase.");
        if (isBooked)
        {
            await BookCost(gateway, payment, notice, now, cancellationToken);
            return "cost known";
        }

        var receipt = payment.Receive(notice.Attempt, notice.ProviderPayment, notice.Amount, notice.Currency, notice.Method, notice.At, now, notice.IsWhole);
        switch (receipt)
        {
            case Receipt.Surplus:
                GiveBack(gateway, payment, notice, now);
                break;
            case Receipt.Wrong when notice.Currency != "IDR":
                // Nothing of it can be booked in rupiah: the payment says that it holds wrong money, and an officer decides.
                return "another currency";
            case Receipt.Wrong:
                db.Journals.Add(PostingRules.WrongAmountReceived(gateway, notice.ProviderPayment, payment.PurchaseId, notice.Amount, notice.At, now));
                break;
            default:
                break;
        }

        if (receipt != Receipt.Repeat)
        {
            await BookCost(gateway, payment, notice, now, cancellationToken);
        }

        return receipt.ToString();
    }

    void GiveBack(string gateway, Payment payment, ProviderNotice.Paid notice, DateTimeOffset now)
    {
        var refund = Refund.Request(payment.PurchaseId, null, gateway, notice.ProviderPayment, notice.Amount, "surplus", now);
        db.Refunds.Add(refund);
        db.Journals.Add(PostingRules.SurplusReceived(gateway, refund, notice.At, now));
    }

    /// <summary>
    /// The orders that were paid share the cost by what was paid for each; cost of other money stays with the cooperative. A cost
    /// that is not known yet is asked about later; an order that ended meanwhile bears none of it.
    /// </summary>
    async Task BookCost(string gateway, Payment payment, ProviderNotice.Paid notice, DateTimeOffset now, CancellationToken cancellationToken)
    {
        payment.NoteCost(notice.Attempt, isKnown: notice.Cost is not null);
        if (notice.Cost is not { Amount.IsPositive: true } cost)
        {
            return;
        }

        db.Journals.Add(PostingRules.ProviderCostKnown(gateway, cost.BalanceTransaction, payment.PurchaseId, cost.Amount, notice.At, now));
        if (notice.ProviderPayment != payment.ProviderPayment)
        {
            return;
        }

        var orders = await db.Orders.Where(o => o.PurchaseId == payment.PurchaseId).OrderBy(o => o.Sequence).ToListAsync(cancellationToken);
        var parts = Allocation.Allocate(cost.Amount, [.. orders.Select(o => o.Total.Amount)], orders[0].Sequence);
        foreach (var (order, part) in orders.Zip(parts))
        {
            order.BearProviderCost(part);
        }
    }
}
