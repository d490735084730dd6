using Komeji.Application.Common;
using Komeji.Application.Shipping;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Ordering.Staff;

/// <summary>The staff found out that a parcel is lost, or is with the shop again.</summary>
/// <param name="Lost">The courier admits the loss; otherwise the shop has it.</param>
/// <param name="Parcel">Which of several; null when only one is under way.</param>
public sealed record ReturnOrderByStaff(string Number, string Reason, bool Lost = false, ShipmentId? Parcel = null) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ReturnOrderByStaff>
    {
        public async Task<Unit> Handle(ReturnOrderByStaff request, CancellationToken cancellationToken)
        {
            var (order, actor) = await db.LoadForStaff(user, request.Number, cancellationToken);
            order.ReturnToSender(actor, request.Reason, clock.GetUtcNow());
            var parcel = (await db.ParcelsUnderWay(order, cancellationToken)).Named(request.Parcel);
            if (request.Lost)
            {
                parcel.Lose(actor, clock.GetUtcNow());
            }
            else
            {
                parcel.ComeBack(actor, clock.GetUtcNow());
            }

            return Unit.Value;
        }
    }
}
