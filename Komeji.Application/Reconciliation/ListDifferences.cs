using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Reconciliation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reconciliation;

public enum DifferenceKind
{
    /// <summary>A line at the bank that no journal names, or that several fit.</summary>
    AtTheBank,

    /// <summary>A journal names the line, with another amount.</summary>
    Amounts,

    /// <summary>A journal of a bank's account that the bank does not know, since the first day of its statements.</summary>
    InTheBooks,

    /// <summary>A line of a provider's report that is not as we booked it.</summary>
    Reported,

    /// <summary>A payment the provider has not reported.</summary>
    NotReported,
}

/// <summary>Where books and the world outside differ, of one kind: what waits, or what officers have explained. The oldest first.</summary>
/// <param name="Account">Only of this bank's account; null: of both.</param>
public sealed record ListDifferences(DifferenceKind Kind, int? Account = null, bool Explained = false, int Page = 1, int PageSize = ListDifferences.UsualPage) : IQuery<PageOf<Difference>>
{
    const int UsualPage = 50;

    /// <summary>For a file of all of them.</summary>
    public const int Everything = 100_000;

    internal sealed class Handler(IKomejiDb db, SettingsInForce settings, TimeProvider clock) : IRequestHandler<ListDifferences, PageOf<Difference>>
    {
        public async Task<PageOf<Difference>> Handle(ListDifferences request, CancellationToken cancellationToken) => request.Kind switch
        {
            DifferenceKind.AtTheBank => await Lines(request, db.BankLines.Where(l => l.Doubt != BankDoubt.OtherAmount), cancellationToken),
            DifferenceKind.Amounts => await Lines(request, db.BankLines.Where(l => l.Doubt == BankDoubt.OtherAmount), cancellationToken),
            DifferenceKind.InTheBooks => await Entries(request, await BankEntries(request, cancellationToken), await Grace(SettingCatalogue.BankJournalDays, cancellationToken), cancellationToken),
            DifferenceKind.Reported => await Reported(request, cancellationToken),
            DifferenceKind.NotReported => await Entries(request, db.Unreported(), await Grace(SettingCatalogue.MidtransReportDays, cancellationToken), cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(request), request.Kind, null),
        };

        async Task<PageOf<Difference>> Lines(ListDifferences request, IQueryable<BankLine> lines, CancellationToken cancellationToken)
        {
            var state = request.Explained ? MatchState.Explained : MatchState.Open;
            var page = await lines.AsNoTracking().Where(l => l.State == state && (request.Account == null || l.Account == request.Account))
                .OrderBy(l => l.Day).ThenBy(l => l.Account).ThenBy(l => l.Number).ToPage(request.Page, request.PageSize, cancellationToken);
            return Of(page, l => new Difference($"mutasi/{l.Id.Value}", l.Account, l.Day, l.Text, l.Doubt == BankDoubt.SeveralFit ? "Beberapa jurnal cocok" : l.Reference, l.Amount));
        }

        async Task<PageOf<Difference>> Entries(ListDifferences request, IQueryable<Entry> entries, DateTimeOffset grace, CancellationToken cancellationToken)
        {
            var marked = request.Explained ? entries.Where(e => db.LedgerMarks.Any(m => m.EntryId == e.Id && m.State == MatchState.Explained)) : db.Unmarked(entries);
            var page = await marked.AsNoTracking().Join(db.Journals, e => e.JournalId, j => j.Id, (e, j) => new { e.Id, e.Account, e.Amount, j.EventAt, j.Memo, j.Key })
                .Where(e => request.Explained || e.EventAt < grace)
                .OrderBy(e => e.EventAt).ThenBy(e => e.Id).ToPage(request.Page, request.PageSize, cancellationToken);
            return Of(page, e => new Difference($"jurnal/{e.Id}", e.Account, Wib.DayOf(e.EventAt), e.Memo, e.Key, e.Amount));
        }

        async Task<PageOf<Difference>> Reported(ListDifferences request, CancellationToken cancellationToken)
        {
            var state = request.Explained ? MatchState.Explained : MatchState.Open;
            var page = await db.SettlementLines.AsNoTracking().Where(l => l.State == state)
                .OrderBy(l => l.Day).ThenBy(l => l.Id).ToPage(request.Page, request.PageSize, cancellationToken);
            return Of(page, l => new Difference($"laporan/{l.Id.Value}", Chart.ProviderClearing.Code, l.Day, l.Transaction, SettlementWords.Of(l), l.Gross));
        }

        /// <summary>What was booked before the account's first line the bank was never asked about, so it waits for nobody.</summary>
        async Task<IQueryable<Entry>> BankEntries(ListDifferences request, CancellationToken cancellationToken)
        {
            List<int> accounts = [.. BankAccounts.All.Select(a => a.Code).Where(code => request.Account is null || code == request.Account)];
            if (request.Explained)
            {
                return db.Entries.Where(e => accounts.Contains(e.Account));
            }

            var first = await db.BankLines.Where(l => accounts.Contains(l.Account)).GroupBy(l => l.Account).Select(g => new { Account = g.Key, Day = g.Min(l => l.Day) }).ToListAsync(cancellationToken);
            return first.Aggregate(db.Entries.Where(_ => false), (entries, kept) => entries.Concat(Since(kept.Account, kept.Day)));
        }

        IQueryable<Entry> Since(int account, DateOnly day)
        {
            var start = Wib.StartOf(day);
            return db.Entries.Where(e => e.Account == account && db.Journals.Any(j => j.Id == e.JournalId && j.EventAt >= start));
        }

        /// <summary>What is younger may still be on its way.</summary>
        async Task<DateTimeOffset> Grace(string setting, CancellationToken cancellationToken) =>
            Wib.StartOf(Wib.DayOf(clock.GetUtcNow()).AddDays(-await settings.Number(setting, cancellationToken)));

        static PageOf<Difference> Of<T>(PageOf<T> page, Func<T, Difference> shown) => new([.. page.Rows.Select(shown)], page.Number, page.Size, page.Total);
    }
}

/// <summary>A thing on one side that has nothing, or something else, on the other.</summary>
/// <param name="Address">Of its page, below the list's.</param>
/// <param name="Amount">Positive when it raises the account.</param>
public sealed record Difference(string Address, int Account, DateOnly Day, string What, string Note, Rupiah Amount);
