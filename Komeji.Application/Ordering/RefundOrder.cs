using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Ordering;

/// <summary>The shop agrees that the buyer gets everything back, though the goods had left it.</summary>
public sealed record RefundOrder(string Number, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<RefundOrder>
    {
        public async Task<Unit> Handle(RefundOrder request, CancellationToken cancellationToken)
        {
            var seller = user.Require();
            var order = await db.Orders.SoldBy(seller, db.Stores).Load(request.Number, cancellationToken);
            order.RefundBySeller(Actor.Seller(seller.Value), request.Reason, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
