using Komeji.Application.Common;
using Komeji.Application.Complaints;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;

namespace Komeji.Application.Ordering;

/// <summary>The shop agrees that the buyer gets everything back, though the goods had left it. What is complained of is agreed on the complaint instead.</summary>
public sealed record RefundOrder(string Number, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, SettingsInForce settings, TimeProvider clock) : IRequestHandler<RefundOrder>
    {
        public async Task<Unit> Handle(RefundOrder request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Orders, cancellationToken);
            var order = await db.Orders.SoldBy(shop).Load(request.Number, cancellationToken);
            await db.RequireNoComplaint(order.Id, cancellationToken);
            order.RefundBySeller(shop.Actor, request.Reason, await settings.OrderTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
