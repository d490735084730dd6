using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payouts.Providers;

/// <summary>Asks what became of a transfer. One that never arrived is sent again under the same key, which cannot pay twice.</summary>
public sealed record AskAboutTransfer(PayoutAttemptId Attempt) : ICommand, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, PayoutGateways gateways, TransferCall call) : IRequestHandler<AskAboutTransfer>
    {
        public async Task<Unit> Handle(AskAboutTransfer request, CancellationToken cancellationToken)
        {
            var asked = await db.Payouts.SelectMany(p => p.Attempts, (p, a) => new { a.Id, a.Provider, p.Amount }).SingleAsync(a => a.Id == request.Attempt, cancellationToken);
            var outcome = gateways.Named(asked.Provider) is { } gateway ? await gateway.Ask(asked.Id, asked.Amount, cancellationToken) : new TransferOutcome.Unknown();
            await call.Note(request.Attempt, outcome);
            if (outcome is TransferOutcome.Absent)
            {
                await call.Send(request.Attempt, cancellationToken);
            }

            return Unit.Value;
        }
    }
}
