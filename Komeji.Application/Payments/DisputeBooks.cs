using Komeji.Application.Common;
using Komeji.Application.Complaints;
using Komeji.Application.Taxes;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>
/// Whose money a dispute takes (rule P12). What is held of an order is frozen; of a completed order the shop's balance is set apart;
/// what is owed to the buyer as a refund counts as paid by her bank once the dispute is lost. Nobody is ever paid twice for it.
/// </summary>
public sealed class DisputeBooks(IKomejiDb db, TaxBooks taxes)
{
    const string Frozen = "dispute";

    public async Task Freeze(Dispute dispute, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.TakeRefundTurn(dispute.PurchaseId, cancellationToken);
        foreach (var share in (await SharesOf(dispute, cancellationToken)).Where(s => s.State == EscrowState.Held))
        {
            share.Freeze(Actor.System, Frozen, now);
        }
    }

    /// <summary>The bank took so much: it falls on the payment's orders and open refunds by what each still has, and what completed orders brought their shops is held.</summary>
    public async Task Hold(Dispute dispute, Rupiah taken, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.TakeRefundTurn(dispute.PurchaseId, cancellationToken);
        var shares = (await SharesOf(dispute, cancellationToken)).ToDictionary(s => s.OrderId);
        var orders = await OrdersOf(shares.Keys, cancellationToken);
        var soFar = await db.ReadTakenBack(dispute.PurchaseId, cancellationToken);
        var weights = orders.ConvertAll(o => Left(o, shares[o.Id], soFar).Amount);
        var owed = (await OpenRefunds(dispute, cancellationToken)).Sum(r => r.Rest.Amount);
        var all = new Rupiah(weights.Sum() + owed);
        if (orders.Count == 0 || all.IsZero)
        {
            return;
        }

        var parts = Allocation.Allocate(Rupiah.Min(taken, all), [.. weights, owed], orders[0].Sequence);
        foreach (var (order, part) in orders.Zip(parts).Where(x => x.Second.IsPositive && shares[x.First.Id].State == EscrowState.Released))
        {
            var release = PostingRules.ReleaseKey(order.Id);
            var month = await db.Journals.Where(j => j.Key == release).Select(j => j.Period).SingleAsync(cancellationToken);
            var claim = dispute.Claim(order, part, soFar, month);
            if (claim.Held.IsPositive)
            {
                db.Journals.Add(PostingRules.DisputeHeld(dispute, claim, now));
            }
        }
    }

    /// <summary>It was won: the shops have again what was held of them.</summary>
    public void GiveBack(Dispute dispute, DateTimeOffset now)
    {
        foreach (var claim in dispute.GiveClaimsBack().Where(c => c.Held.IsPositive))
        {
            db.Journals.Add(PostingRules.DisputeHoldReturned(dispute, claim, now));
        }
    }

    /// <summary>
    /// It was lost: shops of completed orders give up what was held, refunds that are owed count as paid, and what the buyer had got
    /// back before is the cooperative's loss. Orders that are under way stay frozen until somebody ends them or decides who bears it.
    /// </summary>
    public async Task Lose(Dispute dispute, DateTimeOffset now, CancellationToken cancellationToken)
    {
        dispute.BookLoss(await taxes.Remitted(dispute.Claims.Select(c => c.TaxMonth), cancellationToken));
        foreach (var claim in dispute.Claims)
        {
            db.Journals.Add(PostingRules.DisputeLost(dispute, claim, now));
        }

        var refunds = await OpenRefunds(dispute, cancellationToken);
        var underWay = (await SharesOf(dispute, cancellationToken)).Where(s => s.State != EscrowState.Released).ToDictionary(s => s.OrderId);
        var soFar = await db.ReadTakenBack(dispute.PurchaseId, cancellationToken);
        var held = (await OrdersOf(underWay.Keys, cancellationToken)).Sum(o => Left(o, underWay[o.Id], soFar).Amount);
        var paidBack = dispute.Unsettled - new Rupiah(held + refunds.Sum(r => r.Rest.Amount));
        if (paidBack.IsPositive)
        {
            dispute.Bear(paidBack);
            db.Journals.Add(PostingRules.DisputeBorne(dispute, paidBack, "paid-back", now));
        }

        foreach (var refund in refunds)
        {
            Settle(refund, dispute, now);
        }
    }

    /// <summary>A refund is owed: as far as lost disputes of its payment took money, the buyer has it.</summary>
    public async Task Settle(Refund refund, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var lost = await DisputesOf(refund).Include(d => d.Claims).Where(d => d.State == DisputeState.Lost && (long)d.Unsettled > 0).OrderBy(d => d.OpenedAt).ToListAsync(cancellationToken);
        foreach (var dispute in lost)
        {
            Settle(refund, dispute, now);
            await GoOn(dispute, now, cancellationToken);
        }
    }

    /// <summary>
    /// A refund is owed out of an order's held money. Where the cooperative bore a lost dispute so that orders could go on, the buyer has that
    /// money of her bank already: as far as it reaches the order pays for the dispute instead of the cooperative, and that much of the refund
    /// counts as paid. To be asked for in the refunds' turn.
    /// </summary>
    public async Task TakeOver(Refund refund, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var borne = Rupiah.Min(refund.Amount, await db.BorneFor(refund.PurchaseId, cancellationToken));
        if (!borne.IsPositive)
        {
            return;
        }

        foreach (var dispute in await db.Disputes.Where(d => d.PurchaseId == refund.PurchaseId && d.State == DisputeState.Lost && (long)d.Borne > 0).OrderBy(d => d.OpenedAt).ToListAsync(cancellationToken))
        {
            if (dispute.Unbear(borne, now) is { IsPositive: true } part)
            {
                borne -= part;
                db.Journals.Add(PostingRules.DisputeUnborne(refund, dispute, part, now));
                Settle(refund, dispute, now);
            }
        }
    }

    /// <summary>The bank has the refund's money and has not decided who keeps it.</summary>
    public Task<bool> Holds(Refund refund, CancellationToken cancellationToken) =>
        DisputesOf(refund).AnyAsync(d => d.IsWithdrawn && (d.State == DisputeState.Open || d.State == DisputeState.EvidenceSent), cancellationToken);

    /// <summary>A transfer by hand is out of the question: the buyer may get the money, or has got it, from her bank.</summary>
    public Task<bool> ForbidsTransfer(Refund refund, CancellationToken cancellationToken) =>
        DisputesOf(refund).AnyAsync(d => d.State == DisputeState.Open || d.State == DisputeState.EvidenceSent || (d.State == DisputeState.Lost && (long)d.Unsettled > 0), cancellationToken);

    /// <summary>Nothing of the payment is in dispute any more: what was frozen goes on, unless a complaint holds it, and its clocks get the time back.</summary>
    public async Task GoOn(Dispute dispute, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!dispute.IsOver || (dispute.State == DisputeState.Lost && (!dispute.LossBooked || dispute.Unsettled.IsPositive)) || await AnotherStands(dispute, cancellationToken))
        {
            return;
        }

        await db.TakeRefundTurn(dispute.PurchaseId, cancellationToken);
        foreach (var share in (await SharesOf(dispute, cancellationToken)).Where(s => s.State == EscrowState.Frozen))
        {
            if (await db.HasOpenComplaint(share.OrderId, cancellationToken))
            {
                continue;
            }

            var standstill = now - (share.FrozenAt ?? dispute.OpenedAt);
            share.Unfreeze(Actor.System, Frozen, now);
            var order = await db.Orders.Include(o => o.Timers).SingleAsync(o => o.Id == share.OrderId, cancellationToken);
            order.GoOnAfter(standstill);
        }
    }

    /// <summary>A dispute keeps an order's money where it is, whatever else ends.</summary>
    public Task<bool> KeepsFrozen(OrderId order, CancellationToken cancellationToken) => db.Disputes.AnyAsync(
        d => db.Orders.Any(o => o.Id == order && o.PurchaseId == d.PurchaseId) && db.Payments.Any(p => p.PurchaseId == d.PurchaseId && p.ProviderPayment == d.ProviderPayment)
            && (d.State == DisputeState.Open || d.State == DisputeState.EvidenceSent || (d.State == DisputeState.Lost && (!d.LossBooked || (long)d.Unsettled > 0))),
        cancellationToken);

    Task<bool> AnotherStands(Dispute dispute, CancellationToken cancellationToken) => db.Disputes.AnyAsync(
        d => d.Gateway == dispute.Gateway && d.ProviderPayment == dispute.ProviderPayment && d.Id != dispute.Id
            && (d.State == DisputeState.Open || d.State == DisputeState.EvidenceSent || (d.State == DisputeState.Lost && (long)d.Unsettled > 0)),
        cancellationToken);

    void Settle(Refund refund, Dispute dispute, DateTimeOffset now)
    {
        var amount = Rupiah.Min(refund.Rest, dispute.Unsettled);
        if (amount.IsPositive && refund.State is RefundState.Requested or RefundState.Failed)
        {
            refund.SettleBy(dispute.ProviderDispute, amount, now);
            dispute.Settle(amount);
            db.Journals.Add(PostingRules.RefundedByDispute(refund, dispute, amount, now));
        }
    }

    /// <summary>
    /// What of an order can still be taken from its money: what is held, or of a completed one what it got, and never more than the buyer
    /// has not got back of her own money: a bank takes no voucher. What others paid back to her out of their own is not taken from the shop.
    /// </summary>
    static Rupiah Left(Order order, EscrowShare share, TakenBack soFar) =>
        Rupiah.Min(soFar.CashLeft(order), share.State == EscrowState.Released ? soFar.Left(order) : Rupiah.Min(share.Remaining, order.Left));

    Task<List<Order>> OrdersOf(IEnumerable<OrderId> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.ToList();
        return db.Orders.Where(o => wanted.Contains(o.Id)).OrderBy(o => o.Sequence).ToListAsync(cancellationToken);
    }

    IQueryable<Dispute> DisputesOf(Refund refund) => db.Disputes.Where(d => d.Gateway == refund.Gateway && d.ProviderPayment == refund.ProviderPayment);

    Task<List<Refund>> OpenRefunds(Dispute dispute, CancellationToken cancellationToken) => db.Refunds
        .Where(r => r.Gateway == dispute.Gateway && r.ProviderPayment == dispute.ProviderPayment && r.State != RefundState.Succeeded)
        .OrderBy(r => r.RequestedAt).ThenBy(r => r.Id).ToListAsync(cancellationToken);

    /// <summary>Only of orders paid with the disputed money: surplus of the same purchase is none of theirs.</summary>
    Task<List<EscrowShare>> SharesOf(Dispute dispute, CancellationToken cancellationToken) => db.EscrowShares
        .Where(s => db.Orders.Any(o => o.Id == s.OrderId && o.PurchaseId == dispute.PurchaseId)
            && db.Payments.Any(p => p.PurchaseId == dispute.PurchaseId && p.ProviderPayment == dispute.ProviderPayment))
        .ToListAsync(cancellationToken);
}
