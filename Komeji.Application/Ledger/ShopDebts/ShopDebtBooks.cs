using Komeji.Application.Common;
using Komeji.Application.Ledger.Cash;
using Komeji.Application.Payments.Desk;
using Komeji.Application.Payouts;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.ShopDebts;

/// <summary>What shops owe the cooperative (1210, and 2030 below zero), and how it ends without their balance. Only in the turn in which payouts are taken out of it.</summary>
sealed class ShopDebtBooks(IKomejiDb db, TimeProvider clock)
{
    /// <summary>What the steps of such a debt are about; the id is the shop's.</summary>
    public const string Subject = "shop-debt";

    public async Task<Rupiah> OpenOf(StoreId store, ShopDebt debt, CancellationToken cancellationToken) => debt == ShopDebt.CashFees
        ? await db.CashDebtOf(store, cancellationToken)
        : Rupiah.Max(Rupiah.Zero, -await db.BalanceOf(store, cancellationToken));

    public void Pay(ShopPayment payment, IEnumerable<CashFee> due)
    {
        var now = clock.GetUtcNow();
        var by = Actor.Staff(payment.RecordedBy.Value, Roles.Finance);
        db.ShopPayments.Add(payment);
        db.StateChanges.Add(new StateChange(Subject, payment.StoreId.Value, "", "", by, now, "shop_paid", $"{payment.Amount} {payment.Reference}"));
        if (payment.Debt == ShopDebt.Balance)
        {
            db.Journals.Add(PostingRules.ShopDebtPaid(payment, now));
            return;
        }

        var left = payment.Amount;
        var parts = new List<(OrderId Order, Rupiah Fee)>();
        foreach (var fee in due.TakeWhile(_ => left.IsPositive))
        {
            var part = Rupiah.Min(fee.Open, left);
            parts.Add((fee.OrderId, fee.Pay(part, by, now)));
            left -= part;
        }

        db.Journals.Add(PostingRules.CashFeesPaid(payment, parts, now));
    }

    /// <summary>The oldest first.</summary>
    public Task<List<CashFee>> Due(StoreId store, CancellationToken cancellationToken) =>
        db.CashFees.Where(f => f.StoreId == store && f.State == CashFeeState.Due).OrderBy(f => f.DueAt).ThenBy(f => f.OrderId).ToListAsync(cancellationToken);

    /// <summary>A second officer has agreed.</summary>
    /// <exception cref="RuleBroken"><c>approval.changed</c></exception>
    public async Task WriteOffCashFees(MoneyApproval what, CancellationToken cancellationToken)
    {
        var (store, now) = (new StoreId(what.SubjectId), clock.GetUtcNow());
        await db.TakeTurn(PayoutReserve.Turn(store), cancellationToken);
        MoneyDeeds.RequireSame(what.Amount, await db.CashDebtOf(store, cancellationToken));
        foreach (var fee in await Due(store, cancellationToken))
        {
            db.Journals.Add(PostingRules.CashFeeWrittenOff(fee, fee.WriteOff(what.Asker, what.Reason, now), now));
        }
    }

    /// <summary>A second officer has agreed.</summary>
    /// <exception cref="RuleBroken"><c>approval.changed</c></exception>
    public async Task WriteOffBalance(MoneyApproval what, CancellationToken cancellationToken)
    {
        var store = new StoreId(what.SubjectId);
        await db.TakeTurn(PayoutReserve.Turn(store), cancellationToken);
        MoneyDeeds.RequireSame(what.Amount, await OpenOf(store, ShopDebt.Balance, cancellationToken));
        db.Journals.Add(PostingRules.ShopDebtWrittenOff(what.Id, store, what.Amount, clock.GetUtcNow()));
    }
}
