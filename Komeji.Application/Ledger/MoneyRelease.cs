using Komeji.Application.Common;
using Komeji.Application.Taxes;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Taxes;

namespace Komeji.Application.Ledger;

/// <summary>What is held of an order becomes its shop's balance, less fee and taxes (rule P5), once: whether the order is complete or others bore its refund.</summary>
public sealed class MoneyRelease(IKomejiDb db, TaxesInForce taxes, TimeProvider clock)
{
    /// <param name="order">Tracked, and so is its share.</param>
    public async Task Release(Order order, EscrowShare share, CancellationToken cancellationToken)
    {
        await FreezeTax(order, cancellationToken);
        var now = clock.GetUtcNow();
        share.Release(now);
        db.Journals.Add(PostingRules.Released(order, now, now));
    }

    /// <summary>Of an order paid in cash nothing was held: the shop owes fee and PPN (rule P18). PPh 22 is of money that came here, so there is none.</summary>
    /// <param name="order">Just complete.</param>
    public void Owe(Order order)
    {
        if (!(order.Fee + order.Vat).IsPositive)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var fee = CashFee.Of(order, now);
        db.CashFees.Add(fee);
        db.Journals.Add(PostingRules.CashFeeDue(fee, order.Number, order.PurchaseId, now));
    }

    /// <summary>PPh 22 freezes at the release, where the rule in force says so.</summary>
    public async Task FreezeTax(Order order, CancellationToken cancellationToken)
    {
        if (await taxes.IncomeTax(order.StoreId, TaxPoint.Release, cancellationToken) is { } withholding)
        {
            order.FreezeIncomeTax(withholding);
        }
    }
}
