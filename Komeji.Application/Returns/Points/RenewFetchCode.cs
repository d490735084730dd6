using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Stores;
using MediatR;

namespace Komeji.Application.Returns.Points;

/// <summary>The shop asks for another code to fetch what lies at the point, as after five wrong ones.</summary>
public sealed record RenewFetchCode(string Return) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, ICodes codes, TimeProvider clock) : IRequestHandler<RenewFetchCode>
    {
        public async Task<Unit> Handle(RenewFetchCode request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Orders, cancellationToken);
            (await db.GoodsReturns.SoldBy(shop).Load(request.Return, cancellationToken)).RenewFetchCode(shop.Actor, codes.SixDigits(), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
