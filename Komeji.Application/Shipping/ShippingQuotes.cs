using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Shipping;
using Komeji.Domain.Stores;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Shipping;

/// <summary>Where a shop sends from and how.</summary>
/// <param name="CourierServices">As <see cref="Store.CourierServices"/> keeps them: <c>jne:REG,pos:Reguler</c>.</param>
public sealed record ShippingOrigin(string VillageCode, string CourierServices, bool OffersPickup)
{
    public static ShippingOrigin Of(Store store) => new(store.VillageCode, store.CourierServices, store.OffersPickup);
}

/// <summary>One way a shop's goods can reach the buyer, with its price.</summary>
/// <param name="Code">What a form posts: <c>jne:REG</c>, or <c>ambil</c> for pick-up.</param>
/// <param name="Courier">Courier code; empty for pick-up.</param>
public sealed record ShippingOption(string Code, ShipmentKind Kind, string Courier, string CourierName, string Service, Rupiah Fee, int EtaMinDays, int EtaMaxDays)
{
    public const string PickupCode = "ambil";

    public static readonly ShippingOption Pickup = new(PickupCode, ShipmentKind.Pickup, "", "Ambil di toko", "", Rupiah.Zero, 0, 0);

    /// <summary><c>JNE REG</c>, or <c>Ambil di toko</c>.</summary>
    public string Name => Service.Length == 0 ? CourierName : $"{CourierName} {Service}";

    /// <summary><c>2–3 hari</c>, <c>1 hari</c>, <c>hari ini–besok</c>.</summary>
    public string Eta => Kind == ShipmentKind.Pickup ? "setelah siap diambil"
        : EtaMinDays == EtaMaxDays ? $"{EtaMinDays} hari"
        : EtaMinDays == 0 ? $"hari ini–{(EtaMaxDays == 1 ? "besok" : EtaMaxDays + " hari")}"
        : $"{EtaMinDays}–{EtaMaxDays} hari";
}

/// <summary>
/// Prices shipping from the offline tariff table (zone × weight). The same question on the same day has the same answer: couriers
/// by price, then speed, then code; pick-up last.
/// </summary>
public sealed class ShippingQuotes(IKomejiDb db, TimeProvider clock)
{
    List<CourierTariff>? inForce;

    /// <param name="destination">Region code of the receiver: a village, or a district for an estimate.</param>
    /// <param name="grams">Weight of the parcel.</param>
    /// <param name="cubicCentimetres">Volume of the parcel; 0 when unknown.</param>
    public async Task<IReadOnlyList<ShippingOption>> Quote(ShippingOrigin origin, string destination, long grams, long cubicCentimetres, CancellationToken cancellationToken)
    {
        var zone = ShippingZones.Between(origin.VillageCode, destination);
        var offered = origin.CourierServices.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet();
        var charged = CourierTariff.ChargeableGrams(grams, cubicCentimetres);
        var couriers = (await Tariffs(cancellationToken))
            .Where(t => t.Zone == zone && offered.Contains(t.ServiceCode))
            .Select(t => new ShippingOption(t.ServiceCode, ShipmentKind.Courier, t.Courier, t.CourierName, t.Service, t.Price(charged), t.EtaMinDays, t.EtaMaxDays))
            .OrderBy(o => o.Fee).ThenBy(o => o.EtaMaxDays).ThenBy(o => o.Code, StringComparer.Ordinal);
        return origin.OffersPickup ? [.. couriers, ShippingOption.Pickup] : [.. couriers];
    }

    /// <summary>The couriers' services a shop can choose from.</summary>
    public async Task<IReadOnlyList<OfferedCourier>> Services(CancellationToken cancellationToken) =>
        [.. (await Tariffs(cancellationToken)).GroupBy(t => t.ServiceCode)
            .Select(g => new OfferedCourier(g.Key, $"{g.First().CourierName} {g.First().Service}", g.All(t => t.Zone == ShippingZone.SameRegency)))
            .OrderBy(s => s.Name, StringComparer.Ordinal)];

    /// <summary>Of each courier, service and zone the newest row whose day has come (WIB).</summary>
    async Task<List<CourierTariff>> Tariffs(CancellationToken cancellationToken)
    {
        var today = Wib.DayOf(clock.GetUtcNow());
        return inForce ??= [.. (await db.CourierTariffs.AsNoTracking().Where(t => t.ValidFrom <= today).ToListAsync(cancellationToken))
            .GroupBy(t => (t.ServiceCode, t.Zone)).Select(g => g.MaxBy(t => t.ValidFrom)!)];
    }
}

/// <param name="Code"><c>jne:REG</c></param>
/// <param name="LocalOnly">Goes no further than the shop's own regency.</param>
public sealed record OfferedCourier(string Code, string Name, bool LocalOnly);
