using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Reconciliation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reconciliation;

/// <summary>An officer says which journals a line at the bank is: one, or several that together have its amount.</summary>
/// <param name="Entries">Of the line's account.</param>
public sealed record MatchByHand(BankLineId Line, IReadOnlyList<long> Entries) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<MatchByHand>
    {
        public async Task<Unit> Handle(MatchByHand request, CancellationToken cancellationToken)
        {
            var account = await db.BankLines.Where(l => l.Id == request.Line).Select(l => (int?)l.Account).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            await db.TakeTurn(BankDesk.TurnOf(account), cancellationToken);
            var line = await db.LineOf(request.Line, cancellationToken);
            var chosen = request.Entries.Distinct().ToList();
            var entries = await db.Entries.AsNoTracking().Where(e => chosen.Contains(e.Id) && e.Account == account).Select(e => new { e.Id, e.Amount }).ToListAsync(cancellationToken);
            if (entries.Count < chosen.Count)
            {
                throw new NotFound();
            }

            var now = clock.GetUtcNow();
            var sides = new List<LedgerSide>();
            foreach (var entry in entries)
            {
                sides.Add(new LedgerSide(await db.MarkOf(entry.Id, now, cancellationToken), entry.Amount));
            }

            line.Match(sides, user.Officer(), now);
            return Unit.Value;
        }
    }
}
