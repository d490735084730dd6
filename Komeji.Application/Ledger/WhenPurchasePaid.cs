using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger;

/// <summary>The buyer's money, and what a voucher's fund pays, is held per order, in the books (rule P1) and beside them.</summary>
public sealed class WhenPurchasePaid(IKomejiDb db, TimeProvider clock) : IReaction<PurchasePaid>
{
    public async Task Handle(Happened<PurchasePaid> happened, CancellationToken cancellationToken)
    {
        var (fact, now) = (happened.Fact, clock.GetUtcNow());
        var orders = await db.Orders.Where(o => o.PurchaseId == fact.PurchaseId).OrderBy(o => o.Sequence).ToListAsync(cancellationToken);
        var fund = (orders.Select(o => o.VoucherId).OfType<VoucherId>().FirstOrDefault(), Rupiah.Sum(orders.Select(o => o.CooperativeDiscount)));
        db.Journals.Add(PostingRules.PurchasePaid(fact.Gateway, fact.ProviderPayment, fact.PurchaseId, orders.Select(o => (o.Id, o.Held)), fact.PaidAt, now, fund));
        db.EscrowShares.AddRange(orders.Select(o => EscrowShare.Hold(o.Id, o.Held, now, o.CooperativeDiscount)));
    }
}
