using Komeji.Application.Common;
using Komeji.Application.Payments;
using Komeji.Application.Reconciliation;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Reconciliation;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger;

/// <summary>
/// I5: account 1010 against the provider's own statement, line by line. What the provider did in the last hour may not have been
/// booked yet; what the books say and the provider does not know is always wrong.
/// </summary>
public sealed class ProviderStatements(IKomejiDb db, Gateways gateways, SettingsInForce settings, TimeProvider clock)
{
    public static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    /// <summary>What adds up to a rupiah is booked once a day (P19).</summary>
    public static readonly TimeSpan RoundingGrace = TimeSpan.FromDays(2);

    const int Examples = 5;

    public async Task<IReadOnlyList<LedgerCheck>> Compare(CancellationToken cancellationToken)
    {
        var checks = new List<LedgerCheck>();
        foreach (var gateway in gateways.All)
        {
            checks.Add(await Compare(gateway, cancellationToken));
        }

        return checks;
    }

    async Task<LedgerCheck> Compare(IPaymentGateway gateway, CancellationToken cancellationToken)
    {
        var name = $"I5 statement of {gateway.Name}";
        if (!gateway.GivesStatement)
        {
            return await CompareReported(name, gateway.Name, cancellationToken);
        }

        // The books first: whatever they hold, the provider has known before.
        var booked = await Booked(gateway.Name, cancellationToken);
        if (await gateway.Statement(cancellationToken) is not { } statement)
        {
            return new LedgerCheck(name, false, "the provider gave no statement");
        }

        var rounding = RoundingFault(booked, PostingRules.RoundingKeys(gateway.Name), statement);
        var theirs = statement.Where(m => m.Kind != ProviderMovementKind.Rounding).GroupBy(m => KeyOf(m.Kind, m.Reference)).ToDictionary(g => g.Key, g => (Sum: g.Sum(m => m.Amount.Amount), At: g.Max(m => m.At)));
        var tooOld = clock.GetUtcNow() - Grace;
        var wrong = booked.Keys.Union(theirs.Keys)
            .Where(k => booked.GetValueOrDefault(k) != theirs.GetValueOrDefault(k).Sum)
            .Where(k => !theirs.TryGetValue(k, out var line) || line.At < tooOld)
            .Select(k => $"{k}: books {booked.GetValueOrDefault(k)}, provider {theirs.GetValueOrDefault(k).Sum}").Order().Concat(rounding).ToList();
        var waiting = theirs.Count(t => booked.GetValueOrDefault(t.Key) != t.Value.Sum && t.Value.At >= tooOld);
        return new LedgerCheck(name, wrong.Count == 0, wrong.Count == 0
            ? $"{theirs.Count} lines, balance Rp{statement.Sum(m => m.Amount.Amount)}, {waiting} not booked yet"
            : $"{wrong.Count} differ: {string.Join(", ", wrong.Take(Examples))}");
    }

    /// <summary>
    /// A provider that shows its statement at its own desk only is compared as far as its reports go, which officers bring in: every row of
    /// them with what was booked, and every older payment must be in one. What an officer has explained is no fault. Costs may be a rupiah
    /// off, as far as that was booked as rounding.
    /// </summary>
    async Task<LedgerCheck> CompareReported(string name, string gateway, CancellationToken cancellationToken)
    {
        var lines = await db.SettlementLines.AsNoTracking().Where(l => l.Gateway == gateway).ToListAsync(cancellationToken);
        if (lines.Count == 0)
        {
            return new LedgerCheck(name, true, "not compared: this provider shows its statement at its own desk only, and no report of it was brought in");
        }

        var booked = await Booked(gateway, cancellationToken);
        booked.Remove(PostingRules.RoundingKeys(gateway), out var rounding);
        var known = lines.Where(l => l.State != MatchState.Explained).ToList();
        var found = await FoundAtDesk(gateway, cancellationToken);
        var theirs = known.SelectMany(l => Movements(l, found)).Concat(lines.GroupBy(l => l.Day).Select(day => (Key: PostingRules.SettledKey(SettlementLine.SettlementOf(gateway, day.Key)), Amount: -day.Sum(l => l.Net.Amount))))
            .GroupBy(m => m.Key).ToDictionary(g => g.Key, g => g.Sum(m => m.Amount));
        var rounded = known.Where(l => l.Finding == SettlementFinding.Rounded).ToDictionary(l => CostOf(l.Transaction), l => -l.Rounding.Amount);
        var wrong = theirs.Where(t => booked.GetValueOrDefault(t.Key) + rounded.GetValueOrDefault(t.Key) != t.Value)
            .Select(t => $"{t.Key}: books {booked.GetValueOrDefault(t.Key)}, provider {t.Value}").Order()
            .Concat(await NotReported(cancellationToken)).ToList();
        if (rounded.Values.Sum() != rounding)
        {
            wrong.Add($"rounding: books {rounding}, provider {rounded.Values.Sum()}");
        }

        return new LedgerCheck(name, wrong.Count == 0, wrong.Count == 0
            ? $"{lines.Count} reported rows until {lines.Max(l => l.Day):yyyy-MM-dd}, {lines.Count - known.Count} explained"
            : $"{wrong.Count} differ: {string.Join(", ", wrong.Take(Examples))}");
    }

    /// <summary>Refunds that were made at the provider's own desk are booked under its id of them.</summary>
    async Task<IReadOnlyDictionary<RefundId, string>> FoundAtDesk(string gateway, CancellationToken cancellationToken)
    {
        var prefix = PostingRules.RefundFoundKey("");
        return await db.Refunds.Where(r => r.Gateway == gateway && r.ProviderReference != "" && db.Journals.Any(j => j.Key == prefix + r.ProviderReference))
            .Select(r => new { r.Id, r.ProviderReference }).ToDictionaryAsync(r => r.Id, r => r.ProviderReference, cancellationToken);
    }

    /// <summary>A refund costs nothing, so what it is told to cost is compared; a payment's cost always is.</summary>
    static IEnumerable<(string Key, long Amount)> Movements(SettlementLine line, IReadOnlyDictionary<RefundId, string> found)
    {
        var refund = line.RefundId is { } id ? found.GetValueOrDefault(id) ?? id.Value.ToString() : line.Transaction;
        yield return (line.Gross.IsNegative ? KeyOf(ProviderMovementKind.Refunded, refund) : PostingRules.PaidKey(line.Transaction), line.Gross.Amount);
        if (!line.Gross.IsNegative || !line.Fee.IsZero)
        {
            yield return (CostOf(line.Transaction), -line.Fee.Amount);
        }
    }

    static string CostOf(string transaction) => PostingRules.CostKey(ContractPrices.ReferenceOf(transaction));

    /// <summary>Payments that should have been settled by now, and that nobody has explained.</summary>
    async Task<IReadOnlyList<string>> NotReported(CancellationToken cancellationToken)
    {
        var grace = Wib.StartOf(Wib.DayOf(clock.GetUtcNow()).AddDays(-await settings.Number(SettingCatalogue.MidtransReportDays, cancellationToken)));
        return await db.Unmarked(db.Unreported()).Join(db.Journals, e => e.JournalId, j => j.Id, (e, j) => new { j.Key, j.EventAt })
            .Where(j => j.EventAt < grace).OrderBy(j => j.Key).Select(j => j.Key + " is not reported").ToListAsync(cancellationToken);
    }

    /// <summary>
    /// P19: no more may have been booked than the parts of a rupiah of the provider's lines add up to, lest something else be passed
    /// off as rounding. Less is no fault: it is booked when it is a whole rupiah. Takes the line out of what was booked.
    /// </summary>
    string[] RoundingFault(Dictionary<string, long> booked, string key, IReadOnlyList<ProviderMovement> statement)
    {
        booked.Remove(key, out var rupiah);
        var parts = statement.Sum(m => m.Hundredths);
        var young = clock.GetUtcNow() - RoundingGrace;
        var slack = statement.Where(m => m.At > young).Sum(m => Math.Abs(m.Hundredths));
        return rupiah * 100 < Math.Min(0, parts) - slack || rupiah * 100 > Math.Max(0, parts) + slack
            ? [$"{key} books {rupiah}, provider {parts} hundredths"]
            : [];
    }

    /// <summary>Entries on 1010 by what they are about; a refund's way out and back are one, and so are all roundings.</summary>
    async Task<Dictionary<string, long>> Booked(string gateway, CancellationToken cancellationToken)
    {
        var sums = new Dictionary<string, long>();
        var roundings = PostingRules.RoundingKeys(gateway);
        var lines = db.Journals.SelectMany(j => j.Entries, (j, e) => new { j.Key, e.Account, e.AccountKey, Amount = (long)e.Amount })
            .Where(l => l.Account == Chart.ProviderClearing.Code && l.AccountKey == gateway);
        await foreach (var line in lines.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var parts = line.Key.Split(':');
            var key = parts[0].StartsWith("refund", StringComparison.Ordinal) ? $"refund:{parts[1]}"
                : line.Key.StartsWith(roundings, StringComparison.Ordinal) ? roundings : line.Key;
            sums[key] = sums.GetValueOrDefault(key) + line.Amount;
        }

        return sums;
    }

    static string KeyOf(ProviderMovementKind kind, string reference) => kind switch
    {
        ProviderMovementKind.Captured => PostingRules.PaidKey(reference),
        ProviderMovementKind.Cost => PostingRules.CostKey(reference),
        ProviderMovementKind.Settled => $"settle:{reference}",
        ProviderMovementKind.SettlementReturned => $"settle-returned:{reference}",
        ProviderMovementKind.Refunded or ProviderMovementKind.RefundReturned => $"refund:{reference}",
        ProviderMovementKind.Disputed => PostingRules.DisputeWithdrawnKey(reference),
        ProviderMovementKind.DisputeReturned => PostingRules.DisputeReturnedKey(reference),
        ProviderMovementKind.Other => $"other:{reference}",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
