using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Catalog.Imports;

/// <summary>The seller thinks better of it; its rows are deleted.</summary>
public sealed record DropImport(ProductImportId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<DropImport>
    {
        public async Task<Unit> Handle(DropImport request, CancellationToken cancellationToken)
        {
            await db.Drop(await db.MyImport(desk, request.Id, cancellationToken), clock.GetUtcNow(), cancellationToken);
            return Unit.Value;
        }
    }
}
