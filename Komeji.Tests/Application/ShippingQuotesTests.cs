using Komeji.Application.Shipping;
using Komeji.Domain.Common;
using Komeji.Domain.Shipping;
using Komeji.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application;

public sealed class ShippingQuotesTests
{
    const string Everything = "jne:REG,jne:YES,jnt:EZ,sicepat:REG,pos:Reguler,kurir_lokal:Antar";

    [Theory, OnSqlite, OnPostgres]
    public async Task Prices_by_zone_and_weight(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        (await Quote(komeji, TestRegions.Tambaksari, 1_200)).ShouldBe(
            ["kurir_lokal:Antar 10000", "pos:Reguler 15000", "sicepat:REG 16500", "jnt:EZ 17000", "jne:REG 18000", "jne:YES 32000", "ambil 0"]);
        (await Quote(komeji, TestRegions.Jember, 1_000)).ShouldBe(
            ["pos:Reguler 11000", "sicepat:REG 11500", "jne:REG 12000", "jnt:EZ 12500", "jne:YES 22000", "ambil 0"]);
        (await Quote(komeji, TestRegions.Bali, 3_000)).ShouldBe(
            ["pos:Reguler 106000", "jnt:EZ 123000", "jne:REG 126000", "sicepat:REG 129000", "ambil 0"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Charges_volume_when_it_is_heavier(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        (await Quote(komeji, TestRegions.Jember, 500, 18_000)).ShouldContain("jne:REG 36000");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Offers_only_what_the_shop_uses(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var option = (await Options(komeji, new ShippingOrigin(TestRegions.Surabaya, "jne:REG,unknown:X", false, default), TestRegions.Jember, 900)).Single();
        option.ShouldBe(new ShippingOption("jne:REG", ShipmentKind.Courier, "jne", "JNE", "REG", new Rupiah(12_000), 2, 3));
        option.Name.ShouldBe("JNE REG");
        option.Eta.ShouldBe("2–3 hari");
        (await Options(komeji, new ShippingOrigin(TestRegions.Surabaya, "", true, default), TestRegions.Jember, 900)).ShouldBe([ShippingOption.Pickup]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_row_counts_from_its_day_in_wib(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        await komeji.Write(db =>
        {
            db.CourierTariffs.Add(new CourierTariff("jne", "JNE", "REG", ShippingZone.SameProvince, new Rupiah(13_500), new Rupiah(13_500), 2, 3, new DateOnly(2026, 11, 1), "uji"));
            return Task.CompletedTask;
        });
        komeji.Clock.MoveTo(new DateTimeOffset(2026, 10, 31, 16, 59, 59, TimeSpan.Zero));
        (await Quote(komeji, TestRegions.Jember, 1_000)).ShouldContain("jne:REG 12000");
        komeji.Clock.MoveTo(new DateTimeOffset(2026, 10, 31, 17, 0, 0, TimeSpan.Zero));
        (await Quote(komeji, TestRegions.Jember, 1_000)).ShouldContain("jne:REG 13500");
    }

    static async Task<IEnumerable<string>> Quote(TestKomeji komeji, string to, long grams, long cubicCentimetres = 0) =>
        (await Options(komeji, new ShippingOrigin(TestRegions.Surabaya, Everything, true, default), to, grams, cubicCentimetres)).Select(o => $"{o.Code} {o.Fee.Amount}");

    static async Task<IReadOnlyList<ShippingOption>> Options(TestKomeji komeji, ShippingOrigin origin, string to, long grams, long cubicCentimetres = 0)
    {
        await using var scope = komeji.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ShippingQuotes>().Quote(origin, to, new ShippingLoad(grams, cubicCentimetres, Rupiah.Zero), CancellationToken.None);
    }
}
