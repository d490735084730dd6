using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using Komeji.Domain.Reconciliation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reconciliation;

/// <summary>A line at the bank with what it is matched with, or with the journals it could be, and what was done to it.</summary>
public sealed record ShowBankLine(BankLineId Id) : IQuery<BankLinePage>
{
    const int MostCandidates = 50;

    internal sealed class Handler(IKomejiDb db, SettingsInForce settings) : IRequestHandler<ShowBankLine, BankLinePage>
    {
        public async Task<BankLinePage> Handle(ShowBankLine request, CancellationToken cancellationToken)
        {
            var line = await db.BankLines.AsNoTracking().SingleOrDefaultAsync(l => l.Id == request.Id, cancellationToken) ?? throw new NotFound();
            var entries = line.State == MatchState.Matched ? await Matched(line, cancellationToken) : await Candidates(line, cancellationToken);
            return new BankLinePage(
                line.Id, line.StatementId, line.Account, line.Day, line.Text, line.Reference, line.Amount, line.Balance, line.State, line.Doubt, entries,
                await db.StepsOf(BankLine.Kind, line.Id.Value, cancellationToken))
            {
                IsBooked = await IsBooked(line.Id, cancellationToken),
                Waiting = await db.MoneyApprovals.Where(a => a.SubjectId == line.Id.Value && a.State == MoneyApprovalState.Waiting).Select(a => (MoneyApprovalId?)a.Id).SingleOrDefaultAsync(cancellationToken),
            };
        }

        async Task<bool> IsBooked(BankLineId id, CancellationToken cancellationToken)
        {
            var key = PostingRules.BankLineKey(id, await db.TimeOf(id, cancellationToken));
            return await db.Journals.AnyAsync(j => j.Key == key, cancellationToken);
        }

        Task<List<LedgerEntryRow>> Matched(BankLine line, CancellationToken cancellationToken) =>
            Rows(db.Entries.Where(e => db.LedgerMarks.Any(m => m.EntryId == e.Id && m.LineId == line.Id))).ToListAsync(cancellationToken);

        /// <summary>Of the same amount, whenever it was; of another, when the days are near. The same amount stands first, the nearest day before others.</summary>
        async Task<IReadOnlyList<LedgerEntryRow>> Candidates(BankLine line, CancellationToken cancellationToken)
        {
            var days = await settings.Number(SettingCatalogue.BankMatchDays, cancellationToken);
            var (since, before) = (Wib.StartOf(line.Day.AddDays(-days)), Wib.StartOf(line.Day.AddDays(days + 1)));
            var open = db.Unmarked(db.Entries.Where(e => e.Account == line.Account));
            var same = await Rows(open.Where(e => e.Amount == line.Amount)).OrderByDescending(r => r.At).Take(MostCandidates).ToListAsync(cancellationToken);
            var near = await Rows(open.Where(e => e.Amount != line.Amount)).Where(r => r.At >= since && r.At < before).OrderByDescending(r => r.At).Take(MostCandidates).ToListAsync(cancellationToken);
            return [.. same.OrderBy(r => Math.Abs(Wib.DayOf(r.At).DayNumber - line.Day.DayNumber)), .. near];
        }

        IQueryable<LedgerEntryRow> Rows(IQueryable<Entry> entries) =>
            from e in entries
            join j in db.Journals on e.JournalId equals j.Id
            select new LedgerEntryRow { Id = e.Id, Key = j.Key, Memo = j.Memo, Amount = e.Amount, At = j.EventAt };
    }
}

/// <param name="Entries">What it is matched with; where it is not, what it could be.</param>
public sealed record BankLinePage(
    BankLineId Id, BankStatementId StatementId, int Account, DateOnly Day, string Text, string Reference, Rupiah Amount, Rupiah Balance, MatchState State, BankDoubt Doubt,
    IReadOnlyList<LedgerEntryRow> Entries, IReadOnlyList<MatchStep> Steps)
{
    /// <summary>As the bank's own; another officer may take that back.</summary>
    public required bool IsBooked { get; init; }

    /// <summary>The decision about it that waits for a second officer.</summary>
    public required MoneyApprovalId? Waiting { get; init; }
}

/// <summary>An entry of the ledger, with its journal's key and words.</summary>
public sealed record LedgerEntryRow
{
    public required long Id { get; init; }
    public required string Key { get; init; }
    public required string Memo { get; init; }
    public required Rupiah Amount { get; init; }
    public required DateTimeOffset At { get; init; }
}
