using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog.Imports;

/// <summary>Deletes imports of the past, and those nobody said yes to within a day.</summary>
public sealed record ForgetOldImports : ICommand
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    internal sealed class Handler(IKomejiDb db, TimeProvider clock) : IRequestHandler<ForgetOldImports>
    {
        public async Task<Unit> Handle(ForgetOldImports request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var (old, stale) = (now - Kept, now - Patience);
            foreach (var import in await db.ProductImports.Where(i => i.UploadedAt < stale && i.State == ImportState.Checked).ToListAsync(cancellationToken))
            {
                await db.Drop(import, now, cancellationToken);
            }

            await db.ImportFaults.Where(f => db.ProductImports.Any(i => i.Id == f.ImportId && i.UploadedAt < old)).ExecuteDeleteAsync(cancellationToken);
            await db.ImportSheets.Where(s => db.ProductImports.Any(i => i.Id == s.ImportId && i.UploadedAt < old)).ExecuteDeleteAsync(cancellationToken);
            await db.ProductImports.Where(i => i.UploadedAt < old && i.EndedAt != null).ExecuteDeleteAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
