using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Ordering;

/// <summary>The shop has sent a part and cannot send the rest: the buyer gets the price of the rest back.</summary>
public sealed record CancelRest(string Number, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings, TimeProvider clock) : IRequestHandler<CancelRest>
    {
        public async Task<Unit> Handle(CancelRest request, CancellationToken cancellationToken)
        {
            var seller = user.Require();
            var order = await db.Orders.SoldBy(seller, db.Stores).Load(request.Number, cancellationToken);
            order.CancelRest(Actor.Seller(seller.Value), request.Reason, await settings.OrderTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
