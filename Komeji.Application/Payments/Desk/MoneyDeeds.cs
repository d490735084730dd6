using Komeji.Application.Common;
using Komeji.Application.Complaints;
using Komeji.Application.Ledger.ShopDebts;
using Komeji.Application.Ordering;
using Komeji.Application.Payments.Claims;
using Komeji.Application.Reconciliation;
using Komeji.Application.Taxes;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using Komeji.Domain.Reconciliation;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Desk;

/// <summary>
/// Does what was decided about money: at once where one officer may decide it alone, when another has agreed where not. Whoever asks for
/// something that waits makes a draft of it first, so that what would be refused is refused to her.
/// </summary>
sealed class MoneyDeeds(IKomejiDb db, DisputeBooks books, DisputeProgress disputes, BankOwnBooks banks, RefundDrafts drafts, TaxBooks taxes, ShopDebtBooks shopDebts, TimeProvider clock)
{
    /// <summary>A second officer has agreed.</summary>
    /// <exception cref="RuleBroken"><c>refund.changed</c>, <c>approval.changed</c>: something else happened since it was asked for; and what the act itself refuses.</exception>
    public Task Do(MoneyApproval what, CancellationToken cancellationToken) => what.Act switch
    {
        MoneyAct.Refund => GiveBack(what, cancellationToken),
        MoneyAct.DisputeBorne => Bear(new DisputeId(what.SubjectId), what.Asker, what.Reason, what.Amount, cancellationToken),
        MoneyAct.DisputeMoneyBack => MoneyBack(new DisputeId(what.SubjectId), Enum.Parse<MoneyBackTo>(what.Details), what.Asker, what.Reason, what.Seen, cancellationToken),
        MoneyAct.WrongMoneyReturned => ReturnWrong(what.PurchaseId, what.Asker, what.Reason, what.Amount, cancellationToken),
        MoneyAct.ClaimWrittenOff => WriteOff(what, cancellationToken),
        MoneyAct.Complaint => SettleComplaint(what, cancellationToken),
        MoneyAct.CashFeesWrittenOff => shopDebts.WriteOffCashFees(what, cancellationToken),
        MoneyAct.ShopDebtWrittenOff => shopDebts.WriteOffBalance(what, cancellationToken),
        MoneyAct.DisputeEnd => EndDispute(new DisputeId(what.SubjectId), DisputeEnd.Read(what.Details), what.Asker, what.Reason, what.Seen, cancellationToken),
        MoneyAct.BankLineBooked => banks.Book(new BankLineId(what.SubjectId), Enum.Parse<BankOwn>(what.Details), what.Asker, what.Reason, cancellationToken),
        _ => throw new InvalidOperationException($"Nobody does {what.Act}."),
    };

    /// <summary>Orders are tracked with the draft and change with it.</summary>
    public void Book(RefundDraft draft)
    {
        if (!draft.Decision.AfterRelease && draft.Decision.OfShop.IsPositive)
        {
            draft.Share.Refund(draft.Decision.OfShop, DecideRefund.ReasonCode, clock.GetUtcNow());
        }

        db.Refunds.Add(draft.Refund);
        db.RefundDecisions.Add(draft.Decision);
        db.Journals.AddRange(draft.Journals);
    }

    /// <param name="amount">What the dispute held when it was decided.</param>
    public async Task Bear(DisputeId id, Actor by, string reason, Rupiah amount, CancellationToken cancellationToken)
    {
        await TakeTurnOf(id, cancellationToken);
        var dispute = await db.Disputes.Include(d => d.Claims).SingleAsync(d => d.Id == id, cancellationToken);
        RequireSame(amount, dispute.Unsettled);
        db.Journals.AddRange(await DraftBearing(dispute, by, reason, cancellationToken));
        await books.GoOn(dispute, clock.GetUtcNow(), cancellationToken);
    }

    /// <param name="dispute">Changed; not tracked where it is only looked at.</param>
    public async Task<IReadOnlyList<Journal>> DraftBearing(Dispute dispute, Actor by, string reason, CancellationToken cancellationToken)
    {
        await RequireNothingOwed(dispute, cancellationToken);
        var now = clock.GetUtcNow();
        var left = await db.LeftOf(dispute.PurchaseId, await db.BorneFor(dispute.PurchaseId, cancellationToken), cancellationToken);
        var all = dispute.BearRest(by, reason, now);

        // What the buyer had got back before already she has twice now; only the rest is instead of a refund.
        var insteadOfRefund = Rupiah.Min(all, Rupiah.Max(Rupiah.Zero, left));
        return
        [
            .. new[] { (Amount: insteadOfRefund, Why: PostingRules.BorneByDecision), (Amount: all - insteadOfRefund, Why: "paid-twice") }
                .Where(part => part.Amount.IsPositive).Select(part => PostingRules.DisputeBorne(dispute, part.Amount, part.Why, now)),
        ];
    }

    /// <param name="seen">As <see cref="SeenOfMoneyBack"/> gave it when it was decided.</param>
    public async Task MoneyBack(DisputeId id, MoneyBackTo to, Actor by, string reason, string seen, CancellationToken cancellationToken)
    {
        await TakeTurnOf(id, cancellationToken);
        var dispute = await db.Disputes.Include(d => d.Claims).SingleAsync(d => d.Id == id, cancellationToken);
        if (seen != await SeenOfMoneyBack(dispute, cancellationToken))
        {
            throw new RuleBroken("approval.changed", "Sejak diputuskan, yang kembali, yang ditanggung koperasi, atau yang sudah diterima pembeli berubah. Tolak yang ini, lalu putuskan lagi.");
        }

        var (journals, refund) = await DraftMoneyBack(dispute, to, by, reason, cancellationToken);
        db.Journals.AddRange(journals);
        if (refund is not null)
        {
            db.Refunds.Add(refund);
        }
    }

    /// <summary>What it depends on whose the money is: what came back, what the cooperative bears, and what counts as the buyer's refund.</summary>
    public async Task<string> SeenOfMoneyBack(Dispute dispute, CancellationToken cancellationToken)
    {
        var counted = await db.CountedAsRefund(dispute, cancellationToken);
        return $"{dispute.BackAfterLoss} {dispute.Borne} {counted}";
    }

    /// <param name="dispute">Changed; not tracked where it is only looked at.</param>
    public async Task<(IReadOnlyList<Journal> Journals, Refund? Refund)> DraftMoneyBack(Dispute dispute, MoneyBackTo to, Actor by, string reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        switch (to)
        {
            case MoneyBackTo.Shops:
                return ([.. dispute.ReturnToShops(by, reason, now).Select(claim => PostingRules.DisputeLossReturned(dispute, claim, now))], null);
            case MoneyBackTo.Buyer:
                var owed = dispute.ReturnToBuyer(await db.CountedAsRefund(dispute, cancellationToken), by, reason, now);
                var refund = Refund.Request(dispute.PurchaseId, null, dispute.Gateway, dispute.ProviderPayment, owed, DecideMoneyBack.RefundReason, now);
                return ([PostingRules.DisputeBackToBuyer(refund, dispute, now)], refund);
            case MoneyBackTo.Cooperative:
                return ([PostingRules.DisputeRecovered(dispute, dispute.Recover(by, reason, now), now)], null);
            default:
                throw new InvalidOperationException($"Unknown owner {to}.");
        }
    }

    /// <param name="seen">As <see cref="DisputeEnd.SeenOf"/> gave it when it was decided.</param>
    public async Task EndDispute(DisputeId id, DisputeEnd end, Actor by, string reason, string seen, CancellationToken cancellationToken)
    {
        await TakeTurnOf(id, cancellationToken);
        var dispute = await db.Disputes.Include(d => d.Claims).SingleAsync(d => d.Id == id, cancellationToken);
        if (seen != DisputeEnd.SeenOf(dispute))
        {
            throw new RuleBroken("approval.changed", "Sejak diputuskan keadaan sengketa ini berubah. Tolak yang ini, lalu putuskan lagi.");
        }

        await disputes.Hear(dispute.Gateway, await DraftEnd(dispute, end, by, reason, cancellationToken), cancellationToken);
    }

    /// <param name="dispute">Changed; not tracked where it is only looked at.</param>
    public async Task<ProviderNotice.Disputed> DraftEnd(Dispute dispute, DisputeEnd end, Actor by, string reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        dispute.RecordEnd(end.Won, by, reason, now);
        var next = dispute.NextProviderDispute;
        return await db.Disputes.AnyAsync(d => d.Gateway == dispute.Gateway && d.ProviderDispute == next, cancellationToken)
            ? throw new RuleBroken("dispute.over", "Bahwa sengketa ini akhirnya kalah sudah dicatat, sebagai sengketa lanjutannya.")
            : end.Notice(dispute, now);
    }

    /// <param name="amount">What was parked when it was decided: what arrives afterwards is decided about anew.</param>
    public async Task ReturnWrong(PurchaseId purchase, Actor by, string reason, Rupiah amount, CancellationToken cancellationToken)
    {
        await db.TakeRefundTurn(purchase, cancellationToken);
        var now = clock.GetUtcNow();
        var payment = await db.Payments.Include(p => p.Attempts).SingleAsync(p => p.PurchaseId == purchase, cancellationToken);
        var parked = await db.ParkedFor(purchase, cancellationToken);
        RequireSame(amount, Rupiah.Sum(parked.Select(p => p.Amount)));
        payment.SettleWrongMoney(by, reason, now);
        foreach (var money in parked)
        {
            var refund = Refund.Request(purchase, null, money.Gateway, money.ProviderPayment, money.Amount, "wrong_amount", now);
            db.Refunds.Add(refund);
            db.Journals.Add(PostingRules.WrongAmountReturned(refund, now));
        }
    }

    async Task<Refund> GiveBack(MoneyApproval what, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.TakeRefundTurn(what.PurchaseId, cancellationToken);
        await taxes.TakeTurn(cancellationToken);
        var draft = await drafts.Make(what, db.Orders, now, cancellationToken);
        draft.RequireSeen(what.Seen, now);
        Book(draft);
        return draft.Refund;
    }

    /// <summary>The refund and the complaint's end are one transaction here, too.</summary>
    async Task SettleComplaint(MoneyApproval what, CancellationToken cancellationToken)
    {
        var (now, outcome) = (clock.GetUtcNow(), new ComplaintOfferId(what.SubjectId));
        var found = await db.Complaints.Where(c => c.OutcomeId == outcome && c.State == ComplaintState.Executing).Select(c => new { c.Id }).SingleOrDefaultAsync(cancellationToken)
            ?? throw new RuleBroken("approval.changed", "Komplainnya sudah berubah sejak diputuskan. Tolak yang ini; keputusan yang baru menyusul.");
        var complaint = await db.TakeComplaint(found.Id, cancellationToken);
        await db.TakeRefundTurn(what.PurchaseId, cancellationToken);
        await db.LoseWithParcels(await db.Orders.Load(what.Number, cancellationToken), RefundWish.Read(what.Details), what.Reason, now, cancellationToken);
        var refund = await GiveBack(what, cancellationToken);
        await db.SettleComplaint(complaint, refund.Id, now, cancellationToken);
    }

    async Task WriteOff(MoneyApproval what, CancellationToken cancellationToken)
    {
        var claim = new RefundId(what.SubjectId);
        await db.TakeClaimTurn(claim, cancellationToken);
        var open = await db.OpenOf(claim, cancellationToken);
        RequireSame(what.Amount, open);
        db.Journals.Add(PostingRules.ClaimWrittenOff(claim, what.PurchaseId, open, clock.GetUtcNow()));
    }

    async Task TakeTurnOf(DisputeId id, CancellationToken cancellationToken) =>
        await db.TakeRefundTurn(await db.Disputes.Where(d => d.Id == id).Select(d => d.PurchaseId).SingleAsync(cancellationToken), cancellationToken);

    internal static void RequireSame(Rupiah asked, Rupiah now)
    {
        if (asked != now)
        {
            throw new RuleBroken("approval.changed", $"Sejak diputuskan jumlahnya berubah dari {asked} menjadi {now}. Tolak yang ini, lalu putuskan lagi.");
        }
    }

    /// <summary>A refund that is still owed would then be paid on top of what the bank gave the buyer.</summary>
    async Task RequireNothingOwed(Dispute dispute, CancellationToken cancellationToken)
    {
        if (await db.Refunds.AnyAsync(r => r.Gateway == dispute.Gateway && r.ProviderPayment == dispute.ProviderPayment && r.State != RefundState.Succeeded, cancellationToken))
        {
            throw new RuleBroken("dispute.refund_open", "Masih ada pengembalian dana yang belum selesai untuk pembayaran ini. Selesaikan dahulu, supaya pembeli tidak dibayar dua kali.");
        }
    }
}
