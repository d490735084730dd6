using Komeji.Application.Common;
using Komeji.Application.Ledger;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;

namespace Komeji.Application.Ordering;

/// <summary>The buyer shows the code at the shop. A wrong one is remembered, so it is an answer and no refusal.</summary>
/// <returns>Whether the code was right and the goods are handed over.</returns>
public sealed record HandOverOrder(string Number, string Code) : ICommand<bool>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, SettingsInForce settings, TimeProvider clock) : IRequestHandler<HandOverOrder, bool>
    {
        public async Task<bool> Handle(HandOverOrder request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Orders, cancellationToken);
            var order = await db.Orders.SoldBy(shop).Load(request.Number, cancellationToken);
            await db.RequireNotFrozen(order.Id, cancellationToken);
            return order.HandOver(shop.Actor, request.Code, await settings.OrderTerms(cancellationToken), clock.GetUtcNow());
        }
    }
}
