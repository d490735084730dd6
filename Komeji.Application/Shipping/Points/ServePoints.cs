using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Shipping;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Shipping.Points;

/// <summary>The seller says which community points the shop brings parcels to. Orders placed before keep their point.</summary>
/// <exception cref="RuleBroken"><c>point.not_open</c></exception>
public sealed record ServePoints(IReadOnlyList<PointId> Points) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ServePoints>
    {
        public async Task<Unit> Handle(ServePoints request, CancellationToken cancellationToken)
        {
            var store = (await desk.At(ShopRights.Page, cancellationToken)).Id;
            await db.TakeTurn($"points of {store.Value}", cancellationToken);
            var wanted = request.Points.Distinct().ToList();
            var served = await db.ServedPoints.Where(s => s.StoreId == store).ToListAsync(cancellationToken);
            var added = wanted.Where(id => served.All(s => s.PointId != id)).ToList();
            if (await db.PickupPoints.CountAsync(p => added.Contains(p.Id) && p.IsOpen, cancellationToken) != added.Count)
            {
                throw new RuleBroken("point.not_open", "Titik yang Anda pilih baru saja ditutup. Muat ulang halaman, lalu pilih lagi.");
            }

            db.ServedPoints.RemoveRange(served.Where(s => !wanted.Contains(s.PointId)));
            db.ServedPoints.AddRange(added.Select(id => new ServedPoint(store, id)));
            return Unit.Value;
        }
    }
}
