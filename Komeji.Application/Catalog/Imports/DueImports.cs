using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Domain.Catalog;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog.Imports;

/// <summary>Imports whose rows wait to be checked or saved.</summary>
public sealed class DueImports(IKomejiDb db) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var due = await db.ProductImports.AsNoTracking().Where(i => i.State == ImportState.Waiting || i.State == ImportState.Accepted)
            .OrderBy(i => i.UploadedAt).ThenBy(i => i.Id).Take(most).Select(i => new { i.Id, i.State }).ToListAsync(cancellationToken);
        return [.. due.Select(IRequest (i) => i.State == ImportState.Waiting ? new CheckImport(i.Id) : new SaveImport(i.Id))];
    }
}
