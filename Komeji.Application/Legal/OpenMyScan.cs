using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal;

/// <summary>The owner looks at a scan of her own. That too is written down: it may not be her who looks.</summary>
/// <exception cref="NotFound">No such scan of the person's shop.</exception>
public sealed record OpenMyScan(ScanId Id) : ICommand<OpenedScan>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, ScanRoom room, TimeProvider clock) : IRequestHandler<OpenMyScan, OpenedScan>
    {
        public async Task<OpenedScan> Handle(OpenMyScan request, CancellationToken cancellationToken)
        {
            var owner = (await desk.At(ShopRights.Own, cancellationToken)).Owner;
            var document = await db.LegalVerifications.AsNoTracking().Include(d => d.Scans).SingleOrDefaultAsync(d => d.OwnerId == owner && d.Scans.Any(s => s.Id == request.Id), cancellationToken)
                ?? throw new NotFound();
            var scan = document.Scans.SingleOrDefault(s => s.Id == request.Id && s.IsThere) ?? throw new NotFound();
            db.DataAccesses.Add(new DataAccess(document.Id, document.StoreId, owner, "penjual", "berkas", "Pemilik melihat berkasnya sendiri", clock.GetUtcNow()));
            return new OpenedScan(await room.Open(owner, scan.FileKey, cancellationToken), scan.Type, document.Kind.Word());
        }
    }
}

/// <param name="Type"><c>webp</c> or <c>pdf</c>.</param>
/// <param name="Name">Word of the paper's kind.</param>
public sealed record OpenedScan(byte[] Bytes, string Type, string Name);
