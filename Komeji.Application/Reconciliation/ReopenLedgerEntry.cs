using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Reconciliation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reconciliation;

/// <summary>What was said about an entry was wrong: it waits again. One that is matched is let go from its line.</summary>
public sealed record ReopenLedgerEntry(long Id, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ReopenLedgerEntry>
    {
        public async Task<Unit> Handle(ReopenLedgerEntry request, CancellationToken cancellationToken)
        {
            if (!await db.Compared().AnyAsync(e => e.Id == request.Id, cancellationToken))
            {
                throw new NotFound();
            }

            var mark = await db.LedgerMarks.SingleOrDefaultAsync(m => m.EntryId == request.Id, cancellationToken);
            if (mark is not { State: MatchState.Explained })
            {
                throw new RuleBroken("reconciliation.not_explained", "Jurnal ini tidak sedang dijelaskan. Bila sudah dicocokkan, lepaskan dari halaman mutasi banknya.");
            }

            mark.Reopen(user.Officer(), request.Reason, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
