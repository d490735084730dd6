using Komeji.Application.Common;
using MediatR;

namespace Komeji.Application.Ordering.Staff;

/// <summary>Ends a paid order before its goods left the shop; the buyer gets everything back. One paid to the shop in cash may end so later, too: nothing of it is held.</summary>
public sealed record CancelOrderByStaff(string Number, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<CancelOrderByStaff>
    {
        public async Task<Unit> Handle(CancelOrderByStaff request, CancellationToken cancellationToken)
        {
            var (order, actor) = await db.LoadForStaff(user, request.Number, cancellationToken);
            order.CancelByStaff(actor, request.Reason, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
