using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;

namespace Komeji.Application.Ordering;

/// <summary>The shop has handed over the goods and says that it has the buyer's cash.</summary>
/// <exception cref="RuleBroken"><c>order.not_cash</c>, <c>order.illegal_move</c>, <c>order.cash_amount</c></exception>
public sealed record TakeCash(string Number, Rupiah Amount) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<TakeCash>
    {
        public async Task<Unit> Handle(TakeCash request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Orders, cancellationToken);
            var order = await db.Orders.SoldBy(shop).Load(request.Number, cancellationToken);
            order.TakeCash(shop.Actor, request.Amount, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
