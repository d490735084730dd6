using System.Globalization;
using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.Statements;

/// <summary>A month in WIB, as addresses name it: <c>2026-10</c>.</summary>
public sealed record StatementMonth(DateOnly First)
{
    internal DateTimeOffset Start => Wib.StartOf(First);

    internal DateTimeOffset End => Wib.StartOf(First.AddMonths(1));

    public string Name => First.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <exception cref="NotFound">It names no month of ours.</exception>
    public static StatementMonth Of(string name) =>
        DateOnly.TryParseExact(name + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is > 2000 and < 2200
            ? new StatementMonth(first)
            : throw new NotFound();
}

/// <summary>A movement of a shop's balance.</summary>
/// <param name="Amount">Positive when it raises the balance.</param>
/// <param name="Balance">After it.</param>
/// <param name="Order">Number of the order it came from; null where it came from none.</param>
public sealed record StatementRow(DateTimeOffset At, string Rule, string Memo, Rupiah Amount, Rupiah Balance, string? Order);

/// <summary>Account 2030 of one shop, read by the index on account and key.</summary>
static class StatementRows
{
    public static IQueryable<Entry> BalanceOf(this IKomejiDb db, StoreId store)
    {
        var key = store.Value.ToString();
        return db.Entries.Where(e => e.Account == Chart.SellerBalance.Code && e.AccountKey == key);
    }

    public static async Task<Rupiah> Before(this IKomejiDb db, IQueryable<Entry> mine, DateTimeOffset at, CancellationToken cancellationToken) =>
        new(-await mine.Where(e => db.Journals.Any(j => j.Id == e.JournalId && j.BookedAt < at)).SumAsync(e => (long)e.Amount, cancellationToken));

    /// <summary>The movements of a month in the order they were booked, without what stood before.</summary>
    public static IQueryable<StatementMove> MovesIn(this IKomejiDb db, IQueryable<Entry> mine, StatementMonth month)
    {
        var (start, end) = (month.Start, month.End);
        return from e in mine
               join j in db.Journals on e.JournalId equals j.Id
               where j.BookedAt >= start && j.BookedAt < end
               orderby e.Id
               select new StatementMove { Id = e.Id, At = j.BookedAt, Rule = j.Rule, Memo = j.Memo, Amount = e.Amount, Order = db.Orders.Where(o => o.Id == j.OrderId).Select(o => o.Number).FirstOrDefault() };
    }

    /// <summary>The movements from an entry on, in the order they were booked.</summary>
    public static IQueryable<StatementMove> MovesSince(this IKomejiDb db, IQueryable<Entry> mine, long first) =>
        from e in mine
        join j in db.Journals on e.JournalId equals j.Id
        where e.Id >= first
        orderby e.Id
        select new StatementMove { Id = e.Id, At = j.BookedAt, Rule = j.Rule, Memo = j.Memo, Amount = e.Amount, Order = db.Orders.Where(o => o.Id == j.OrderId).Select(o => o.Number).FirstOrDefault() };

    public static IReadOnlyList<StatementRow> After(this IEnumerable<StatementMove> moves, Rupiah opening)
    {
        var (rows, balance) = (new List<StatementRow>(), opening);
        foreach (var move in moves)
        {
            balance -= move.Amount;
            rows.Add(new StatementRow(move.At, move.Rule, move.Memo, -move.Amount, balance, move.Order));
        }

        return rows;
    }
}

sealed class StatementMove
{
    public required long Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Rule { get; init; }
    public required string Memo { get; init; }

    /// <summary>As booked: debit positive.</summary>
    public required Rupiah Amount { get; init; }
    public required string? Order { get; init; }
}
