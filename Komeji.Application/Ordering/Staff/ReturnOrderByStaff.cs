using Komeji.Application.Common;
using MediatR;

namespace Komeji.Application.Ordering.Staff;

/// <summary>The staff found out that the parcel is lost or on its way back.</summary>
public sealed record ReturnOrderByStaff(string Number, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ReturnOrderByStaff>
    {
        public async Task<Unit> Handle(ReturnOrderByStaff request, CancellationToken cancellationToken)
        {
            var (order, actor) = await db.LoadForStaff(user, request.Number, cancellationToken);
            order.ReturnToSender(actor, request.Reason, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
