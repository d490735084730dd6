using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;

namespace Komeji.Application.Ordering;

/// <summary>The shop takes the order on: the promised day begins to count, or the appointment stands.</summary>
public sealed record AcceptOrder(string Number) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, SettingsInForce settings, ICodes codes, TimeProvider clock) : IRequestHandler<AcceptOrder>
    {
        public async Task<Unit> Handle(AcceptOrder request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Orders, cancellationToken);
            var order = await db.Orders.SoldBy(shop).Load(request.Number, cancellationToken);
            var terms = await settings.OrderTerms(cancellationToken);
            if (order.Appointment is null)
            {
                order.Accept(shop.Actor, terms, clock.GetUtcNow());
            }
            else
            {
                order.Schedule(shop.Actor, codes.SixDigits(), terms, clock.GetUtcNow());
            }

            return Unit.Value;
        }
    }
}
