using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;

namespace Komeji.Application.Ordering.Services;

/// <summary>The shop is at work.</summary>
public sealed record BeginWork(string Number) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<BeginWork>
    {
        public async Task<Unit> Handle(BeginWork request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Orders, cancellationToken);
            var order = await db.Orders.SoldBy(shop).Load(request.Number, cancellationToken);
            order.StartService(shop.Actor, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
