using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Complaints;

/// <summary>The buyer throws a draft away.</summary>
/// <param name="Number">The order's.</param>
public sealed record DiscardComplaint(string Number) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<DiscardComplaint>
    {
        public async Task<Unit> Handle(DiscardComplaint request, CancellationToken cancellationToken)
        {
            var buyer = user.Require();
            var order = await db.Orders.BoughtBy(buyer).Load(request.Number, cancellationToken);
            await db.TakeOrderTurn(order.Id, cancellationToken);
            if (await db.FindDraft(order.Id, cancellationToken) is { } draft)
            {
                draft.Discard(Actor.Buyer(buyer.Value), clock.GetUtcNow());
            }

            return Unit.Value;
        }
    }
}
