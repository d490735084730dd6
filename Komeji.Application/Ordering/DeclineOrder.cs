using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Ordering;

/// <summary>The shop cannot serve it; the buyer gets everything back.</summary>
public sealed record DeclineOrder(string Number, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<DeclineOrder>
    {
        public async Task<Unit> Handle(DeclineOrder request, CancellationToken cancellationToken)
        {
            var seller = user.Require();
            var order = await db.Orders.SoldBy(seller, db.Stores).Load(request.Number, cancellationToken);
            order.Decline(Actor.Seller(seller.Value), request.Reason, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
