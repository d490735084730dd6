using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Catalog;

/// <summary>Takes a listing off display; its orders go on. It can be published again.</summary>
public sealed record ArchiveProduct(ProductId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<ArchiveProduct>
    {
        public async Task<Unit> Handle(ArchiveProduct request, CancellationToken cancellationToken)
        {
            (await db.Mine(desk, request.Id, cancellationToken)).Archive(clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
