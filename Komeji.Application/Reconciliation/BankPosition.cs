using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Reconciliation;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reconciliation;

/// <summary>How bank and books stand to each other at the end of a day, and why they differ.</summary>
/// <param name="Bank">By the bank's last line until then.</param>
/// <param name="Books">By the ledger until then.</param>
/// <param name="Opening">What the bank held before the first line that was ever imported.</param>
/// <param name="Explained">Of the difference, what officers have explained, on either side.</param>
/// <param name="OnTheWay">Of the difference, what is matched but stands on one side by then and on the other later.</param>
/// <param name="OpenLines">Of the difference, lines at the bank nobody has matched or explained.</param>
/// <param name="OpenEntries">Of the difference, entries of the books nobody has; they make the books hold more.</param>
public sealed record BankPosition(DateOnly Day, Rupiah Bank, Rupiah Books, Rupiah Opening, Rupiah Explained, Rupiah OnTheWay, Rupiah OpenLines, Rupiah OpenEntries)
{
    public Rupiah Difference => Bank - Books;

    /// <summary>Nothing when all parts of the difference are known, as they must be.</summary>
    public Rupiah Unknown => Difference - Opening - Explained - OnTheWay - OpenLines + OpenEntries;
}

static class BankPositions
{
    /// <param name="day">Not before the account's first line.</param>
    public static async Task<BankPosition> PositionAt(this IKomejiDb db, int account, DateOnly day, CancellationToken cancellationToken)
    {
        var end = Wib.StartOf(day.AddDays(1));
        var lines = db.BankLines.Where(l => l.Account == account && l.Day <= day);
        var entries = from e in db.Entries
                      join j in db.Journals on e.JournalId equals j.Id
                      where e.Account == account && j.EventAt < end
                      select new { e.Id, Amount = (long)e.Amount };
        var first = await db.BankLines.AsNoTracking().Where(l => l.Account == account).OrderBy(l => l.Day).ThenBy(l => l.Number).FirstAsync(cancellationToken);
        var bank = await lines.OrderByDescending(l => l.Day).ThenByDescending(l => l.Number).Select(l => (long)l.Balance).FirstAsync(cancellationToken);
        var books = await entries.SumAsync(e => e.Amount, cancellationToken);

        var byState = await lines.GroupBy(l => l.State).Select(g => new { g.Key, Sum = g.Sum(l => (long)l.Amount) }).ToDictionaryAsync(g => g.Key, g => g.Sum, cancellationToken);
        var marked = await entries.Join(db.LedgerMarks, e => e.Id, m => m.EntryId, (e, m) => new { m.State, e.Amount })
            .GroupBy(m => m.State).Select(g => new { g.Key, Sum = g.Sum(m => m.Amount) }).ToDictionaryAsync(g => g.Key, g => g.Sum, cancellationToken);
        var (matched, explained) = (marked.GetValueOrDefault(MatchState.Matched), marked.GetValueOrDefault(MatchState.Explained));
        return new BankPosition(
            day,
            new Rupiah(bank),
            new Rupiah(books),
            first.Before,
            new Rupiah(byState.GetValueOrDefault(MatchState.Explained) - explained),
            new Rupiah(byState.GetValueOrDefault(MatchState.Matched) - matched),
            new Rupiah(byState.GetValueOrDefault(MatchState.Open)),
            new Rupiah(books - matched - explained));
    }
}
