using Komeji.Application.Common;
using Komeji.Application.Stores.Desk;
using Komeji.Domain.Accounts;
using Komeji.Domain.CallCentre;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Jobs;
using Komeji.Domain.Ledger;
using Komeji.Domain.Messages;
using Komeji.Domain.Notifications;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Payouts;
using Komeji.Domain.Reconciliation;
using Komeji.Domain.Reviews;
using Komeji.Domain.Returns;
using Komeji.Domain.Stores;
using Komeji.Domain.Taxes;
using Komeji.Domain.Warranties;

namespace Komeji.Application.Support;

/// <summary>Kinds of things that stand still until a person looks.</summary>
public enum WaitingKind
{
    FailedJobs,
    DeadMessages,
    ParkedPaymentEvents,
    PaymentsInDoubt,
    RefundsInDoubt,
    Payouts,
    MoneyApprovals,
    Disputes,
    TaxesPrepared,
    OrdersNotArrived,
    PickupsLocked,
    ComplaintsToDecide,
    ReturnsObjected,
    ReplacementsNotArrived,
    LostSecondFactors,
    ShopsToLookAt,
    FlaggedShops,
    FlaggedListings,
    ListingsAskedAgain,
    ReportedTexts,
    ReportedChats,
    BankLinesToExplain,
    ReportedDifferences,
    WarrantyClaims,
    NewTickets,
}

/// <summary>One thing that waits.</summary>
public sealed record WaitingRow
{
    /// <summary>Its number or name.</summary>
    public required string What { get; init; }

    /// <summary>What its own page is found by; null where that is <see cref="What"/>.</summary>
    public string? Key { get; init; }
    public required string Note { get; init; }
    public required DateTimeOffset Since { get; init; }

    /// <summary>The deadline; null where there is none.</summary>
    public DateTimeOffset? Before { get; init; }
}

/// <summary>Where the waiting things of each kind are found; the numbers and the rows come from the same place.</summary>
static class WaitingWork
{
    /// <summary>A failed run counts until the job has run again without a fault.</summary>
    public static IQueryable<JobRun> FailedJobs(this IKomejiDb db) =>
        db.JobRuns.Where(r => (r.Outcome == JobOutcome.Failed || r.Outcome == JobOutcome.Lost)
            && !db.JobRuns.Any(later => later.Name == r.Name && later.StartedAt > r.StartedAt));

    public static IQueryable<WaitingRow> Of(this IKomejiDb db, WaitingKind kind) => kind switch
    {
        WaitingKind.FailedJobs => db.FailedJobs().Select(r => new WaitingRow { What = r.Name, Note = r.Error, Since = r.StartedAt }),
        WaitingKind.DeadMessages => db.Messages.Where(m => m.State == MessageState.Dead)
            .Select(m => new WaitingRow { What = m.To, Note = m.LastError, Since = m.CreatedAt }),
        WaitingKind.ParkedPaymentEvents => db.PaymentEvents.Where(e => e.Outcome == PaymentEventOutcome.Parked)
            .Select(e => new WaitingRow { What = e.Gateway + " " + e.EventId, Key = "" + e.Id, Note = e.Note, Since = e.ReceivedAt }),
        WaitingKind.PaymentsInDoubt => from payment in db.Payments
                                       join purchase in db.Purchases on payment.PurchaseId equals purchase.Id
                                       where payment.State == PaymentState.NeedsCheck || payment.HoldsWrongMoney
                                       select new WaitingRow { What = purchase.Number, Note = payment.HoldsWrongMoney ? "Jumlah atau mata uang tidak sesuai" : "Penyedia atau bank belum menjawab", Since = payment.CreatedAt },
        WaitingKind.RefundsInDoubt => from refund in db.Refunds
                                      join purchase in db.Purchases on refund.PurchaseId equals purchase.Id
                                      where refund.State == RefundState.Failed || refund.State == RefundState.ManualTransfer || (refund.Obstacle != "" && refund.State != RefundState.Succeeded)
                                      select new WaitingRow { What = purchase.Number, Key = refund.Id.Value.ToString(), Note = refund.Obstacle == "disputed" ? "Menunggu keputusan bank pembeli" : refund.Obstacle != "" ? "Penyedia: dana sudah pernah dikembalikan (" + refund.Obstacle + ")" : refund.State == RefundState.Failed && db.RefundAccounts.Any(a => a.RefundId == refund.Id && a.NumberSealed != "") ? "Pembeli sudah menyebut rekening" : refund.ReasonCode, Since = refund.RequestedAt },
        WaitingKind.Payouts => from payout in db.Payouts
                               join store in db.Stores on payout.StoreId equals store.Id
                               where payout.State == PayoutState.Requested || payout.State == PayoutState.AwaitingApproval || payout.State == PayoutState.Approved
                                   || payout.State == PayoutState.Failed || payout.State == PayoutState.NeedsCheck || (payout.State == PayoutState.OnHold && payout.Appeal != "")
                                   || ((payout.State == PayoutState.Cancelled || payout.State == PayoutState.Returned) && payout.Attempts.Any(a => a.State == PayoutAttemptState.Succeeded))
                                   || (payout.State == PayoutState.Succeeded && payout.Attempts.Count(a => a.State == PayoutAttemptState.Succeeded) > 1)
                               select new WaitingRow
                               {
                                   What = payout.Number,
                                   Key = payout.Id.Value.ToString(),
                                   Note = store.Name + ": " + (payout.State == PayoutState.Requested ? "siapkan" : payout.State == PayoutState.AwaitingApproval ? "setujui, bila orang lain yang menyiapkan"
                                       : payout.State == PayoutState.Approved ? "kirim ke bank" : payout.State == PayoutState.Failed ? "bank menolak, coba lagi atau batalkan"
                                       : payout.State == PayoutState.Cancelled || payout.State == PayoutState.Returned || payout.State == PayoutState.Succeeded ? "terbayar lebih dari yang dibukukan, putuskan"
                                       : payout.State == PayoutState.OnHold ? "penjual keberatan atas penundaan" : "jawaban bank belum jelas"),
                                   Since = payout.RequestedAt,
                                   Before = payout.State == PayoutState.OnHold ? payout.HeldUntil : null,
                               },
        WaitingKind.MoneyApprovals => db.MoneyApprovals.Where(a => a.State == MoneyApprovalState.Waiting)
            .Select(a => new WaitingRow { What = a.Number, Key = a.Id.Value.ToString(), Note = a.Reason, Since = a.AskedAt }),
        WaitingKind.Disputes => from dispute in db.Disputes
                                join purchase in db.Purchases on dispute.PurchaseId equals purchase.Id
                                where dispute.State == DisputeState.Open || (long)dispute.BackAfterLoss > 0
                                    || (dispute.State == DisputeState.Won && (long)dispute.Unsettled > 0)
                                    || (dispute.State == DisputeState.Lost && ((long)dispute.Unsettled > 0 || (!dispute.LossBooked && db.EscrowShares.Any(s => s.State == EscrowState.Frozen && db.Orders.Any(o => o.Id == s.OrderId && o.PurchaseId == dispute.PurchaseId)))))
                                select new WaitingRow
                                {
                                    What = purchase.Number,
                                    Key = dispute.Id.Value.ToString(),
                                    Note = dispute.ProviderDispute + ": " + ((long)dispute.BackAfterLoss > 0 ? "dana kembali setelah kalah, putuskan milik siapa"
                                        : dispute.State == DisputeState.Lost ? "kalah, putuskan siapa yang menanggung"
                                        : dispute.State == DisputeState.Won ? "menang, dananya belum kembali"
                                        : "kirim bukti, alasan bank: " + dispute.Reason),
                                    Since = dispute.OpenedAt,
                                    Before = dispute.State == DisputeState.Open ? dispute.EvidenceBefore : null,
                                },
        WaitingKind.WarrantyClaims => from claim in db.WarrantyClaims
                                      join card in db.WarrantyCards on claim.CardId equals card.Id
                                      where claim.State == ClaimState.UnderReview
                                      select new WaitingRow { What = claim.Number, Note = card.StoreName + ": " + card.ProductName, Since = claim.ChangedAt, Before = claim.DueAt },
        WaitingKind.TaxesPrepared => db.TaxRemittances.Where(r => r.State == TaxRemittanceState.Prepared).Select(r => new WaitingRow
        {
            What = (r.Tax == TaxKind.ServiceFeeVat ? "PPN masa " : "PPh 22 masa ") + r.Month,
            Key = (r.Tax == TaxKind.ServiceFeeVat ? "ppn-" : "pph22-") + r.Month,
            Note = "Disiapkan, menunggu petugas lain membayar dan mencatat",
            Since = r.PreparedAt,
        }),
        WaitingKind.OrdersNotArrived => db.Orders.Where(o => (o.State == OrderState.Shipped || o.State == OrderState.PartiallyShipped) && o.NotArrivedAt != null)
            .Select(o => new WaitingRow { What = o.Number, Note = o.StoreName, Since = o.NotArrivedAt!.Value }),
        WaitingKind.PickupsLocked => db.Orders.Where(o => o.State == OrderState.ReadyForPickup && o.PickupFailures >= Order.PickupTries)
            .Select(o => new WaitingRow { What = o.Number, Note = o.StoreName, Since = o.PlacedAt }),
        WaitingKind.ComplaintsToDecide => db.Complaints.Where(c => c.State == ComplaintState.Mediation || c.State == ComplaintState.Appealed || (c.HeldUp != "" && !c.AwaitsSecond))
            .Select(c => new WaitingRow { What = c.Number, Note = c.HeldUp != "" ? c.HeldUp : c.StoreName, Since = c.SubmittedAt!.Value, Before = c.DueAt }),
        WaitingKind.ReturnsObjected => db.GoodsReturns.Where(r => r.State == GoodsReturnState.Objected)
            .Select(r => new WaitingRow { What = r.Number, Note = r.Objection, Since = r.ObjectedAt!.Value, Before = r.DueAt }),
        WaitingKind.ReplacementsNotArrived => db.Replacements.Where(r => r.NotArrivedAt != null && r.EndedAt == null)
            .Select(r => new WaitingRow { What = r.Number, Note = r.CauseNumber, Since = r.NotArrivedAt!.Value, Before = r.DueAt }),
        WaitingKind.LostSecondFactors => from reset in db.FactorResets
                                         join user in db.Users on reset.UserId equals user.Id
                                         where reset.State == FactorResetState.Waiting
                                             && ((reset.ApprovalsNeeded > 0 && reset.FirstApproval == null) || (reset.ApprovalsNeeded > 1 && reset.SecondApproval == null))
                                         select new WaitingRow { What = user.FullName, Note = "Ponsel dan kode pemulihan hilang", Since = reset.AskedAt },
        WaitingKind.ShopsToLookAt => db.Stores.Where(s => s.State == StoreState.AwaitingReview || (s.State == StoreState.Suspended && s.AppealedAt != null && s.AppealHeardAt == null))
            .Select(s => new WaitingRow { What = s.Name, Key = s.Id.Value.ToString(), Note = s.State == StoreState.Suspended ? "Keberatan atas penangguhan" : "Menunggu dibuka", Since = s.AppealedAt ?? s.OpenedAt }),
        WaitingKind.FlaggedShops => db.Stores.Flagged().Select(s => new WaitingRow { What = s.Name, Key = s.Id.Value.ToString(), Note = "“" + s.FlaggedWords + "”", Since = s.FlaggedAt!.Value }),
        WaitingKind.FlaggedListings => from flag in db.ListingFlags
                                       where flag.State == ListingFlagState.Open || flag.State == ListingFlagState.Held
                                       select new WaitingRow { What = flag.Name, Note = "“" + flag.Words + "”: " + flag.Reason, Since = flag.FlaggedAt },
        WaitingKind.ListingsAskedAgain => from flag in db.ListingFlags
                                          where flag.State == ListingFlagState.AskedAgain
                                          select new WaitingRow { What = flag.Name, Note = flag.Plea, Since = flag.PleadedAt!.Value },
        WaitingKind.ReportedTexts => from text in db.TextCases
                                     join product in db.Products on text.ProductId equals product.Id
                                     where text.State == TextCaseState.Reported || text.State == TextCaseState.Appealed
                                     select new WaitingRow { What = product.Name, Note = text.State == TextCaseState.Appealed ? "Penulisnya keberatan: " + text.Plea : "Dilaporkan pembaca", Since = text.Since },
        WaitingKind.ReportedChats => from report in db.ChatReports
                                     join store in db.Stores on report.StoreId equals store.Id
                                     where report.State == ChatReportState.Open
                                     select new WaitingRow { What = store.Name, Key = report.Id.Value.ToString(), Note = report.Side == ChatSide.Buyer ? "Dilaporkan pembeli" : "Dilaporkan toko", Since = report.At },
        WaitingKind.BankLinesToExplain => from line in db.BankLines
                                          join statement in db.BankStatements on line.StatementId equals statement.Id
                                          where line.State == MatchState.Open
                                          select new WaitingRow { What = line.Text, Key = line.Id.Value.ToString(), Note = line.Reference, Since = statement.ImportedAt },
        WaitingKind.ReportedDifferences => from line in db.SettlementLines
                                           join report in db.SettlementReports on line.ReportId equals report.Id
                                           where line.State == MatchState.Open
                                           select new WaitingRow { What = line.Transaction, Key = line.Id.Value.ToString(), Note = line.Finding == SettlementFinding.Unknown ? "Tidak dikenal di buku" : line.Finding == SettlementFinding.OtherAmount ? "Jumlah berbeda" : "Biaya berbeda", Since = report.ImportedAt },
        WaitingKind.NewTickets => db.Tickets.Where(t => t.State == TicketState.New).Select(t => new WaitingRow { What = t.Number, Note = t.Subject, Since = t.OpenedAt, Before = t.AnswerBefore }),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
