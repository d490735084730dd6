using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reconciliation;

/// <summary>A reported row differs from the books, and an officer says why. It books nothing.</summary>
public sealed record ExplainSettlementLine(SettlementLineId Id, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ExplainSettlementLine>
    {
        public async Task<Unit> Handle(ExplainSettlementLine request, CancellationToken cancellationToken)
        {
            var line = await db.SettlementLines.SingleOrDefaultAsync(l => l.Id == request.Id, cancellationToken) ?? throw new NotFound();
            line.Explain(user.Officer(), request.Reason, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
