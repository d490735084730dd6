using Komeji.Domain.Common;

namespace Komeji.Domain.Shipping;

/// <summary>How far a parcel goes, by the region codes of its two ends.</summary>
public enum ShippingZone
{
    SameRegency,
    SameProvince,
    SameIsland,
    OtherIsland,
}

public static class ShippingZones
{
    /// <param name="from">Region code of the sender, at least of a regency.</param>
    /// <param name="to">Region code of the receiver, at least of a regency.</param>
    public static ShippingZone Between(string from, string to) =>
        from[..5] == to[..5] ? ShippingZone.SameRegency
        : from[..2] == to[..2] ? ShippingZone.SameProvince
        : IslandOf(from) == IslandOf(to) ? ShippingZone.SameIsland
        : ShippingZone.OtherIsland;

    /// <summary>
    /// Province codes begin with the digit of their group of islands: 3 Java with Madura, 5 Bali and Nusa Tenggara, 6 Kalimantan,
    /// 7 Sulawesi, 8 Maluku, 9 Papua; Sumatra has 1 and 2.
    /// </summary>
    static char IslandOf(string code) => code[0] == '2' ? '1' : code[0];
}

/// <summary>A row of the offline tariff table: what a courier's service costs in a zone, from a day on.</summary>
public sealed class CourierTariff
{
    CourierTariff() { }

    public CourierTariff(string courier, string courierName, string service, ShippingZone zone, Rupiah firstKilogram, Rupiah nextKilogram, int etaMinDays, int etaMaxDays, DateOnly validFrom, string source)
    {
        Courier = courier;
        CourierName = courierName;
        Service = service;
        Zone = zone;
        FirstKilogram = firstKilogram;
        NextKilogram = nextKilogram;
        EtaMinDays = etaMinDays;
        EtaMaxDays = etaMaxDays;
        ValidFrom = validFrom;
        Source = source;
    }

    public long Id { get; private set; }
    public string Courier { get; private set; } = "";
    public string CourierName { get; private set; } = "";
    public string Service { get; private set; } = "";
    public ShippingZone Zone { get; private set; }
    public Rupiah FirstKilogram { get; private set; }
    public Rupiah NextKilogram { get; private set; }
    public int EtaMinDays { get; private set; }
    public int EtaMaxDays { get; private set; }
    public DateOnly ValidFrom { get; private set; }
    public string Source { get; private set; } = "";

    /// <summary><c>jne:REG</c>, as shops and forms name it.</summary>
    public string ServiceCode => $"{Courier}:{Service}";

    /// <summary>Price of a parcel, each started kilogram counted.</summary>
    /// <param name="grams">What the courier charges for: <see cref="ChargeableGrams"/>.</param>
    public Rupiah Price(long grams)
    {
        var kilograms = (int)Math.Clamp((grams + 999) / 1000, 1, 10_000);
        return FirstKilogram + NextKilogram * (kilograms - 1);
    }

    /// <summary>The heavier of the scale and the volume (cm³ ÷ 6000 in kilograms, the couriers' rule for express parcels).</summary>
    public static long ChargeableGrams(long grams, long cubicCentimetres) => Math.Max(grams, cubicCentimetres / 6);
}
