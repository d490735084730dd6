using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.Positions;

/// <summary>What was booked on an account, per key where it has few.</summary>
public sealed record Movement(int Account, string Key, Rupiah Debit, Rupiah Credit)
{
    /// <summary>Debit positive, credit negative.</summary>
    public Rupiah Sum => Debit - Credit;
}

/// <summary>What a key of an account holds: debit positive, credit negative.</summary>
public sealed class KeySum
{
    public required string Key { get; init; }
    public required long Sum { get; init; }
}

/// <summary>What an account holds now.</summary>
/// <param name="Sum">Debit positive, credit negative.</param>
/// <param name="Owed">Its keys that are owed something, together; what another key owes us is not taken off.</param>
public sealed record AccountNow(Rupiah Sum, Rupiah Owed)
{
    public static readonly AccountNow Nothing = new(Rupiah.Zero, Rupiah.Zero);
}

/// <summary>
/// Balances at the end of any day in WIB. Closed days are read from what is kept of them, the few days since from their journals, found
/// by the index on the moment of booking: how much was booked in all does not matter.
/// </summary>
public sealed class Balances(IKomejiDb db)
{
    /// <summary>Before any books of ours.</summary>
    public static readonly DateOnly Beginning = new(2000, 1, 1);

    static readonly List<int> KeptByKey = [.. Chart.All.Where(a => a.HasFewKeys).Select(a => a.Code)];

    public Task<DateOnly?> LastClosed(CancellationToken cancellationToken) =>
        db.LedgerDays.OrderByDescending(d => d.Day).Select(d => (DateOnly?)d.Day).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Everything booked until the end of a day.</summary>
    public Task<IReadOnlyList<Movement>> Until(DateOnly day, CancellationToken cancellationToken) => Between(Beginning, day, cancellationToken);

    /// <summary>Everything booked from one day to another, both with it.</summary>
    public async Task<IReadOnlyList<Movement>> Between(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var open = await FirstOpen(cancellationToken);
        var closed = await db.DayTotals.Where(t => t.Day >= from && t.Day <= to && t.Day < open).GroupBy(t => new { t.Account, t.AccountKey })
            .Select(g => new { g.Key.Account, g.Key.AccountKey, Debit = g.Sum(t => (long)t.Debit), Credit = g.Sum(t => (long)t.Credit) }).ToListAsync(cancellationToken);
        var first = open > from ? open : from;
        var live = first <= to ? await Live(first, to, cancellationToken) : [];
        return Together(closed.Select(m => new Movement(m.Account, m.AccountKey, new Rupiah(m.Debit), new Rupiah(m.Credit))).Concat(live));
    }

    /// <summary>By how much each account moved on each day of a span; a day on which it did not move is left out.</summary>
    public async Task<IReadOnlyList<(DateOnly Day, int Account, Rupiah Sum)>> EachDay(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var open = await FirstOpen(cancellationToken);
        var closed = await db.DayTotals.Where(t => t.Day >= from && t.Day <= to && t.Day < open).GroupBy(t => new { t.Day, t.Account })
            .Select(g => new { g.Key.Day, g.Key.Account, Sum = g.Sum(t => (long)t.Debit - (long)t.Credit) }).ToListAsync(cancellationToken);
        var days = closed.Select(m => (m.Day, m.Account, Sum: new Rupiah(m.Sum))).ToList();
        for (var day = open > from ? open : from; day <= to; day = day.AddDays(1))
        {
            days.AddRange((await Live(day, day, cancellationToken)).Select(m => (day, m.Account, m.Sum)));
        }

        return days;
    }

    /// <summary>
    /// The keys of an account that hold something at the end of a day. From the balances of the last closed day it is gone forward, or
    /// back, by what was booked in between. To be read in one snapshot: a day may be closed meanwhile.
    /// </summary>
    public async Task<IQueryable<KeySum>> KeysAt(int account, DateOnly day, CancellationToken cancellationToken)
    {
        var next = await FirstOpen(cancellationToken);
        var (from, until, sign) = day.AddDays(1) >= next ? (next, day.AddDays(1), 1L) : (day.AddDays(1), next, -1L);
        var (start, end) = (Wib.StartOf(from), Wib.StartOf(until));
        var since = db.Journals.Where(j => j.BookedAt >= start && j.BookedAt < end).SelectMany(j => j.Entries).Where(e => e.Account == account)
            .Select(e => new { e.AccountKey, Amount = sign * (long)e.Amount });
        return db.KeyBalances.Where(b => b.Account == account).Select(b => new { b.AccountKey, Amount = (long)b.Balance }).Concat(since)
            .GroupBy(x => x.AccountKey).Select(g => new KeySum { Key = g.Key, Sum = g.Sum(x => x.Amount) }).Where(s => s.Sum != 0);
    }

    /// <summary>What these accounts hold, in one read. To be asked for in one snapshot, or in the turn in which days are closed.</summary>
    public async Task<IReadOnlyDictionary<int, AccountNow>> Now(List<int> accounts, CancellationToken cancellationToken)
    {
        var start = Wib.StartOf(await FirstOpen(cancellationToken));
        var since = db.Journals.Where(j => j.BookedAt >= start).SelectMany(j => j.Entries).Where(e => accounts.Contains(e.Account))
            .Select(e => new { e.Account, e.AccountKey, Amount = (long)e.Amount });
        var held = await db.KeyBalances.Where(b => accounts.Contains(b.Account)).Select(b => new { b.Account, b.AccountKey, Amount = (long)b.Balance }).Concat(since)
            .GroupBy(x => new { x.Account, x.AccountKey }).Select(g => new { g.Key.Account, Sum = g.Sum(x => x.Amount) })
            .GroupBy(k => k.Account).Select(g => new { Account = g.Key, Sum = g.Sum(k => k.Sum), Owed = g.Sum(k => k.Sum < 0 ? -k.Sum : 0) }).ToListAsync(cancellationToken);
        return accounts.ToDictionary(a => a, a => held.Find(h => h.Account == a) is { } now ? new AccountNow(new Rupiah(now.Sum), new Rupiah(now.Owed)) : AccountNow.Nothing);
    }

    async Task<DateOnly> FirstOpen(CancellationToken cancellationToken) => (await LastClosed(cancellationToken))?.AddDays(1) ?? Beginning;

    /// <summary>In one read, so that what is booked meanwhile counts with all its lines or with none; the database adds up the keys of accounts with many.</summary>
    async Task<IReadOnlyList<Movement>> Live(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var (start, end, few) = (Wib.StartOf(from), Wib.StartOf(to.AddDays(1)), KeptByKey);
        var moved = await db.Journals.Where(j => j.BookedAt >= start && j.BookedAt < end).SelectMany(j => j.Entries)
            .Select(e => new { e.Account, Key = few.Contains(e.Account) ? e.AccountKey : "", Amount = (long)e.Amount }).GroupBy(e => new { e.Account, e.Key })
            .Select(g => new { g.Key.Account, g.Key.Key, Debit = g.Sum(e => e.Amount > 0 ? e.Amount : 0), Sum = g.Sum(e => e.Amount) }).ToListAsync(cancellationToken);
        return [.. moved.Select(m => new Movement(m.Account, m.Key, new Rupiah(m.Debit), new Rupiah(m.Debit - m.Sum)))];
    }

    static IReadOnlyList<Movement> Together(IEnumerable<Movement> moved) =>
    [
        .. moved.GroupBy(m => (m.Account, m.Key)).Select(g => new Movement(g.Key.Account, g.Key.Key, Rupiah.Sum(g.Select(m => m.Debit)), Rupiah.Sum(g.Select(m => m.Credit)))),
    ];
}
