using Bogus;
using Komeji.Application.Shipping;
using Komeji.Domain.Accounts;
using Komeji.Domain.Ordering;
using Komeji.Domain.Shipping;

namespace Komeji.Web.Demo.History;

/// <summary>How goods of the past were brought: by one of the shop's couriers at its tariff, or collected.</summary>
/// <param name="tariffs">In force.</param>
sealed class PastWays(IReadOnlyList<CourierTariff> tariffs)
{
    readonly Dictionary<(string Services, ShippingZone Zone), CourierTariff[]> offered = [];

    public ShippingChoice Choose(PastBasket basket, DemoPerson buyer, Randomizer dice)
    {
        if (basket.Store.Is.OffersPickup && dice.Bool(.08f))
        {
            return new ShippingChoice(ShipmentKind.Pickup, "", ShippingOption.Pickup.Name, ShippingOption.Pickup.Fee, 0, 0);
        }

        var courier = dice.ArrayElement(Offered(basket.Store.Is.CourierServices, ShippingZones.Between(basket.Store.Is.VillageCode, buyer.Home.VillageCode)));
        var fee = courier.Price(basket.Pieces.Sum(p => (long)p.Good.WeightGrams * p.Pieces));
        return new ShippingChoice(ShipmentKind.Courier, courier.Courier, $"{courier.CourierName} {courier.Service}", fee, courier.EtaMinDays, courier.EtaMaxDays);
    }

    public static Destination DestinationOf(DemoPerson buyer) => new(
        buyer.Name, PhoneNumber.Normalise(buyer.Phone)!, buyer.Street, buyer.Home.VillageCode, buyer.Home.Words, buyer.Home.PostalCode, "");

    CourierTariff[] Offered(string services, ShippingZone zone)
    {
        if (!offered.TryGetValue((services, zone), out var known))
        {
            var used = services.Split(',');
            offered[(services, zone)] = known = [.. tariffs.Where(t => t.Zone == zone && used.Contains(t.ServiceCode)).OrderBy(t => t.ServiceCode, StringComparer.Ordinal)];
        }

        return known;
    }
}
