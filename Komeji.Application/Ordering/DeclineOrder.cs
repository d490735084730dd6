using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;

namespace Komeji.Application.Ordering;

/// <summary>The shop cannot serve it; the buyer gets everything back.</summary>
public sealed record DeclineOrder(string Number, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<DeclineOrder>
    {
        public async Task<Unit> Handle(DeclineOrder request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Orders, cancellationToken);
            var order = await db.Orders.SoldBy(shop).Load(request.Number, cancellationToken);
            order.Decline(shop.Actor, request.Reason, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
