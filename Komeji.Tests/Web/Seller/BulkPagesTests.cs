using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Web.Seller;

/// <summary>Several listings changed by their list, a copy, a showcase and policies: through the pages, without a script.</summary>
public sealed class BulkPagesTests
{
    const string Change = "/penjual/produk/massal";

    [Fact]
    public async Task Ticked_products_change_and_what_was_ticked_stays_where_it_is_refused()
    {
        await using var app = await KomejiApp.Start();
        var (seller, ids) = await Open(app);
        using var _ = seller;
        var list = await seller.Get("/penjual/produk");
        list.Document.QuerySelectorAll("[data-testid=pick-product]").Length.ShouldBe(2);
        var none = await seller.Submit(list, Change, ("Langkah", "stok"), ("Stok", "5"));
        (none.Status, none.Text.Contains("Belum ada produk yang dipilih", StringComparison.Ordinal)).ShouldBe((422, true));

        var wrong = await seller.Submit(list, Change, ("Pilih", ids[0]), ("Langkah", "persen"), ("Persen", "dua"));
        wrong.Status.ShouldBe(400);
        wrong.Document.QuerySelectorAll("[data-testid=pick-product][checked]").Length.ShouldBe(1);
        (wrong.Document.QuerySelector("#Persen")?.GetAttribute("value")).ShouldBe("dua");

        var done = await seller.Submit(list, Change, ("Pilih", ids[0]), ("Pilih", ids[1]), ("Langkah", "persen"), ("Persen", "-10"), ("Bulat", "100"));
        done.Status.ShouldBe(302, done.Text);
        (await app.Read(db => db.Variants.OrderBy(v => (long)v.Price).Select(v => (long)v.Price).ToListAsync())).ShouldBe([9_000L, 18_000L]);
        (await seller.Get($"/penjual/produk/{ids[0]}")).Document.QuerySelector("[data-testid=price-history]").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_showcase_has_its_own_page_in_the_shop()
    {
        await using var app = await KomejiApp.Start();
        var (seller, ids) = await Open(app);
        using var _ = seller;
        var made = await seller.Submit(await seller.Get("/penjual/etalase"), "/penjual/etalase", ("Nama", "Oleh-oleh"));
        made.Status.ShouldBe(302, made.Text);
        (await seller.Submit(await seller.Get(made.Location), made.Location + "/isi", ("produk", ids[0]))).Status.ShouldBe(302);
        var slug = await app.Read(db => db.Stores.Select(s => s.Slug).SingleAsync());
        using var visitor = app.Visit();
        var shop = await visitor.Get("/toko/" + slug);
        shop.Document.QuerySelector("[data-testid=store-shelves] a[href$='/etalase/oleh-oleh']").ShouldNotBeNull();
        var shelf = await visitor.Get($"/toko/{slug}/etalase/oleh-oleh");
        shelf.Document.QuerySelectorAll("[data-testid=product-card]").Length.ShouldBe(1);
        (await visitor.Get($"/toko/{slug}/etalase/tidak-ada")).Status.ShouldBe(404);

        (await seller.Submit(await seller.Get("/penjual/toko/kebijakan"), "/penjual/toko/kebijakan", ("Pengembalian", "Barang yang sudah dibeli tidak dapat dikembalikan"))).Status.ShouldBe(422);
        (await seller.Submit(await seller.Get("/penjual/toko/kebijakan"), "/penjual/toko/kebijakan", ("Pengembalian", "Barang rusak kami ganti dalam 7 hari."))).Status.ShouldBe(302);
        (await visitor.Get("/toko/" + slug)).Text.ShouldContain("Barang rusak kami ganti dalam 7 hari.");
    }

    static async Task<(Visitor Seller, string[] Ids)> Open(KomejiApp app)
    {
        var stalls = new Stalls(app);
        var shop = await stalls.Shop(owner: await app.Person("toko@komeji.test"));
        await stalls.Product(shop, 10_000);
        await stalls.Product(shop, 20_000);
        var ids = await app.Read(db => db.Products.OrderBy(p => (long)p.LowestPrice).Select(p => p.Id).ToListAsync());
        return (await app.SignInAs("toko@komeji.test"), [.. ids.Select(id => id.Value.ToString())]);
    }
}
