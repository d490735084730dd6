using Komeji.Domain.Common;
using Komeji.Domain.Regions;
using Komeji.Domain.Shipping;

namespace Komeji.Tests.Domain;

public sealed class CourierTariffTests
{
    [Theory]
    [InlineData("35.78.10.1001", "35.78.01.1001", ShippingZone.SameRegency)]
    [InlineData("35.78.10.1001", "35.26.01.2001", ShippingZone.SameProvince)]
    [InlineData("35.78.10.1001", "31.71.01.1001", ShippingZone.SameIsland)]
    [InlineData("35.78.10.1001", "51.71.01.1001", ShippingZone.OtherIsland)]
    [InlineData("18.71.01.1001", "21.71.01.1001", ShippingZone.SameIsland)]
    [InlineData("51.71.01", "53.71.01", ShippingZone.SameIsland)]
    [InlineData("61.71", "65.71", ShippingZone.SameIsland)]
    [InlineData("71.71.01.1001", "81.71.01.1001", ShippingZone.OtherIsland)]
    public void Zone_follows_from_the_region_codes(string from, string to, ShippingZone zone)
    {
        ShippingZones.Between(from, to).ShouldBe(zone);
        ShippingZones.Between(to, from).ShouldBe(zone);
    }

    [Theory]
    [InlineData(1, 9_000)]
    [InlineData(1_000, 9_000)]
    [InlineData(1_001, 16_000)]
    [InlineData(2_000, 16_000)]
    [InlineData(5_400, 44_000)]
    public void Charges_each_started_kilogram(long grams, long rupiah) =>
        new CourierTariff("pos", "Pos", "Reguler", ShippingZone.SameProvince, new Rupiah(9_000), new Rupiah(7_000), 2, 4, default, "")
            .Price(grams).ShouldBe(new Rupiah(rupiah));

    [Theory]
    [InlineData(800, 0, 800)]
    [InlineData(800, 12_000, 2_000)]
    [InlineData(2_500, 12_000, 2_500)]
    public void Charges_the_heavier_of_scale_and_volume(long grams, long cubicCentimetres, long charged) =>
        CourierTariff.ChargeableGrams(grams, cubicCentimetres).ShouldBe(charged);

    [Theory]
    [InlineData("35.78", "WIB")]
    [InlineData("11", "WIB")]
    [InlineData("61.71", "WIB")]
    [InlineData("62", "WIB")]
    [InlineData("63", "WITA")]
    [InlineData("51.71.01.1001", "WITA")]
    [InlineData("76", "WITA")]
    [InlineData("81", "WIT")]
    [InlineData("96.71", "WIT")]
    public void Each_province_has_its_clock(string code, string name) => IndonesianTime.Of(code).Name.ShouldBe(name);
}
