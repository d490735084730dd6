using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Payments;

/// <summary>
/// Sends money back: the refund is marked as sent, then the provider is called under its key, then the answer is stored. Money the
/// buyer's bank has taken is not sent a second time: while that is in dispute it waits, and when it is lost it counts as paid back.
/// </summary>
public sealed record SendRefund(RefundId Refund) : ICommand, ISelfTransacting
{
    /// <summary>How long the call may take before another worker asks what became of it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    internal sealed class Handler(RefundCall call) : IRequestHandler<SendRefund>
    {
        public async Task<Unit> Handle(SendRefund request, CancellationToken cancellationToken)
        {
            await call.Send(request.Refund, cancellationToken);
            return Unit.Value;
        }
    }
}
