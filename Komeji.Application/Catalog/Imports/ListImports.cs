using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Catalog;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog.Imports;

/// <summary>The seller's latest imports, newest first.</summary>
public sealed record ListImports : IQuery<IReadOnlyList<ImportSummary>>
{
    const int Most = 10;

    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ListImports, IReadOnlyList<ImportSummary>>
    {
        public async Task<IReadOnlyList<ImportSummary>> Handle(ListImports request, CancellationToken cancellationToken) =>
            await (await db.Imports(desk, cancellationToken)).AsNoTracking().OrderByDescending(i => i.UploadedAt).ThenBy(i => i.Id).Take(Most)
                .Select(i => new ImportSummary(i.Id, i.FileName, i.State, i.Rows, i.RowsChecked, i.NewProducts, i.ChangedProducts, i.Faults, i.UploadedAt))
                .ToListAsync(cancellationToken);
    }
}
