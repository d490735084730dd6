using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Shipping;
using Komeji.Domain.Stores;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Shipping;

/// <summary>Where a shop sends from and how.</summary>
/// <param name="CourierServices">As <see cref="Store.CourierServices"/> keeps them: <c>jne:REG,pos:Reguler</c>.</param>
/// <param name="Store">Whose own delivery and community points are asked for.</param>
public sealed record ShippingOrigin(string VillageCode, string CourierServices, bool OffersPickup, StoreId Store);

/// <summary>What travels.</summary>
/// <param name="Grams">Its weight.</param>
/// <param name="CubicCentimetres">Its volume; 0 when unknown.</param>
/// <param name="Worth">Of the goods, for a shop that brings much for nothing.</param>
public sealed record ShippingLoad(long Grams, long CubicCentimetres, Rupiah Worth);

/// <summary>One way a shop's goods can reach the buyer, with its price.</summary>
/// <param name="Code">What a form posts: <c>jne:REG</c>, <c>antar</c> for the shop's own delivery, <c>titik:…</c> for a community point, or <c>ambil</c> for pick-up.</param>
/// <param name="Courier">Courier code; empty where no courier is used.</param>
/// <param name="Note">Days and hours of the shop's own delivery, or where the community point is.</param>
/// <param name="Point">The community point.</param>
public sealed record ShippingOption(
    string Code, ShipmentKind Kind, string Courier, string CourierName, string Service, Rupiah Fee, int EtaMinDays, int EtaMaxDays, string Note = "", PointId? Point = null)
{
    public const string PickupCode = "ambil";
    public const string DeliveryCode = "antar";
    public const string PointPrefix = "titik:";

    public static readonly ShippingOption Pickup = new(PickupCode, ShipmentKind.Pickup, "", "Ambil di toko", "", Rupiah.Zero, 0, 0);

    /// <summary>It is brought to the buyer's address.</summary>
    public bool Travels => Kind is ShipmentKind.Courier or ShipmentKind.SellerDelivery;

    /// <summary><c>JNE REG</c>, or <c>Ambil di toko</c>.</summary>
    public string Name => Service.Length == 0 ? CourierName : $"{CourierName} {Service}";

    /// <summary><c>2–3 hari</c>, <c>1 hari</c>, <c>hari ini–besok</c>.</summary>
    public string Eta => Kind is ShipmentKind.Pickup or ShipmentKind.CommunityPoint ? "setelah siap diambil"
        : EtaMinDays == 0 && EtaMaxDays == 0 ? "hari ini"
        : EtaMinDays == EtaMaxDays ? $"{EtaMinDays} hari"
        : EtaMinDays == 0 ? $"hari ini–{(EtaMaxDays == 1 ? "besok" : EtaMaxDays + " hari")}"
        : $"{EtaMinDays}–{EtaMaxDays} hari";
}

/// <summary>
/// Prices shipping from the offline tariff table (zone × weight) and the shop's own terms. The same question on the same day has the
/// same answer: what is brought by price, then speed, then code; then community points, the nearest first; pick-up at the shop last.
/// </summary>
public sealed class ShippingQuotes(IKomejiDb db, SeldomChanged seldom, TimeProvider clock)
{
    const int DistrictLength = 8;
    const int MostPoints = 5;

    /// <param name="destination">Region code of the receiver: a village, or a district for an estimate.</param>
    public async Task<IReadOnlyList<ShippingOption>> Quote(ShippingOrigin origin, string destination, ShippingLoad load, CancellationToken cancellationToken)
    {
        var zone = ShippingZones.Between(origin.VillageCode, destination);
        var offered = origin.CourierServices.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet();
        var charged = CourierTariff.ChargeableGrams(load.Grams, load.CubicCentimetres);
        var couriers = (await InForce(t => t.Zone == zone, cancellationToken))
            .Where(t => offered.Contains(t.ServiceCode))
            .Select(t => new ShippingOption(t.ServiceCode, ShipmentKind.Courier, t.Courier, t.CourierName, t.Service, t.Price(charged), t.EtaMinDays, t.EtaMaxDays));
        var brought = couriers.Concat(await OwnDelivery(origin.Store, destination, load.Worth, cancellationToken))
            .OrderBy(o => o.Fee).ThenBy(o => o.EtaMaxDays).ThenBy(o => o.Code, StringComparer.Ordinal);
        return [.. brought, .. await Collected(origin, destination, cancellationToken)];
    }

    /// <summary>What the buyer collects, for who tells no address: points in the shop's own province, the nearest to the shop first, and the shop itself.</summary>
    public Task<IReadOnlyList<ShippingOption>> QuoteCollected(ShippingOrigin origin, CancellationToken cancellationToken) => Collected(origin, origin.VillageCode, cancellationToken);

    async Task<IReadOnlyList<ShippingOption>> Collected(ShippingOrigin origin, string near, CancellationToken cancellationToken) =>
        [.. await Points(origin.Store, near, cancellationToken), .. origin.OffersPickup ? [ShippingOption.Pickup] : Array.Empty<ShippingOption>()];

    async Task<IReadOnlyList<ShippingOption>> OwnDelivery(StoreId store, string destination, Rupiah worth, CancellationToken cancellationToken)
    {
        var district = destination.Length >= DistrictLength ? destination[..DistrictLength] : "";
        var area = await db.DeliveryAreas.AsNoTracking().SingleOrDefaultAsync(a => a.StoreId == store && a.DistrictCode == district, cancellationToken);
        return area is null ? [] :
        [
            new ShippingOption(ShippingOption.DeliveryCode, ShipmentKind.SellerDelivery, "", "Antar Penjual", "", area.FeeFor(worth), area.EtaMinDays, area.EtaMaxDays, area.Schedule),
        ];
    }

    /// <summary>Open points the shop serves in a place's province, the nearest by region code first.</summary>
    async Task<IReadOnlyList<ShippingOption>> Points(StoreId store, string destination, CancellationToken cancellationToken)
    {
        var province = destination[..2];
        var points = await (
            from served in db.ServedPoints
            join point in db.PickupPoints on served.PointId equals point.Id
            where served.StoreId == store && point.IsOpen && point.VillageCode.StartsWith(province)
            select new { point.Id, point.Name, point.Street, point.VillageCode, Place = db.Regions.Where(r => r.Code == point.VillageCode.Substring(0, DistrictLength)).Select(r => r.FullName).FirstOrDefault() ?? "" })
            .ToListAsync(cancellationToken);
        return
        [
            .. points.OrderByDescending(p => Nearness(p.VillageCode, destination)).ThenBy(p => p.Name, StringComparer.Ordinal).Take(MostPoints)
                .Select(p => new ShippingOption(
                    ShippingOption.PointPrefix + p.Id.Value.ToString("N"), ShipmentKind.CommunityPoint, "", p.Name, "", Rupiah.Zero, 0, 0, $"{p.Street}, {p.Place}", p.Id)),
        ];
    }

    /// <summary>How many characters of two region codes agree: the same village most, the same province least.</summary>
    static int Nearness(string one, string other) => one.Zip(other).TakeWhile(c => c.First == c.Second).Count();

    /// <summary>The couriers' services a shop can choose from.</summary>
    public async Task<IReadOnlyList<OfferedCourier>> Services(CancellationToken cancellationToken) =>
        [.. (await InForce(t => true, cancellationToken)).GroupBy(t => t.ServiceCode)
            .Select(g => new OfferedCourier(g.Key, $"{g.First().CourierName} {g.First().Service}", g.All(t => t.Zone == ShippingZone.SameRegency)))
            .OrderBy(s => s.Name, StringComparer.Ordinal)];

    /// <summary>Of each courier, service and zone the newest row whose day has come (WIB).</summary>
    async Task<IReadOnlyList<CourierTariff>> InForce(Func<CourierTariff, bool> which, CancellationToken cancellationToken)
    {
        var today = Wib.DayOf(clock.GetUtcNow());
        return [.. (await seldom.All(db.CourierTariffs, cancellationToken)).Where(which).Where(t => t.ValidFrom <= today)
            .GroupBy(t => (t.ServiceCode, t.Zone)).Select(g => g.MaxBy(t => t.ValidFrom)!)];
    }
}

/// <param name="Code"><c>jne:REG</c></param>
/// <param name="LocalOnly">Goes no further than the shop's own regency.</param>
public sealed record OfferedCourier(string Code, string Name, bool LocalOnly);
