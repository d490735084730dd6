using Komeji.Application.Common;
using Komeji.Application.Legal;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Catalog;

/// <summary>Puts a listing on display.</summary>
public sealed record PublishProduct(ProductId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, PermitsOfGoods permits, TimeProvider clock) : IRequestHandler<PublishProduct>
    {
        public async Task<Unit> Handle(PublishProduct request, CancellationToken cancellationToken)
        {
            var product = await db.Mine(desk, request.Id, cancellationToken);
            await permits.LetGo(product, clock.GetUtcNow(), cancellationToken);
            product.Publish(clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
