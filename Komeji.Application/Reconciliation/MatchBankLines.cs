using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Reconciliation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reconciliation;

/// <summary>Matches what is beyond doubt of an account; what is not says why, and waits for a person.</summary>
public sealed record MatchBankLines(int Account) : ICommand
{
    internal sealed class Handler(IKomejiDb db, SettingsInForce settings, TimeProvider clock) : IRequestHandler<MatchBankLines>
    {
        public async Task<Unit> Handle(MatchBankLines request, CancellationToken cancellationToken)
        {
            await db.TakeTurn(BankDesk.TurnOf(request.Account), cancellationToken);
            var lines = await db.BankLines.Where(l => l.Account == request.Account && l.State == MatchState.Open).ToListAsync(cancellationToken);
            if (lines.Count == 0)
            {
                return Unit.Value;
            }

            var days = await settings.Number(SettingCatalogue.BankMatchDays, cancellationToken);
            var now = clock.GetUtcNow();
            foreach (var (line, entry, doubt) in BankMatching.Of(lines, await Entries(request.Account, lines, days, cancellationToken), days))
            {
                if (entry is null || line.IsLeftToPeople)
                {
                    line.Note(doubt);
                }
                else
                {
                    line.Match([new LedgerSide(await db.MarkOf(entry.Id, now, cancellationToken), entry.Amount)], Actor.System, now);
                }
            }

            return Unit.Value;
        }

        async Task<IReadOnlyList<OpenEntry>> Entries(int account, IReadOnlyList<BankLine> lines, int days, CancellationToken cancellationToken)
        {
            var (since, before) = (Wib.StartOf(lines.Min(l => l.Day).AddDays(-days)), Wib.StartOf(lines.Max(l => l.Day).AddDays(days + 1)));
            var open = await (from e in db.Unmarked(db.Entries.Where(e => e.Account == account))
                              join j in db.Journals on e.JournalId equals j.Id
                              where j.EventAt >= since && j.EventAt < before
                              select new { e.Id, j.Key, j.EventAt, e.Amount }).ToListAsync(cancellationToken);
            return [.. open.Select(e => new OpenEntry(e.Id, e.Key, Wib.DayOf(e.EventAt), e.Amount))];
        }
    }
}

/// <summary>Accounts with lines that nobody has matched.</summary>
public sealed class BankLinesToMatch(IKomejiDb db) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var accounts = await db.BankLines.Where(l => l.State == MatchState.Open).Select(l => l.Account).Distinct().OrderBy(a => a).ToListAsync(cancellationToken);
        return [.. accounts.Select(IRequest (account) => new MatchBankLines(account))];
    }
}
