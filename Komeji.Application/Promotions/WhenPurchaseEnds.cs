using Komeji.Application.Common;
using Komeji.Application.Payments;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Promotions;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Promotions;

/// <summary>
/// A purchase that has a voucher was paid, or did not happen: it expired, was given up, or all its orders were cancelled after it was
/// paid. Where one of them goes on, the voucher stays used.
/// </summary>
sealed class WhenPurchaseEnds(IKomejiDb db, TimeProvider clock)
    : IReaction<PurchasePaid>, IReaction<PurchaseExpired>, IReaction<PurchaseCancelled>, IReaction<OrderCancelled>
{
    public async Task Handle(Happened<PurchasePaid> happened, CancellationToken cancellationToken) =>
        (await UseOf(happened.Fact.PurchaseId, cancellationToken))?.Pay(clock.GetUtcNow());

    public Task Handle(Happened<PurchaseExpired> happened, CancellationToken cancellationToken) =>
        GiveBack(happened.Fact.PurchaseId, "payment_expired", cancellationToken);

    public Task Handle(Happened<PurchaseCancelled> happened, CancellationToken cancellationToken) =>
        GiveBack(happened.Fact.PurchaseId, "cancelled_by_buyer", cancellationToken);

    public async Task Handle(Happened<OrderCancelled> happened, CancellationToken cancellationToken)
    {
        var (fact, id) = (happened.Fact, happened.Fact.OrderId);
        if (!fact.WasPaid)
        {
            return;
        }

        var purchase = await db.Orders.Where(o => o.Id == id).Select(o => o.PurchaseId).SingleAsync(cancellationToken);
        if (await UseOf(purchase, cancellationToken) is not { State: VoucherUseState.Used } use)
        {
            return;
        }

        // Of two orders that are cancelled at once the second sees the first.
        await db.TakeRefundTurn(purchase, cancellationToken);
        if (!await db.Orders.AnyAsync(o => o.PurchaseId == purchase && o.Id != id && o.State != OrderState.Cancelled, cancellationToken))
        {
            use.GiveBack("all_cancelled", clock.GetUtcNow());
        }
    }

    async Task GiveBack(PurchaseId purchase, string reasonCode, CancellationToken cancellationToken) =>
        (await UseOf(purchase, cancellationToken))?.GiveBack(reasonCode, clock.GetUtcNow());

    Task<VoucherUse?> UseOf(PurchaseId purchase, CancellationToken cancellationToken) =>
        db.VoucherUses.SingleOrDefaultAsync(u => u.PurchaseId == purchase, cancellationToken);
}
