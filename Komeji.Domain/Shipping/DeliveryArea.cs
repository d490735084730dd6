using Komeji.Domain.Common;

namespace Komeji.Domain.Shipping;

/// <summary>A district (kecamatan) a shop brings its goods to itself (Antar Penjual), and on what terms.</summary>
public sealed class DeliveryArea : Aggregate
{
    public const int MostPerStore = 60;

    DeliveryArea() { }

    public DeliveryAreaId Id { get; private set; }
    public StoreId StoreId { get; private set; }
    public string DistrictCode { get; private set; } = "";
    public Rupiah Fee { get; private set; }

    /// <summary>Goods of at least so much are brought for nothing; null when the fee is always asked.</summary>
    public Rupiah? FreeFrom { get; private set; }

    /// <summary>Days and hours in the shop's words: <c>Senin–Sabtu 08.00–16.00</c>.</summary>
    public string Schedule { get; private set; } = "";
    public int EtaMinDays { get; private set; }
    public int EtaMaxDays { get; private set; }

    public static DeliveryArea Of(StoreId storeId, string districtCode, DeliveryTerms terms, DateTimeOffset now)
    {
        var area = new DeliveryArea { Id = DeliveryAreaId.New(now), StoreId = storeId, DistrictCode = districtCode };
        area.Change(terms);
        return area;
    }

    /// <exception cref="RuleBroken"><c>delivery.fee</c>, <c>delivery.schedule</c>, <c>delivery.eta</c></exception>
    public void Change(DeliveryTerms terms)
    {
        if (terms.Fee.IsNegative || terms.Fee > DeliveryTerms.MostFee || terms.FreeFrom is { IsPositive: false } || terms.FreeFrom > Rupiah.Largest)
        {
            throw new RuleBroken("delivery.fee", $"Ongkos antar Rp0 sampai {DeliveryTerms.MostFee}. Batas gratis lebih dari nol, atau kosongkan.");
        }

        if (terms.Schedule.Trim().Length is < 3 or > 80)
        {
            throw new RuleBroken("delivery.schedule", "Tulis hari dan jam antar, misalnya Senin–Sabtu 08.00–16.00.");
        }

        if (terms.EtaMinDays < 0 || terms.EtaMaxDays < terms.EtaMinDays || terms.EtaMaxDays > 14)
        {
            throw new RuleBroken("delivery.eta", "Perkiraan tiba 0 sampai 14 hari, dan paling cepat tidak lebih lama daripada paling lambat.");
        }

        (Fee, FreeFrom, Schedule, EtaMinDays, EtaMaxDays) = (terms.Fee, terms.FreeFrom, terms.Schedule.Trim(), terms.EtaMinDays, terms.EtaMaxDays);
    }

    /// <summary>What bringing goods of this worth costs the buyer.</summary>
    public Rupiah FeeFor(Rupiah goods) => FreeFrom is { } free && goods >= free ? Rupiah.Zero : Fee;
}

public sealed record DeliveryTerms(Rupiah Fee, Rupiah? FreeFrom, string Schedule, int EtaMinDays, int EtaMaxDays)
{
    public static readonly Rupiah MostFee = new(1_000_000);
}
