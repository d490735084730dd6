using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Regions;
using Komeji.Domain.Shipping;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Shipping;

/// <summary>The seller brings goods to these districts on these terms; a district known before gets the new terms.</summary>
/// <exception cref="RuleBroken"><c>delivery.districts</c>, <c>delivery.too_many</c>, and what <see cref="DeliveryArea.Change"/> refuses</exception>
public sealed record SaveDeliveryAreas(IReadOnlyList<string> Districts, DeliveryTerms Terms) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<SaveDeliveryAreas>
    {
        public async Task<Unit> Handle(SaveDeliveryAreas request, CancellationToken cancellationToken)
        {
            var store = (await desk.At(ShopRights.Page, cancellationToken)).Id;
            await db.TakeTurn($"delivery of {store.Value}", cancellationToken);
            var codes = request.Districts.Distinct().ToList();
            if (codes.Count == 0 || await db.Regions.CountAsync(r => codes.Contains(r.Code) && r.Level == RegionLevel.District, cancellationToken) != codes.Count)
            {
                throw new RuleBroken("delivery.districts", "Pilih paling sedikit satu kecamatan dari daftar.");
            }

            var known = await db.DeliveryAreas.Where(a => a.StoreId == store).ToDictionaryAsync(a => a.DistrictCode, cancellationToken);
            if (known.Keys.Union(codes).Count() > DeliveryArea.MostPerStore)
            {
                throw new RuleBroken("delivery.too_many", $"Satu toko paling banyak {DeliveryArea.MostPerStore} kecamatan. Hapus yang tidak dilayani lagi.");
            }

            foreach (var code in codes)
            {
                if (known.TryGetValue(code, out var area))
                {
                    area.Change(request.Terms);
                }
                else
                {
                    db.DeliveryAreas.Add(DeliveryArea.Of(store, code, request.Terms, clock.GetUtcNow()));
                }
            }

            return Unit.Value;
        }
    }
}
