using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Tests.Support;

namespace Komeji.Tests.Web.Shipping;

public sealed class EstimatePagesTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_visitor_asks_what_shipping_costs_to_a_district(Engine engine)
    {
        await using var app = await KomejiApp.Start(engine);
        await Sell(app, ProductKind.Goods);
        using var visitor = app.Visit();

        var found = await visitor.Get("/ongkir/keripik-tempe?q=tambaksari");
        found.Document.QuerySelector(".suggest a")!.GetAttribute("href").ShouldBe("/ongkir/keripik-tempe?kode=35.78.10");
        var priced = await visitor.Get("/ongkir/keripik-tempe?kode=35.78.10");
        priced.Document.QuerySelectorAll("[data-rupiah]").Select(r => r.GetAttribute("data-rupiah")).ShouldBe(["21000", "24000"]);
        priced.Text.ShouldContain("Ambil di toko");
        (await visitor.Get("/ongkir/keripik-tempe?q=xyzabc")).Text.ShouldContain("Kecamatan itu tidak ditemukan");
        (await visitor.Get("/ongkir/tidak-ada")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_service_has_no_shipping()
    {
        await using var app = await KomejiApp.Start();
        await Sell(app, ProductKind.Service);
        using var visitor = app.Visit();
        (await visitor.Get("/ongkir/keripik-tempe?kode=35.78.10")).Text.ShouldContain("tidak ada ongkos kirim");
    }

    /// <summary>A shop in Jember; 1,2 kg on the scale, 2 kg by volume.</summary>
    static Task Sell(KomejiApp app, ProductKind kind) => app.Write(db =>
    {
        var now = app.Clock.GetUtcNow();
        var category = new Category(CategoryId.New(now), null, "Camilan", "camilan", kind, 1, "camilan");
        var store = Store.Open(new UserId(Guid.CreateVersion7(now)), "dapur", new StoreFacts("Dapur Bu Sri", "", "+6281234567890", TestRegions.Jember, "Jl. Raya 1", "", ["pos:Reguler", "jne:REG", "kurir_lokal:Antar"], true), now);
        var facts = new ProductFacts(category.Id, "Camilan", kind, "Keripik tempe", "", 1_200, 20, 30, 20, 0, "", 1, "", true, "", new Warranty(WarrantyKind.None, 0, "", ""),
            kind == ProductKind.Service ? new ServiceTerms(60, ServiceDurationUnit.Minutes, ServicePlace.Online, [], [DayOfWeek.Monday], new TimeOnly(9, 0), new TimeOnly(12, 0), 3, 1, 3) : null);
        var product = Product.Draft(store.Id, "keripik-tempe", facts, [new VariantFacts(null, "", new Rupiah(15_000), 10, "")], now);
        product.AddPicture("contoh", 300, 300, "", now);
        product.Publish(now);
        db.AddRange(category, store, product);
        return Task.CompletedTask;
    });
}
