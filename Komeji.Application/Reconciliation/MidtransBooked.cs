using Komeji.Application.Common;
using Komeji.Application.Payments;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Reconciliation;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reconciliation;

/// <summary>What the books say of the payments and refunds a report of Midtrans tells of.</summary>
sealed class MidtransBooked
{
    public const string Gateway = "midtrans";

    /// <summary>Ids asked for in one statement.</summary>
    public const int AtOnce = 500;

    readonly Dictionary<string, Rupiah> amounts = [];
    readonly Dictionary<AttemptId, PurchaseId> attempts = [];
    readonly Dictionary<string, PurchaseId?> purchases = [];
    readonly List<(RefundId Id, string Payment, Rupiah Amount)> refunds = [];

    public static async Task<MidtransBooked> Of(IKomejiDb db, IReadOnlyList<SettlementRow> rows, CancellationToken cancellationToken)
    {
        var booked = new MidtransBooked();
        foreach (var part in rows.Select(r => r.Transaction).Distinct().Chunk(AtOnce))
        {
            await booked.LoadPayments(db, part, cancellationToken);
            await booked.LoadRefunds(db, part, cancellationToken);
        }

        foreach (var part in rows.Select(r => r.Order).Distinct().Select(o => Guid.TryParse(o, out var id) ? new AttemptId(id) : (AttemptId?)null).OfType<AttemptId>().Chunk(AtOnce).Select(c => c.ToList()))
        {
            foreach (var attempt in await db.Payments.AsNoTracking().SelectMany(p => p.Attempts, (p, a) => new { a.Id, p.PurchaseId }).Where(a => part.Contains(a.Id)).ToListAsync(cancellationToken))
            {
                booked.attempts[attempt.Id] = attempt.PurchaseId;
            }
        }

        return booked;
    }

    /// <summary>Each refund answers for one row.</summary>
    public BookedSide SideOf(SettlementRow row)
    {
        if (row.IsRefund)
        {
            var at = refunds.FindIndex(r => r.Payment == row.Transaction && r.Amount == row.Gross);
            if (at < 0)
            {
                return new BookedSide(null, Rupiah.Zero);
            }

            var refund = refunds[at];
            refunds.RemoveAt(at);
            return new BookedSide(refund.Amount, Rupiah.Zero, refund.Id);
        }

        var key = PostingRules.PaidKey(row.Transaction);
        var isOurs = Guid.TryParse(row.Order, out var order) && attempts.TryGetValue(new AttemptId(order), out var purchase) && purchases.TryGetValue(key, out var paid) && paid == purchase;
        return new BookedSide(isOurs ? amounts[key] : null, -amounts.GetValueOrDefault(CostOf(row.Transaction)));
    }

    static string CostOf(string transaction) => PostingRules.CostKey(ContractPrices.ReferenceOf(transaction));

    async Task LoadPayments(IKomejiDb db, IReadOnlyList<string> transactions, CancellationToken cancellationToken)
    {
        List<string> keys = [.. transactions.Select(PostingRules.PaidKey), .. transactions.Select(CostOf)];
        var found = await db.Journals.AsNoTracking().Where(j => keys.Contains(j.Key))
            .SelectMany(j => j.Entries, (j, e) => new { j.Key, j.PurchaseId, e.Account, e.AccountKey, e.Amount })
            .Where(l => l.Account == Chart.ProviderClearing.Code && l.AccountKey == Gateway).ToListAsync(cancellationToken);
        foreach (var line in found)
        {
            (amounts[line.Key], purchases[line.Key]) = (line.Amount, line.PurchaseId);
        }
    }

    /// <summary>Those that were sent, or found at the provider's own desk, and that no report told of before.</summary>
    async Task LoadRefunds(IKomejiDb db, IReadOnlyList<string> transactions, CancellationToken cancellationToken)
    {
        var given = await db.Refunds.AsNoTracking()
            .Where(r => r.Gateway == Gateway && transactions.Contains(r.ProviderPayment) && !db.SettlementLines.Any(l => l.RefundId == r.Id))
            .OrderBy(r => r.RequestedAt).ThenBy(r => r.Id).Select(r => new { r.Id, r.ProviderPayment, r.ProviderReference }).ToListAsync(cancellationToken);
        var byKey = given.Select(r => (Key: PostingRules.RefundSentKey(r.Id), Refund: r))
            .Concat(given.Where(r => r.ProviderReference.Length > 0).Select(r => (Key: PostingRules.RefundFoundKey(r.ProviderReference), Refund: r)))
            .DistinctBy(b => b.Key).ToDictionary(b => b.Key, b => b.Refund);
        List<string> keys = [.. byKey.Keys];
        var lines = await db.Journals.AsNoTracking().Where(j => keys.Contains(j.Key))
            .SelectMany(j => j.Entries, (j, e) => new { j.Key, e.Account, e.Amount })
            .Where(l => l.Account == Chart.ProviderClearing.Code).OrderBy(l => l.Key).ToListAsync(cancellationToken);
        refunds.AddRange(lines.DistinctBy(l => byKey[l.Key].Id).Select(l => (byKey[l.Key].Id, byKey[l.Key].ProviderPayment, l.Amount)));
    }
}

static class MidtransReports
{
    /// <summary>Payments on the provider's account that no report has told of. The id is cut out of the key, so that reported rows are found by their index.</summary>
    public static IQueryable<Entry> Unreported(this IKomejiDb db)
    {
        var (account, paid) = (Chart.ProviderClearing.Code, PostingRules.PaidKey(""));
        return db.Journals.Where(j => j.Key.StartsWith(paid) && !db.SettlementLines.Any(l => l.Gateway == MidtransBooked.Gateway && l.Transaction == j.Key.Substring(paid.Length)))
            .SelectMany(j => j.Entries).Where(e => e.Account == account && e.AccountKey == MidtransBooked.Gateway);
    }
}
