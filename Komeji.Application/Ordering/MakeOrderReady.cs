using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Application.Shipping;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;

namespace Komeji.Application.Ordering;

/// <summary>The goods wait at the shop; the buyer gets a six-digit code.</summary>
public sealed record MakeOrderReady(string Number) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, SettingsInForce settings, ICodes codes, TimeProvider clock) : IRequestHandler<MakeOrderReady>
    {
        public async Task<Unit> Handle(MakeOrderReady request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Orders, cancellationToken);
            var order = await db.Orders.SoldBy(shop).Load(request.Number, cancellationToken);
            var parcel = await db.ParcelOf(order, clock.GetUtcNow(), cancellationToken);
            parcel.WaitForPickup(shop.Actor, clock.GetUtcNow());
            order.MakeReady(shop.Actor, codes.SixDigits(), await settings.OrderTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
