using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Stores;
using MediatR;

namespace Komeji.Application.Returns;

/// <summary>The shop says that the parcel never came, or holds other things: the office decides.</summary>
public sealed record ObjectToReturn(string Return, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, SettingsInForce settings, TimeProvider clock) : IRequestHandler<ObjectToReturn>
    {
        public async Task<Unit> Handle(ObjectToReturn request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Orders, cancellationToken);
            var goods = await db.GoodsReturns.SoldBy(shop).Load(request.Return, cancellationToken);
            goods.RaiseObjection(shop.Actor, byShop: true, request.Reason, await settings.ReturnTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
