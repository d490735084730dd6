using System.Globalization;
using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.Days;

/// <summary>Closed days against the journals they were made of.</summary>
public sealed class DayChecks(IKomejiDb db, DayDigests digests)
{
    const int Examples = 5;

    /// <summary>Each day is read once: its hash says whether a journal was changed, its totals whether the kept ones are right.</summary>
    public async Task<IReadOnlyList<LedgerCheck>> Run(CancellationToken cancellationToken)
    {
        var days = await db.LedgerDays.AsNoTracking().OrderBy(d => d.Day).ToListAsync(cancellationToken);
        var (broken, totals) = (new List<string>(), new List<string>());
        LedgerDay? last = null;
        foreach (var day in days)
        {
            var before = last?.Hash ?? LedgerDay.Beginning;
            var digest = await digests.Read(day.Day, before, cancellationToken);
            if (day.Before != before || day.Hash != digest.Hash || (last is not null && day.Day != last.Day.AddDays(1)))
            {
                broken.Add(Name(day.Day));
            }

            totals.AddRange(await WrongTotals(day.Day, digest, cancellationToken));
            last = day;
        }

        if (last is not null && await EarlierThan(days[0].Day, cancellationToken))
        {
            broken.Add($"before {Name(days[0].Day)}");
        }

        totals.AddRange(last is null ? await db.KeyBalances.Select(b => b.AccountKey).Take(Examples).ToListAsync(cancellationToken) : await WrongBalances(last.Day, cancellationToken));
        return
        [
            LedgerCheck.Of("I10 chain of days", broken.Take(Examples), $"{days.Count} days"),
            LedgerCheck.Of("I3 kept totals agree", totals.Take(Examples), "totals per day and balances per key are those of the entries"),
        ];
    }

    async Task<IEnumerable<string>> WrongTotals(DateOnly day, DayDigest digest, CancellationToken cancellationToken)
    {
        var kept = await db.DayTotals.AsNoTracking().Where(t => t.Day == day).ToListAsync(cancellationToken);
        return kept.Select(Told).Except(digest.Totals.Select(Told)).Concat(digest.Totals.Select(Told).Except(kept.Select(Told)));
    }

    /// <summary>What is kept per key less what the entries until then come to: nothing is left where they agree.</summary>
    async Task<List<string>> WrongBalances(DateOnly last, CancellationToken cancellationToken)
    {
        var end = Wib.StartOf(last.AddDays(1));
        var booked = db.Journals.Where(j => j.BookedAt < end).SelectMany(j => j.Entries).Select(e => new { e.Account, e.AccountKey, Amount = -1 * (long)e.Amount });
        var wrong = await db.KeyBalances.Select(b => new { b.Account, b.AccountKey, Amount = (long)b.Balance }).Concat(booked)
            .GroupBy(x => new { x.Account, x.AccountKey }).Select(g => new { g.Key.Account, g.Key.AccountKey, Sum = g.Sum(x => x.Amount) })
            .Where(x => x.Sum != 0).Take(Examples).ToListAsync(cancellationToken);
        return [.. wrong.Select(x => $"{x.Account} {x.AccountKey}: {x.Sum}")];
    }

    async Task<bool> EarlierThan(DateOnly first, CancellationToken cancellationToken)
    {
        var start = Wib.StartOf(first);
        return await db.Journals.AnyAsync(j => j.BookedAt < start, cancellationToken);
    }

    static string Told(DayTotal total) => $"{Name(total.Day)} {total.Account} {total.AccountKey} {total.Debit} {total.Credit}";

    static string Name(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
