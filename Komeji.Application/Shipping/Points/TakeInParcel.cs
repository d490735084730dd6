using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Shipping.Points;

/// <summary>The shop has brought a parcel to the point: the buyer gets a code, and the clock of collecting starts.</summary>
public sealed record TakeInParcel(string Number) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings, ICodes codes, TimeProvider clock) : IRequestHandler<TakeInParcel>
    {
        public async Task<Unit> Handle(TakeInParcel request, CancellationToken cancellationToken)
        {
            var (me, now) = (user.Require(), clock.GetUtcNow());
            var order = await db.Orders.KeptBy(me, db.PickupPoints).Load(request.Number, cancellationToken);
            order.MakeReady(Actor.Keeper(me.Value), codes.SixDigits(), await settings.OrderTerms(cancellationToken), now);
            var parcel = await db.ParcelOf(order, now, cancellationToken);
            parcel.Pack(order.Lines.Select(l => (l.Id, l.Quantity)));
            parcel.WaitForPickup(Actor.Keeper(me.Value), now);
            return Unit.Value;
        }
    }
}
