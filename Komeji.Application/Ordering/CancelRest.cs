using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;

namespace Komeji.Application.Ordering;

/// <summary>The shop has sent a part and cannot send the rest: the buyer gets the price of the rest back.</summary>
public sealed record CancelRest(string Number, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, SettingsInForce settings, TimeProvider clock) : IRequestHandler<CancelRest>
    {
        public async Task<Unit> Handle(CancelRest request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Orders, cancellationToken);
            var order = await db.Orders.SoldBy(shop).Load(request.Number, cancellationToken);
            order.CancelRest(shop.Actor, request.Reason, await settings.OrderTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
