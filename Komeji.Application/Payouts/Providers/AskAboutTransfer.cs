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
            var provider = await db.Payouts.SelectMany(p => p.Attempts).Where(a => a.Id == request.Attempt).Select(a => a.Provider).SingleAsync(cancellationToken);
            var outcome = gateways.Named(provider) is { } gateway ? await gateway.Ask(request.Attempt, cancellationToken) : new TransferOutcome.Unknown();
            await call.Note(request.Attempt, outcome);
            if (outcome is TransferOutcome.Absent)
            {
                await call.Send(request.Attempt, cancellationToken);
            }

            return Unit.Value;
        }
    }
}
