using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Ordering;

/// <summary>The buyer has all her cash back from the shop: the order ends without a fee.</summary>
/// <exception cref="RuleBroken"><c>order.not_cash</c>, <c>order.no_cash_back</c></exception>
public sealed record ConfirmCashBack(string Number) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ConfirmCashBack>
    {
        public async Task<Unit> Handle(ConfirmCashBack request, CancellationToken cancellationToken)
        {
            var buyer = user.Require();
            var order = await db.Orders.BoughtBy(buyer).Load(request.Number, cancellationToken);
            order.ConfirmCashBack(Actor.Buyer(buyer.Value), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
