using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Ordering;

/// <summary>The shop agrees with the buyer's wish to cancel, or goes on and says why.</summary>
/// <param name="Reason">Why the shop goes on; not needed to agree.</param>
public sealed record AnswerCancellation(string Number, bool Agree, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<AnswerCancellation>
    {
        public async Task<Unit> Handle(AnswerCancellation request, CancellationToken cancellationToken)
        {
            var seller = user.Require();
            var order = await db.Orders.SoldBy(seller, db.Stores).Load(request.Number, cancellationToken);
            if (request.Agree)
            {
                order.AgreeToCancel(Actor.Seller(seller.Value), clock.GetUtcNow());
            }
            else
            {
                order.RefuseToCancel(Actor.Seller(seller.Value), request.Reason, clock.GetUtcNow());
            }

            return Unit.Value;
        }
    }
}
