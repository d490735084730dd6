using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Reconciliation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reconciliation;

/// <summary>An entry that a bank or a provider should know of, with what was done about it.</summary>
public sealed record ShowLedgerEntry(long Id) : IQuery<LedgerEntryPage>
{
    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ShowLedgerEntry, LedgerEntryPage>
    {
        public async Task<LedgerEntryPage> Handle(ShowLedgerEntry request, CancellationToken cancellationToken)
        {
            var entry = await db.Compared().AsNoTracking().SingleOrDefaultAsync(e => e.Id == request.Id, cancellationToken) ?? throw new NotFound();
            var journal = await db.Journals.AsNoTracking().SingleAsync(j => j.Id == entry.JournalId, cancellationToken);
            var mark = await db.LedgerMarks.AsNoTracking().SingleOrDefaultAsync(m => m.EntryId == entry.Id, cancellationToken);
            IReadOnlyList<MatchStep> steps = mark is null ? [] : await db.StepsOf(LedgerMark.Kind, mark.Id.Value, cancellationToken);
            return new LedgerEntryPage(entry.Id, entry.Account, journal.Key, journal.Memo, journal.Rule, entry.Amount, journal.EventAt, mark?.State ?? MatchState.Open, mark?.LineId, steps);
        }
    }
}

/// <param name="Line">The line at the bank it is matched with.</param>
public sealed record LedgerEntryPage(
    long Id, int Account, string Key, string Memo, string Rule, Rupiah Amount, DateTimeOffset At, MatchState State, BankLineId? Line, IReadOnlyList<MatchStep> Steps);

static class ComparedEntries
{
    static readonly int[] Accounts = [Chart.ProviderClearing.Code, .. BankAccounts.All.Select(a => a.Code)];

    /// <summary>Entries that the world outside knows, too.</summary>
    public static IQueryable<Entry> Compared(this IKomejiDb db) => db.Entries.Where(e => Accounts.Contains(e.Account));
}
