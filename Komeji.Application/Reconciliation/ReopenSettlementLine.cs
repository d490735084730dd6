using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reconciliation;

/// <summary>What was said about a reported row was wrong: it waits again.</summary>
public sealed record ReopenSettlementLine(SettlementLineId Id, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ReopenSettlementLine>
    {
        public async Task<Unit> Handle(ReopenSettlementLine request, CancellationToken cancellationToken)
        {
            var line = await db.SettlementLines.SingleOrDefaultAsync(l => l.Id == request.Id, cancellationToken) ?? throw new NotFound();
            line.WithdrawExplanation(user.Officer(), request.Reason, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
