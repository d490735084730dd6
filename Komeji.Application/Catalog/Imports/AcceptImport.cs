using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Catalog.Imports;

/// <summary>The seller wants what was checked: the job saves it, all or nothing.</summary>
public sealed record AcceptImport(ProductImportId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<AcceptImport>
    {
        public async Task<Unit> Handle(AcceptImport request, CancellationToken cancellationToken)
        {
            (await db.MyImport(desk, request.Id, cancellationToken)).Accept();
            return Unit.Value;
        }
    }
}
