using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Payouts.Providers;

/// <summary>Takes a try to the provider: it is marked as sent, then the provider is called under its key, then the answer is stored. Of workers that come at once one calls.</summary>
public sealed record SendTransfer(PayoutAttemptId Attempt) : ICommand, ISelfTransacting
{
    internal sealed class Handler(TransferCall call) : IRequestHandler<SendTransfer>
    {
        public async Task<Unit> Handle(SendTransfer request, CancellationToken cancellationToken)
        {
            await call.Send(request.Attempt, cancellationToken);
            return Unit.Value;
        }
    }
}
