using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;

namespace Komeji.Application.Ordering;

/// <summary>The shop agrees with the buyer's wish to cancel, or goes on and says why.</summary>
/// <param name="Reason">Why the shop goes on; not needed to agree.</param>
public sealed record AnswerCancellation(string Number, bool Agree, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<AnswerCancellation>
    {
        public async Task<Unit> Handle(AnswerCancellation request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Orders, cancellationToken);
            var order = await db.Orders.SoldBy(shop).Load(request.Number, cancellationToken);
            if (request.Agree)
            {
                order.AgreeToCancel(shop.Actor, clock.GetUtcNow());
            }
            else
            {
                order.RefuseToCancel(shop.Actor, request.Reason, clock.GetUtcNow());
            }

            return Unit.Value;
        }
    }
}
