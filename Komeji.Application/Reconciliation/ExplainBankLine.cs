using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Reconciliation;

/// <summary>No journal belongs to a line at the bank, and an officer says why. It books nothing.</summary>
public sealed record ExplainBankLine(BankLineId Line, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ExplainBankLine>
    {
        public async Task<Unit> Handle(ExplainBankLine request, CancellationToken cancellationToken)
        {
            (await db.LineOf(request.Line, cancellationToken)).Explain(user.Officer(), request.Reason, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
