using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Stores;
using MediatR;

namespace Komeji.Application.Returns;

/// <summary>The shop says that the parcel has come; it counts within the time that begins now.</summary>
public sealed record ReceiveReturn(string Return) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, SettingsInForce settings, TimeProvider clock) : IRequestHandler<ReceiveReturn>
    {
        public async Task<Unit> Handle(ReceiveReturn request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Orders, cancellationToken);
            var goods = await db.GoodsReturns.SoldBy(shop).Load(request.Return, cancellationToken);
            goods.Arrive(shop.Actor, await settings.ReturnTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
