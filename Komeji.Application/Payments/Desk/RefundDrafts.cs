using Komeji.Application.Common;
using Komeji.Application.Complaints;
using Komeji.Application.Ledger;
using Komeji.Application.Ordering;
using Komeji.Application.Taxes;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Desk;

/// <summary>Makes what a preview shows and a decision books.</summary>
sealed class RefundDrafts(IKomejiDb db, TaxBooks taxes, MoneyRelease held, ICurrentUser user)
{
    /// <param name="by">Who decides it. Whoever asks now, a second officer perhaps, must have nothing to do with the purchase.</param>
    /// <param name="orders">Tracked when it is to be saved.</param>
    /// <exception cref="NotFound">There is no such paid order.</exception>
    /// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>refund.complaint_open</c>, <c>refund.cash</c>, <c>refund.borne</c>, <c>refund.nothing_for_buyer</c>, and what <see cref="RefundDecision.Make"/> refuses.</exception>
    public async Task<RefundDraft> Make(Actor by, IQueryable<Order> orders, string number, RefundPlan plan, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var order = await Find(orders, number, cancellationToken);
        await db.RequireNoComplaint(order.Id, cancellationToken);
        return await Draw(order, plan, by, reason, now, cancellationToken);
    }

    /// <summary>
    /// The same for what waits for a second officer. What never came and goes back by a complaint is lost with it, and not before; what was
    /// decided without one waits while a complaint is open.
    /// </summary>
    public async Task<RefundDraft> Make(MoneyApproval what, IQueryable<Order> orders, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (order, plan) = (await Find(orders, what.Number, cancellationToken), RefundWish.Read(what.Details));
        if (what.Act == MoneyAct.Complaint)
        {
            order.Lose(plan, what.Reason, now);
        }
        else
        {
            await db.RequireNoComplaint(order.Id, cancellationToken);
        }

        return await Draw(order, plan, what.Asker, what.Reason, now, cancellationToken);
    }

    /// <summary>The same where what was agreed or decided elsewhere, as on a complaint, is carried out.</summary>
    /// <param name="order">With its lines and clocks; tracked when it is to be saved.</param>
    /// <param name="by">Whose word it was.</param>
    /// <exception cref="RuleBroken"><c>refund.cash</c>, <c>refund.borne</c>, <c>refund.nothing_for_buyer</c>, and what <see cref="RefundDecision.Make"/> refuses.</exception>
    public async Task<RefundDraft> Draw(Order order, RefundPlan plan, Actor by, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        order.RequireMoneyHere();
        var share = await db.EscrowShares.SingleAsync(s => s.OrderId == order.Id, cancellationToken);
        var payment = await db.Payments.AsNoTracking().SingleAsync(p => p.PurchaseId == order.PurchaseId, cancellationToken);
        var release = PostingRules.ReleaseKey(order.Id);
        var month = await db.Journals.Where(j => j.Key == release).Select(j => j.Period).SingleOrDefaultAsync(cancellationToken) ?? "";
        var soFar = await db.ReadTakenBack(order.PurchaseId, cancellationToken);
        var voucher = plan.Amount.IsPositive ? soFar.VoucherPart(order, Rupiah.Min(plan.Amount, soFar.Left(order))) : Rupiah.Zero;
        RequireSomethingForBuyer(plan.Amount, voucher);
        await RequireNotBorne(order.PurchaseId, plan.Amount - voucher, cancellationToken);
        var left = $"{order.LeftGoods.Amount}+{order.LeftShipping.Amount}/{soFar.Left(order).Amount}";
        var refund = Refund.Request(order.PurchaseId, order.Id, payment.Gateway, payment.ProviderPayment, plan.Amount - voucher, DecideRefund.ReasonCode, now, order.VoucherId, voucher);
        var decision = RefundDecision.Make(order, refund, plan, soFar, month, await taxes.Seen([month], cancellationToken), by, reason, now);
        var draft = new RefundDraft(order, share, refund, decision, PostingRules.RefundDecided(refund, decision, now), left);
        if (draft.Releases)
        {
            await held.FreezeTax(order, cancellationToken);
        }

        return draft;
    }

    async Task<Order> Find(IQueryable<Order> orders, string number, CancellationToken cancellationToken)
    {
        var order = await orders.Where(o => o.PaidAt != null).Load(number, cancellationToken);
        await db.RequireNotOwn(order.PurchaseId, user.Require(), cancellationToken);
        return order;
    }

    /// <summary>Of very small parts all may have been paid by a voucher, and of what is left after a dispute.</summary>
    static void RequireSomethingForBuyer(Rupiah amount, Rupiah voucher)
    {
        if (voucher.IsPositive && voucher >= amount)
        {
            throw new RuleBroken("refund.nothing_for_buyer", "Jumlah ini seluruhnya dibayar voucher koperasi, jadi tidak ada yang dikirim kepada pembeli. Tambah jumlahnya, atau tidak perlu diputuskan.");
        }
    }

    /// <summary>Where the cooperative bore a lost dispute the buyer has that money of her bank: no decision gives it to her a second time.</summary>
    async Task RequireNotBorne(PurchaseId purchase, Rupiah amount, CancellationToken cancellationToken)
    {
        var borne = await db.BorneFor(purchase, cancellationToken);
        if (borne.IsPositive && await db.LeftOf(purchase, borne, cancellationToken) is var left && amount > left)
        {
            throw new RuleBroken("refund.borne", $"Bank pembeli sudah memberinya {borne} dari pembelian ini lewat sengketa yang ditanggung koperasi. Yang masih bisa dikembalikan {(left.IsPositive ? left : Rupiah.Zero)}; kurangi jumlahnya.");
        }
    }

    /// <summary>Operators and finance; the page's policy says the same.</summary>
    /// <exception cref="NotFound">The person does not decide refunds.</exception>
    public Actor Officer() =>
        Actor.Staff(user.Require().Value, user.IsIn(Roles.Finance) ? Roles.Finance : user.IsIn(Roles.Operator) ? Roles.Operator : throw new NotFound());
}
