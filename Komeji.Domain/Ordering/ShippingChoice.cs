using Komeji.Domain.Common;
using Komeji.Domain.Shipping;

namespace Komeji.Domain.Ordering;

/// <summary>How one shop's goods travel, as chosen and priced at checkout.</summary>
public sealed class ShippingChoice
{
    ShippingChoice() { }

    public ShippingChoice(ShipmentKind kind, string courier, string service, Rupiah fee, int etaMinDays, int etaMaxDays, PointId? pointId = null)
    {
        Kind = kind;
        Courier = courier;
        Service = service;
        Fee = fee;
        EtaMinDays = etaMinDays;
        EtaMaxDays = etaMaxDays;
        PointId = pointId;
    }

    public ShipmentKind Kind { get; private set; }

    /// <summary>The goods are brought to the buyer, in as many parcels as it takes; otherwise the buyer collects them.</summary>
    public bool Travels => Kind is ShipmentKind.Courier or ShipmentKind.SellerDelivery;

    /// <summary>Courier code (<c>jne</c>, <c>pos</c> …); empty for pick-up.</summary>
    public string Courier { get; private set; } = "";
    public string Service { get; private set; } = "";
    public Rupiah Fee { get; private set; }
    public int EtaMinDays { get; private set; }
    public int EtaMaxDays { get; private set; }

    /// <summary>The community point it is collected at.</summary>
    public PointId? PointId { get; private set; }
}

/// <summary>Where goods go, copied from the buyer's address when the order is placed; of what the buyer collects only who that is.</summary>
public sealed class Destination
{
    Destination() { }

    public Destination(string recipient, string phone, string street, string villageCode, string region, string postalCode, string landmark)
    {
        Recipient = recipient;
        Phone = phone;
        Street = street;
        VillageCode = villageCode;
        Region = region;
        PostalCode = postalCode;
        Landmark = landmark;
    }

    public string Recipient { get; private set; } = "";
    public string Phone { get; private set; } = "";

    /// <summary>Street, number, RT/RW, hamlet.</summary>
    public string Street { get; private set; } = "";
    public string VillageCode { get; private set; } = "";

    /// <summary>Name and phone alone, for what is not brought to the buyer.</summary>
    internal Destination WithoutPlace() => new(Recipient, Phone, "", "", "", "", "");

    /// <summary>Village, district, regency and province in words.</summary>
    public string Region { get; private set; } = "";
    public string PostalCode { get; private set; } = "";
    public string Landmark { get; private set; } = "";
}
