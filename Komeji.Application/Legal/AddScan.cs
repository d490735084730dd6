using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Legal;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal;

/// <summary>Adds a page or photo to a paper. It is made safe and sealed before the transaction, which may take a while; when no row comes of it nothing is left behind.</summary>
public sealed record AddScan(DocumentKind Kind, Stream Upload) : ICommand, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, ScanRoom room, UnitOfWork unitOfWork, TimeProvider clock) : IRequestHandler<AddScan>
    {
        public async Task<Unit> Handle(AddScan request, CancellationToken cancellationToken)
        {
            // Before any work is done for a file that would be refused.
            var (shop, _) = await db.MyShop(desk, ShopRights.Papers, cancellationToken);
            (await db.Newest(shop.Id, request.Kind, cancellationToken) is { } newest && DocumentMoves.Open.Contains(newest.State) ? newest : null)?.RequirePlaceForScan();
            db.Forget();
            var safe = await room.MakeSafe(request.Upload, cancellationToken);
            var key = await room.Keep(shop.OwnerId, safe, cancellationToken);
            try
            {
                await unitOfWork.Run(
                    async () =>
                    {
                        var now = clock.GetUtcNow();
                        (await db.InWriting(desk, request.Kind, now, cancellationToken)).AddScan(key, safe.Type, safe.Bytes.Length, now);
                    },
                    cancellationToken);
            }
            catch
            {
                if (!await db.LegalVerifications.AnyAsync(d => d.Scans.Any(s => s.FileKey == key), CancellationToken.None))
                {
                    await room.Forget(key);
                }

                throw;
            }

            return Unit.Value;
        }
    }
}
