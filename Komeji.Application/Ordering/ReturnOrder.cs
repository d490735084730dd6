using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Ordering;

/// <summary>The courier brought the parcel back.</summary>
public sealed record ReturnOrder(string Number, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ReturnOrder>
    {
        public async Task<Unit> Handle(ReturnOrder request, CancellationToken cancellationToken)
        {
            var seller = user.Require();
            var order = await db.Orders.SoldBy(seller, db.Stores).Load(request.Number, cancellationToken);
            order.ReturnToSender(Actor.Seller(seller.Value), request.Reason, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
