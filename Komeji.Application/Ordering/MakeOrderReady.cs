using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Application.Shipping;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Ordering;

/// <summary>The goods wait at the shop; the buyer gets a six-digit code.</summary>
public sealed record MakeOrderReady(string Number) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings, ICodes codes, TimeProvider clock) : IRequestHandler<MakeOrderReady>
    {
        public async Task<Unit> Handle(MakeOrderReady request, CancellationToken cancellationToken)
        {
            var seller = user.Require();
            var order = await db.Orders.SoldBy(seller, db.Stores).Load(request.Number, cancellationToken);
            var parcel = await db.ParcelOf(order, clock.GetUtcNow(), cancellationToken);
            parcel.WaitForPickup(Actor.Seller(seller.Value), clock.GetUtcNow());
            order.MakeReady(Actor.Seller(seller.Value), codes.SixDigits(), await settings.OrderTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
