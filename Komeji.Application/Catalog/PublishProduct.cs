using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Catalog;

/// <summary>Puts a listing on display.</summary>
public sealed record PublishProduct(ProductId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<PublishProduct>
    {
        public async Task<Unit> Handle(PublishProduct request, CancellationToken cancellationToken)
        {
            (await db.Mine(desk, request.Id, cancellationToken)).Publish(clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
