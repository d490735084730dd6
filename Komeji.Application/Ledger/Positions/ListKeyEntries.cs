using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.Positions;

/// <summary>Every entry of one key of an account until the end of a day, the newest on top, with what it held after each.</summary>
/// <param name="Key">Empty for an account without keys.</param>
public sealed record ListKeyEntries(int Account, string? Key, DateOnly? Day, int Page) : IQuery<KeyPage>
{
    public const int PageSize = 50;

    internal sealed class Handler(IKomejiDb db, Balances balances, TimeProvider clock) : IRequestHandler<ListKeyEntries, KeyPage>
    {
        public async Task<KeyPage> Handle(ListKeyEntries request, CancellationToken cancellationToken)
        {
            var account = Chart.All.SingleOrDefault(a => a.Code == request.Account) ?? throw new NotFound();
            var (key, today) = (request.Key ?? "", Wib.DayOf(clock.GetUtcNow()));
            var day = PositionDays.Of(request.Day, today);
            await using var moment = await db.BeginSnapshot(cancellationToken);
            var entries = Until(account.Code, key, day, today);
            var page = await entries.OrderByDescending(e => e.Id)
                .Join(db.Journals, e => e.JournalId, j => j.Id, (e, j) => new Row(e.Id, j.Id, j.BookedAt, j.Rule, j.Memo, e.Amount))
                .ToPage(request.Page, PageSize, cancellationToken);
            var held = await (await balances.KeysAt(account.Code, day, cancellationToken)).Where(s => s.Key == key).Select(s => s.Sum).FirstOrDefaultAsync(cancellationToken);
            var newest = page.Rows.Count > 0 ? page.Rows[0].Id : long.MaxValue;
            var later = await entries.Where(e => e.Id > newest).SumAsync(e => (long)e.Amount, cancellationToken);
            var names = await db.NamesOf(account, [key], cancellationToken);
            return new KeyPage(account, key, names.GetValueOrDefault(key), day, account.AsRead(new Rupiah(held)), Opened(account, page, new Rupiah(held - later)));
        }

        /// <summary>By the index on account, key and number of the entry; only a day that is over asks for the moment of booking, too.</summary>
        IQueryable<Entry> Until(int account, string key, DateOnly day, DateOnly today)
        {
            var entries = db.Entries.Where(e => e.Account == account && e.AccountKey == key);
            var end = Wib.StartOf(day.AddDays(1));
            return day == today ? entries : entries.Where(e => db.Journals.Any(j => j.Id == e.JournalId && j.BookedAt < end));
        }

        static PageOf<KeyEntry> Opened(Account account, PageOf<Row> page, Rupiah balance)
        {
            var rows = new List<KeyEntry>();
            foreach (var row in page.Rows)
            {
                rows.Add(new KeyEntry(row.Journal, row.BookedAt, row.Rule, row.Memo, row.Amount, account.AsRead(balance)));
                balance -= row.Amount;
            }

            return new PageOf<KeyEntry>(rows, page.Number, page.Size, page.Total);
        }

        sealed record Row(long Id, JournalId Journal, DateTimeOffset BookedAt, string Rule, string Memo, Rupiah Amount);
    }
}

/// <param name="Held">At the end of the day, as people read it.</param>
public sealed record KeyPage(Account Account, string Key, string? Name, DateOnly Day, Rupiah Held, PageOf<KeyEntry> Entries);

/// <param name="Amount">Debit positive, credit negative.</param>
/// <param name="Balance">After it, as people read it.</param>
public sealed record KeyEntry(JournalId Journal, DateTimeOffset BookedAt, string Rule, string Memo, Rupiah Amount, Rupiah Balance);
