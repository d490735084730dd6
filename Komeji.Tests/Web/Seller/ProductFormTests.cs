using Komeji.Domain.Common;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Web.Seller;

/// <summary>The product form keeps what was typed, whatever it is.</summary>
public sealed class ProductFormTests
{
    const string New = "/penjual/produk/baru";

    [Theory]
    [InlineData("Varian[0].Harga", "25.5")]
    [InlineData("Varian[0].Harga", "1e3")]
    [InlineData("Varian[0].Harga", "-1")]
    [InlineData("Varian[0].Harga", "٢٥٫٥")]
    [InlineData("Varian[0].Harga", "99999999999999")]
    [InlineData("Varian[0].Stok", "2,5")]
    [InlineData("Varian[0].Stok", "-3")]
    [InlineData("Varian[0].Stok", "1000001")]
    [InlineData("Varian[0].Stok", "Rp10")]
    [InlineData("Berat", "1.5")]
    [InlineData("Berat", "-1")]
    [InlineData("Berat", "99999999999")]
    [InlineData("Panjang", "dua")]
    public async Task A_number_that_makes_no_sense_is_refused_and_kept(string field, string typed)
    {
        await using var app = await KomejiApp.Start();
        using var seller = await Seller(app);
        var page = await seller.Get(New);
        var refused = await seller.Submit(page, New, [.. Good(page).Where(f => f.Item1 != field), (field, typed)]);
        refused.Status.ShouldBe(400);
        refused.Document.QuerySelector("[data-testid=errors]").ShouldNotBeNull();
        Value(refused, field).ShouldBe(typed);
        Value(refused, "Nama").ShouldBe("Keripik tempe sagu");
        (await app.Read(db => db.Products.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("99")]
    [InlineData("1.000.000.001")]
    public async Task A_price_the_cooperative_does_not_allow_is_told_and_kept(string price)
    {
        await using var app = await KomejiApp.Start();
        using var seller = await Seller(app);
        var page = await seller.Get(New);
        var refused = await seller.Submit(page, New, [.. Good(page).Where(f => f.Item1 != "Varian[0].Harga"), ("Varian[0].Harga", price)]);
        refused.Status.ShouldBe(422);
        refused.Text.ShouldContain("Harga Rp100 sampai Rp1.000.000.000.");
        Value(refused, "Varian[0].Harga").ShouldBe(price);
    }

    [Fact]
    public async Task An_answer_about_a_withheld_listing_that_is_too_long_stays()
    {
        await using var app = await KomejiApp.Start();
        using var seller = await Seller(app);
        var page = await seller.Get(New);
        var address = (await seller.Submit(page, New, [.. Good(page)])).Location;
        await app.Write(db => db.Products.ExecuteUpdateAsync(s => s.SetProperty(p => p.WithheldReason, "Namanya menyebut obat")));
        var answer = new string('a', 501);
        var refused = await seller.Submit(await seller.Get(address), address + "/tinjau-lagi", ("jawaban", answer));
        refused.Status.ShouldBe(400);
        refused.Document.QuerySelector("#jawaban")!.TextContent.Trim().ShouldBe(answer);
        refused.Document.QuerySelector("#Nama")!.GetAttribute("value").ShouldBe("Keripik tempe sagu");
    }

    [Fact]
    public async Task Another_row_loses_nothing_that_was_typed_and_finds_no_fault_yet()
    {
        await using var app = await KomejiApp.Start();
        using var seller = await Seller(app);
        var page = await seller.Get(New);
        var more = await seller.Submit(page, New, ("Nama", "Kop"), ("Berat", "1.500"), ("Panjang", "2,5"), ("Varian[0].Nama", "Asin"), ("Varian[0].Harga", "dua"), ("Varian[0].Stok", "2,5"), ("Langkah", "tambah"));
        more.Status.ShouldBe(200);
        more.Document.QuerySelectorAll("[data-testid=variant-row]").Length.ShouldBe(2);
        more.Document.QuerySelector("[data-testid=errors]").ShouldBeNull();
        foreach (var (field, typed) in new[] { ("Nama", "Kop"), ("Berat", "1.500"), ("Panjang", "2,5"), ("Varian[0].Nama", "Asin"), ("Varian[0].Harga", "dua"), ("Varian[0].Stok", "2,5"), ("Varian[1].Harga", "") })
        {
            Value(more, field).ShouldBe(typed, field);
        }

        var fewer = await seller.Submit(more, New, ("Varian[1].Nama", "Pedas"), ("Varian[1].Harga", "19.000"), ("Langkah", "hapus-0"));
        fewer.Document.QuerySelectorAll("[data-testid=variant-row]").Length.ShouldBe(1);
        (Value(fewer, "Varian[0].Nama"), Value(fewer, "Varian[0].Harga"), Value(fewer, "Berat")).ShouldBe(("Pedas", "19.000", "1.500"));
    }

    [Theory]
    [InlineData("-2147483000")]
    [InlineData("-1")]
    [InlineData("2147483647")]
    [InlineData("99999999999")]
    public async Task The_stock_the_form_showed_cannot_be_made_up(string before)
    {
        await using var app = await KomejiApp.Start();
        using var seller = await Seller(app);
        var page = await seller.Get(New);
        var saved = await seller.Submit(page, New, [.. Good(page)]);
        saved.Status.ShouldBe(302, saved.Text);
        var listing = await seller.Get(saved.Location);
        var refused = await seller.Post(saved.Location,
        [
            .. Good(listing).Where(f => f.Item1 != "Varian[0].Stok"), ("Varian[0].Stok", "7"), ("Varian[0].StokSemula", before),
            .. new[] { "__formulir", "Versi", "Varian[0].Id" }.Select(held => (held, Value(listing, held)!)),
        ]);
        refused.Status.ShouldBe(400);
        (await app.Read(db => db.Variants.SingleAsync())).Stock.ShouldBe(10);
    }

    static async Task<Visitor> Seller(KomejiApp app)
    {
        await new Stalls(app).Shop(owner: await app.Person("toko@komeji.test"));
        return await app.SignInAs("toko@komeji.test");
    }

    static IEnumerable<(string, string)> Good(Page form) =>
    [
        ("Kategori", form.Document.QuerySelector("#Kategori option[value]:not([value=''])")!.GetAttribute("value")!),
        ("Nama", "Keripik tempe sagu"), ("Berat", "200"), ("Varian[0].Harga", "18.500"), ("Varian[0].Stok", "10"),
    ];

    static string? Value(Page page, string field) => page.Document.QuerySelector($"[name='{field}']")!.GetAttribute("value");
}
