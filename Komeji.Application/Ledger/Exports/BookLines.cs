using System.Globalization;
using System.Runtime.CompilerServices;
using Komeji.Application.Accounts;
using Komeji.Application.Common;
using Komeji.Application.Sheets;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.Exports;

/// <summary>A table of the books to take away. Cells are texts or whole numbers.</summary>
/// <param name="Name">Of the file, without its kind.</param>
/// <param name="Rows">Read in batches while the file is written.</param>
public sealed record BookTable(string Name, IReadOnlyList<string> Heads, IAsyncEnumerable<IReadOnlyList<object>> Rows);

/// <summary>An entry with its journal.</summary>
/// <param name="Amount">Debit positive, credit negative.</param>
public sealed record BookLine(
    long Id, JournalId Journal, DateTimeOffset BookedAt, DateTimeOffset EventAt, string Rule, string Key, string Memo, int Account, string AccountKey, Rupiah Amount, string? Order, string? Purchase);

/// <summary>What files of the books are made of. Who takes one away is written into that person's own history before the first row is read.</summary>
public sealed class BookLines(IKomejiDb db, ICurrentUser me, TimeProvider clock)
{
    /// <summary>So small that a slow download holds no connection to the database between two batches.</summary>
    const int Batch = 1_000;

    static readonly string[] Readers = [Roles.Finance, Roles.Board, Roles.Supervisor];

    public DateOnly Today => Wib.DayOf(clock.GetUtcNow());

    /// <param name="what">Such as <c>Jurnal</c>.</param>
    public void WriteDown(string what, BookPeriod period, bool sheet)
    {
        var by = Actor.Staff(me.Require().Value, Readers.FirstOrDefault(me.IsIn) ?? Roles.Finance);
        var note = string.Create(CultureInfo.InvariantCulture, $"{what} {period.From:yyyy-MM-dd} sampai {period.To:yyyy-MM-dd}, {(sheet ? "XLSX" : "CSV")}");
        db.StateChanges.Add(new StateChange(PersonHistory.Subject, by.UserId!.Value, "", "", by, clock.GetUtcNow(), PersonHistory.BooksExported, note));
    }

    /// <param name="account">Null for all.</param>
    /// <exception cref="RuleBroken"><c>ledger.too_many_rows</c>: a sheet holds no more.</exception>
    public async Task RequireRoom(BookPeriod period, int? account, CancellationToken cancellationToken)
    {
        var (start, end) = (Wib.StartOf(period.From), Wib.StartOf(period.To.AddDays(1)));
        var entries = db.Journals.Where(j => j.BookedAt >= start && j.BookedAt < end).SelectMany(j => j.Entries).Where(e => account == null || e.Account == account);
        if (await entries.LongCountAsync(cancellationToken) > XlsxWriter.MostRows)
        {
            throw new RuleBroken("ledger.too_many_rows", "Barisnya lebih banyak dari yang muat di satu lembar XLSX. Pilih masa yang lebih pendek, atau unduh sebagai CSV.");
        }
    }

    /// <summary>Day by day, each day in the order it was booked.</summary>
    /// <param name="account">Null for all.</param>
    public async IAsyncEnumerable<BookLine> Read(BookPeriod period, int? account, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var day = period.From; day <= period.To; day = day.AddDays(1))
        {
            var after = 0L;
            for (var full = true; full;)
            {
                var batch = await After(after, day, account).Take(Batch).ToListAsync(cancellationToken);
                foreach (var line in batch)
                {
                    yield return line;
                }

                full = batch.Count == Batch;
                after = full ? batch[^1].Id : after;
            }
        }
    }

    IQueryable<BookLine> After(long entry, DateOnly day, int? account)
    {
        var (start, end) = (Wib.StartOf(day), Wib.StartOf(day.AddDays(1)));
        return from j in db.Journals
               where j.BookedAt >= start && j.BookedAt < end
               from e in j.Entries
               where e.Id > entry && (account == null || e.Account == account)
               orderby e.Id
               select new BookLine(
                   e.Id, j.Id, j.BookedAt, j.EventAt, j.Rule, j.Key, j.Memo, e.Account, e.AccountKey, e.Amount,
                   db.Orders.Where(o => o.Id == j.OrderId).Select(o => o.Number).FirstOrDefault(),
                   db.Purchases.Where(p => p.Id == j.PurchaseId).Select(p => p.Number).FirstOrDefault());
    }

    /// <summary>A moment in WIB as spreadsheets sort it.</summary>
    public static string Moment(DateTimeOffset at) => at.ToOffset(Wib.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static object Debit(Rupiah sum) => sum.IsPositive ? sum.Amount : "";

    public static object Credit(Rupiah sum) => sum.IsNegative ? -sum.Amount : "";
}
