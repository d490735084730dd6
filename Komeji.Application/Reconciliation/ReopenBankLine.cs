using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Reconciliation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reconciliation;

/// <summary>A match or an explanation of a line at the bank was wrong: line and journals wait again.</summary>
public sealed record ReopenBankLine(BankLineId Line, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ReopenBankLine>
    {
        public async Task<Unit> Handle(ReopenBankLine request, CancellationToken cancellationToken)
        {
            var (line, by, now) = (await db.LineOf(request.Line, cancellationToken), user.Officer(), clock.GetUtcNow());
            line.Reopen(by, request.Reason, now);
            foreach (var mark in await db.LedgerMarks.Where(m => m.LineId == request.Line && m.State == MatchState.Matched).ToListAsync(cancellationToken))
            {
                mark.Reopen(by, request.Reason, now);
            }

            return Unit.Value;
        }
    }
}
