using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Shipping.Points;

/// <summary>The buyer shows the code at the community point. A wrong one is remembered, so it is an answer and no refusal.</summary>
/// <returns>Whether the code was right and the parcel is handed over.</returns>
public sealed record HandOverAtPoint(string Number, string Code) : ICommand<bool>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings, TimeProvider clock) : IRequestHandler<HandOverAtPoint, bool>
    {
        public async Task<bool> Handle(HandOverAtPoint request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            var order = await db.Orders.KeptBy(me, db.PickupPoints).Load(request.Number, cancellationToken);
            return order.HandOver(Actor.Keeper(me.Value), request.Code, await settings.OrderTerms(cancellationToken), clock.GetUtcNow());
        }
    }
}
