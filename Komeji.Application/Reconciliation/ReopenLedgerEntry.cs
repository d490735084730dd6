using Komeji.Application.Common;
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

            var now = clock.GetUtcNow();
            (await db.MarkOf(request.Id, now, cancellationToken)).WithdrawExplanation(user.Officer(), request.Reason, now);
            return Unit.Value;
        }
    }
}
