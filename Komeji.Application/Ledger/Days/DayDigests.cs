using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.Days;

/// <summary>What a day's journals come to.</summary>
/// <param name="Hash">Of all of them in the order they were booked, after the hash of the day before.</param>
public sealed record DayDigest(string Hash, int Journals, int Entries, IReadOnlyList<DayTotal> Totals);

/// <summary>
/// Reads a day from its journals alone, line by line, found by the index on the moment of booking. Moments count in microseconds, as
/// PostgreSQL keeps them, so that the hash is the same wherever the books are restored.
/// </summary>
public sealed class DayDigests(IKomejiDb db)
{
    static readonly HashSet<int> KeptByKey = [.. Chart.All.Where(a => a.HasFewKeys).Select(a => a.Code)];

    /// <param name="before">Hash of the day before.</param>
    public async Task<DayDigest> Read(DateOnly day, string before, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{before}|{day:yyyy-MM-dd}\n")));
        var totals = new Dictionary<(int Account, string Key), (long Debit, long Credit)>();
        var (journals, entries, last) = (0, 0, default(JournalId));
        await foreach (var line in Lines(day).WithCancellation(cancellationToken))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line.Text()));
            journals += line.Journal == last ? 0 : 1;
            (entries, last) = (entries + 1, line.Journal);
            var key = (line.Account, KeptByKey.Contains(line.Account) ? line.AccountKey : "");
            var (debit, credit) = totals.GetValueOrDefault(key);
            totals[key] = checked(line.Amount.IsPositive ? (debit + line.Amount.Amount, credit) : (debit, credit - line.Amount.Amount));
        }

        return new DayDigest(
            Convert.ToHexStringLower(hash.GetHashAndReset()), journals, entries,
            [.. totals.Select(t => new DayTotal(day, t.Key.Account, t.Key.Key, new Rupiah(t.Value.Debit), new Rupiah(t.Value.Credit)))]);
    }

    IAsyncEnumerable<Line> Lines(DateOnly day)
    {
        var (start, end) = (Wib.StartOf(day), Wib.StartOf(day.AddDays(1)));
        var lines = from j in db.Journals
                    where j.BookedAt >= start && j.BookedAt < end
                    from e in j.Entries
                    orderby j.BookedAt, j.Id, e.Id
                    select new Line(j.Id, j.Key, j.Rule, j.Memo, j.EventAt, j.BookedAt, j.Period, j.OrderId, j.PurchaseId, j.LineCount, e.Account, e.AccountKey, e.Amount);
        return lines.AsAsyncEnumerable();
    }

    sealed record Line(
        JournalId Journal, string Key, string Rule, string Memo, DateTimeOffset EventAt, DateTimeOffset BookedAt, string Period, OrderId? Order, PurchaseId? Purchase,
        int LineCount, int Account, string AccountKey, Rupiah Amount)
    {
        /// <summary>No two different lines have the same text: what is free text goes with its length.</summary>
        public string Text() => string.Create(CultureInfo.InvariantCulture,
            $"{Journal.Value:N}|{Free(Key)}|{Rule}|{Free(Memo)}|{Micro(EventAt)}|{Micro(BookedAt)}|{Period}|{Order?.Value:N}|{Purchase?.Value:N}|{LineCount}|{Account}|{Free(AccountKey)}|{Amount.Amount}\n");

        static string Free(string text) => string.Create(CultureInfo.InvariantCulture, $"{text.Length}:{text}");

        static long Micro(DateTimeOffset at) => at.UtcTicks / TimeSpan.TicksPerMicrosecond;
    }
}
