using Komeji.Application.Common;
using MediatR;

namespace Komeji.Application.Ordering.Staff;

/// <summary>The cooperative decides that the buyer gets everything back.</summary>
public sealed record RefundOrderByStaff(string Number, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<RefundOrderByStaff>
    {
        public async Task<Unit> Handle(RefundOrderByStaff request, CancellationToken cancellationToken)
        {
            var (order, actor) = await db.LoadForStaff(user, request.Number, cancellationToken);
            order.RefundByStaff(actor, request.Reason, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
