using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Regions;
using Komeji.Domain.Shipping;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Web.Demo;

/// <summary>Community points with their keepers, and shops that bring goods themselves.</summary>
sealed class DemoWays(IKomejiDb db, DateTimeOffset now)
{
    const int DistrictsEach = 6;

    static readonly (string Name, string Regency, string District, string Street, string Hours, string[] Keepers)[] Points =
    [
        ("Balai RTIK Cabang Jember", "35.09", "Sumbersari", "Jl. Kalimantan 37", "Senin–Sabtu 08.00–16.00", ["ketua@demo.komeji.id", "pendamping@demo.komeji.id"]),
        ("Pojok Baca Ambulu", "35.09", "Ambulu", "Jl. Suyitman 12", "Setiap hari 09.00–20.00", ["bendahara@demo.komeji.id"]),
        ("Warung KIM Singosari", "35.07", "Singosari", "Jl. Kertanegara 5", "Setiap hari 07.00–21.00", ["ketua@demo.komeji.id"]),
    ];

    public async Task Offer(IReadOnlyList<DemoStore> stores, CancellationToken cancellationToken)
    {
        foreach (var plan in Points)
        {
            var point = await Open(plan, cancellationToken);
            db.ServedPoints.AddRange(stores.Where((s, i) => i < 2 || s.Place.VillageCode.StartsWith(plan.Regency, StringComparison.Ordinal)).Select(s => new ServedPoint(s.Is.Id, point.Id)));
        }

        // The demo sellers, and each third shop beside them.
        foreach (var (store, i) in stores.Select((s, i) => (s, i)).Where(s => s.i < 2 || s.i % 3 == 0))
        {
            var regency = store.Place.VillageCode[..5];
            var own = store.Place.VillageCode[..8];
            var districts = await db.Regions.Where(r => r.ParentCode == regency && r.Level == RegionLevel.District)
                .OrderBy(r => r.Code == own ? 0 : 1).ThenBy(r => r.Code).Select(r => r.Code).Take(DistrictsEach).ToListAsync(cancellationToken);
            db.DeliveryAreas.AddRange(districts.Select((code, far) => DeliveryArea.Of(
                store.Is.Id, code, new DeliveryTerms(new Rupiah(far == 0 ? 5_000 : 10_000), new Rupiah(100_000 + (25_000 * (i % 3))), "Senin–Sabtu 08.00–16.00", 0, far == 0 ? 0 : 1), now)));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    async Task<PickupPoint> Open((string Name, string Regency, string District, string Street, string Hours, string[] Keepers) plan, CancellationToken cancellationToken)
    {
        var (name, regency, district, street, hours, keepers) = plan;
        var village = await db.Regions.Where(r => r.Level == RegionLevel.Village && r.Code.StartsWith(regency)).OrderBy(r => r.FullName.Contains(district) ? 0 : 1).ThenBy(r => r.Code)
            .Select(r => r.Code).FirstAsync(cancellationToken);
        var point = PickupPoint.Open(new PointFacts(name, "+6281234567801", village, street, hours), now);
        foreach (var id in await db.Users.Where(u => keepers.Contains(u.Email)).Select(u => u.Id).ToListAsync(cancellationToken))
        {
            point.Appoint(new UserId(id), now);
        }

        db.PickupPoints.Add(point);
        return point;
    }
}
