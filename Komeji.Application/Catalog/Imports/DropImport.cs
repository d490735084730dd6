using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Catalog.Imports;

/// <summary>The seller thinks better of it; its rows are deleted.</summary>
public sealed record DropImport(ProductImportId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<DropImport>
    {
        public async Task<Unit> Handle(DropImport request, CancellationToken cancellationToken)
        {
            await db.Drop(await db.MyImport(user, request.Id, cancellationToken), clock.GetUtcNow(), cancellationToken);
            return Unit.Value;
        }
    }
}
