using Komeji.Application.Common;
using Komeji.Application.Legal;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Catalog;

/// <summary>Puts a listing on display.</summary>
/// <exception cref="RuleBroken"><c>product.permit_lost</c>, <c>product.withheld</c>, <c>product.picture_required</c></exception>
public sealed record PublishProduct(ProductId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, PermitsOfGoods permits, TimeProvider clock) : IRequestHandler<PublishProduct>
    {
        public async Task<Unit> Handle(PublishProduct request, CancellationToken cancellationToken)
        {
            var product = await db.Mine(desk, request.Id, cancellationToken);
            var now = clock.GetUtcNow();
            (await permits.LostBy(product.StoreId, now, cancellationToken)).Allow(product);
            product.Publish(now);
            return Unit.Value;
        }
    }
}
