using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Taxes;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Desk;

/// <summary>A refund as it would be decided now. The preview shows it and the decision books it, so both are the same.</summary>
/// <param name="Left">What the buyer had not got back before it, by the order and by banks: each decision lowers it.</param>
sealed record RefundDraft(Order Order, EscrowShare Share, Refund Refund, RefundDecision Decision, IReadOnlyList<Journal> Journals, string Left)
{
    /// <summary>The rest of the money that is held is the shop's, and the order ends: it is released with the refund.</summary>
    public Journal? Release(DateTimeOffset now) =>
        Order.State == OrderState.Refunded && Order.Kept.IsPositive ? PostingRules.Released(Order, now, now) : null;

    /// <summary>What there was and what it moves, in one line: what was shown and what is booked must have the same, so one preview is decided once.</summary>
    public string Effect(DateTimeOffset now) => string.Join(' ', Effects(now).Select(e => $"{e.Rule}:{e.Account}:{e.Amount.Amount}").Prepend(Left));

    public IReadOnlyList<RefundEffect> Effects(DateTimeOffset now)
    {
        IReadOnlyList<Journal> all = Release(now) is { } release ? [.. Journals, release] : Journals;
        return [.. all.SelectMany(j => j.Entries.Select(e => new RefundEffect(j.Rule, e.Account, Chart.Find(e.Account).Name, e.Amount)))];
    }

    /// <param name="orders">Tracked when it is to be saved.</param>
    /// <exception cref="NotFound">There is no such paid order, or the person does not decide refunds.</exception>
    /// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>refund.borne</c>, and what <see cref="RefundDecision.Make"/> refuses.</exception>
    public static async Task<RefundDraft> Make(IKomejiDb db, TaxBooks taxes, IQueryable<Order> orders, ICurrentUser user, string number, RefundPlan plan, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var by = Officer(user);
        var order = await orders.Where(o => o.PaidAt != null).Load(number, cancellationToken);
        await db.RequireNotOwn(order.PurchaseId, user.Require(), cancellationToken);
        var share = await db.EscrowShares.SingleAsync(s => s.OrderId == order.Id, cancellationToken);
        var payment = await db.Payments.AsNoTracking().SingleAsync(p => p.PurchaseId == order.PurchaseId, cancellationToken);
        var release = PostingRules.ReleaseKey(order.Id);
        var month = await db.Journals.Where(j => j.Key == release).Select(j => j.Period).SingleOrDefaultAsync(cancellationToken) ?? "";
        var soFar = await db.ReadTakenBack(order.PurchaseId, cancellationToken);
        await RequireNotBorne(db, order.PurchaseId, plan.Amount, cancellationToken);
        var left = $"{order.LeftGoods.Amount}+{order.LeftShipping.Amount}/{soFar.Left(order).Amount}";
        var refund = Refund.Request(order.PurchaseId, order.Id, payment.Gateway, payment.ProviderPayment, plan.Amount, DecideRefund.ReasonCode, now);
        var decision = RefundDecision.Make(order, refund, plan, soFar, month, await taxes.Seen([month], cancellationToken), by, reason, now);
        return new RefundDraft(order, share, refund, decision, PostingRules.RefundDecided(refund, decision, now), left);
    }

    /// <summary>Where the cooperative bore a lost dispute the buyer has that money of her bank: no decision gives it to her a second time.</summary>
    static async Task RequireNotBorne(IKomejiDb db, PurchaseId purchase, Rupiah amount, CancellationToken cancellationToken)
    {
        var borne = await db.BorneFor(purchase, cancellationToken);
        if (borne.IsPositive && await db.LeftOf(purchase, borne, cancellationToken) is var left && amount > left)
        {
            throw new RuleBroken("refund.borne", $"Bank pembeli sudah memberinya {borne} dari pembelian ini lewat sengketa yang ditanggung koperasi. Yang masih bisa dikembalikan {(left.IsPositive ? left : Rupiah.Zero)}; kurangi jumlahnya.");
        }
    }

    /// <summary>Operators and finance; the page's policy says the same.</summary>
    static Actor Officer(ICurrentUser user) =>
        Actor.Staff(user.Require().Value, user.IsIn(Roles.Finance) ? Roles.Finance : user.IsIn(Roles.Operator) ? Roles.Operator : throw new NotFound());
}

/// <summary>One line of the books.</summary>
/// <param name="Amount">Debit positive, credit negative.</param>
public sealed record RefundEffect(string Rule, int Account, string AccountName, Rupiah Amount);
