using Komeji.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reconciliation;

/// <summary>The bank or the provider does not know of an entry, and an officer says why. It books nothing.</summary>
public sealed record ExplainLedgerEntry(long Id, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ExplainLedgerEntry>
    {
        public async Task<Unit> Handle(ExplainLedgerEntry request, CancellationToken cancellationToken)
        {
            var account = await db.Compared().Where(e => e.Id == request.Id).Select(e => (int?)e.Account).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            await db.TakeTurn(BankDesk.TurnOf(account), cancellationToken);
            var now = clock.GetUtcNow();
            (await db.MarkOf(request.Id, now, cancellationToken)).Explain(user.Officer(), request.Reason, now);
            return Unit.Value;
        }
    }
}
