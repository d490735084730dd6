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

    /// <summary>PPh 22 freezes at the release, where the rule in force says so.</summary>
    public async Task FreezeTax(Order order, CancellationToken cancellationToken)
    {
        if (await taxes.IncomeTax(order.StoreId, TaxPoint.Release, cancellationToken) is { } withholding)
        {
            order.FreezeIncomeTax(withholding);
        }
    }
}
