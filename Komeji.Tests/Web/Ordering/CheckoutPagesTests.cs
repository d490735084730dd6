using Komeji.Domain.Common;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Web.Ordering;

/// <summary>Cart, checkout and order pages through HTTP, without script.</summary>
public sealed class CheckoutPagesTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_visitor_fills_the_cart_signs_in_and_orders_from_two_shops_once(Engine engine)
    {
        await using var app = await KomejiApp.Start(engine);
        var stalls = new Stalls(app);
        var (keripik, kopi) = (await stalls.Product(await stalls.Shop(), 18_500), await stalls.Product(await stalls.Shop("", pickup: true), 42_000));
        await stalls.GiveAddress(await app.Person("siti@komeji.test"));
        using var visitor = Browser(app);
        (await Add(visitor, keripik, "2")).Location.ShouldBe("/keranjang");
        await Add(visitor, kopi, "1");
        var cart = await visitor.Get("/keranjang");
        cart.Document.QuerySelectorAll("[data-testid=cart-line]").Length.ShouldBe(2);
        cart.Document.QuerySelector(".top .count")!.TextContent.ShouldBe("3");
        (await visitor.Get("/checkout")).Location.ShouldStartWith("/masuk");

        (await visitor.SignIn("siti@komeji.test", KomejiApp.Password)).Status.ShouldBe(302);
        var checkout = await visitor.Get("/checkout");
        checkout.Document.QuerySelector("[data-testid=checkout-total] [data-rupiah]")!.GetAttribute("data-rupiah").ShouldBe("90000");
        var first = await visitor.Submit(checkout, "/checkout");
        first.Location.ShouldMatch("^/bayar/BLJ-20261005-[0-9A-Z]{6}$", first.Text);
        var second = await visitor.Submit(checkout, "/checkout");
        second.Location.ShouldBe(first.Location);
        (await app.Read(db => db.Orders.CountAsync())).ShouldBe(2);
        (await visitor.Get("/checkout")).Location.ShouldBe("/keranjang");
        (await visitor.Get("/keranjang")).Text.ShouldContain("Keranjang Anda masih kosong");
        (await visitor.Get("/pesanan?status=belum-bayar")).Document.QuerySelectorAll("[data-testid=order-number]").Length.ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_price_changed_meanwhile_is_shown_and_asked_again(Engine engine)
    {
        await using var app = await KomejiApp.Start(engine);
        var (visitor, variant) = await BuyerWithOneThing(app);
        var checkout = await visitor.Get("/checkout");
        await app.Write(db => db.Variants.ExecuteUpdateAsync(s => s.SetProperty(v => v.Price, new Rupiah(20_000))));
        var again = await visitor.Submit(checkout, "/checkout");
        again.Status.ShouldBe(422);
        again.Document.QuerySelector("[data-testid=checkout-changes]")!.TextContent.ShouldContain("berubah dari Rp18.500 menjadi Rp20.000");
        (await app.Read(db => db.Orders.CountAsync())).ShouldBe(0);
        (await visitor.Submit(again, "/checkout")).Location.ShouldStartWith("/bayar/");
        (await app.Read(db => db.Purchases.SingleAsync())).Total.ShouldBe(new Rupiah(31_000));
        visitor.Dispose();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_way_of_shipping_is_reckoned_without_script(Engine engine)
    {
        await using var app = await KomejiApp.Start(engine);
        var (visitor, _) = await BuyerWithOneThing(app);
        var checkout = await visitor.Get("/checkout");
        var radio = checkout.Document.QuerySelector("input[value=ambil]")!.GetAttribute("name")!;
        var reckoned = await visitor.Post("/checkout/hitung", [.. Fields(checkout, radio), (radio, "ambil")]);
        reckoned.Document.QuerySelector("[data-testid=checkout-total] [data-rupiah]")!.GetAttribute("data-rupiah").ShouldBe("18500");
        (await visitor.Submit(reckoned, "/checkout")).Location.ShouldStartWith("/bayar/");
        visitor.Dispose();
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("1.5")]
    [InlineData("25.5")]
    [InlineData("1e3")]
    [InlineData("1000")]
    [InlineData("99999999999")]
    [InlineData("9223372036854775808")]
    [InlineData("")]
    [InlineData("dua")]
    public async Task Quantities_that_make_no_sense_are_refused_and_kept(string quantity)
    {
        await using var app = await KomejiApp.Start();
        var stalls = new Stalls(app);
        var variant = await stalls.Product(await stalls.Shop());
        using var visitor = Browser(app);
        var refused = await Add(visitor, variant, quantity);
        refused.Status.ShouldBe(400);
        refused.Document.QuerySelector("[data-testid=errors]").ShouldNotBeNull();
        refused.Document.QuerySelector("input[name=jumlah]")!.GetAttribute("value").ShouldBe(quantity);
        (await app.Read(db => db.Carts.CountAsync())).ShouldBe(0);

        await Add(visitor, variant, "2");
        var cart = await visitor.Get("/keranjang");
        var unchanged = await visitor.Submit(cart, "/keranjang/ubah", ("jumlah", quantity));
        unchanged.Status.ShouldBe(400);
        unchanged.Document.QuerySelector("input[name=jumlah]")!.GetAttribute("value").ShouldBe(quantity);
        (await app.Read(db => db.Carts.SelectMany(c => c.Lines).SingleAsync())).Quantity.ShouldBe(2);
    }

    [Fact]
    public async Task Odd_posts_are_answered_with_4xx()
    {
        await using var app = await KomejiApp.Start();
        var (visitor, variant) = await BuyerWithOneThing(app);
        (await Add(visitor, new VariantId(Guid.CreateVersion7(app.Clock.GetUtcNow())), "1")).Status.ShouldBe(404);
        (await visitor.Post("/keranjang/tambah", ("varian", "bukan-id"), ("jumlah", "1"))).Status.ShouldBe(400);
        (await visitor.Post("/keranjang/tambah", ("varian", variant.Value.ToString()), ("jumlah", "1"), ("harga", "25.5"))).Status.ShouldBe(400);
        (await visitor.Post("/keranjang/tambah", ("varian", variant.Value.ToString()), ("jumlah", "1"), ("harga", "-1"))).Status.ShouldBe(400);
        (await visitor.Post("/checkout", ("Token", new string('a', 64)))).Status.ShouldBe(400);

        var checkout = await visitor.Get("/checkout");
        var held = Fields(checkout, "Token");
        (await visitor.Post("/checkout", [.. held, ("Token", "x")])).Status.ShouldBe(400);
        (await visitor.Post("/checkout", [.. held])).Status.ShouldBe(400);
        (await visitor.Post("/checkout", [.. held, ("Token", new string('a', 64)), ("Catatan[x]", "y")])).Status.ShouldBe(400);
        var token = checkout.Document.QuerySelector("input[name=Token]")!.GetAttribute("value")!;
        (await visitor.Post("/checkout", [.. Fields(checkout, "Ditampilkan"), ("Ditampilkan", new string('x', 100_000))])).Status.ShouldBe(400);
        var note = checkout.Document.QuerySelector("input[name^=Catatan]")!.GetAttribute("name")!;
        (await visitor.Post("/checkout", [.. Fields(checkout, note), (note, new string('x', 20_000))])).Status.ShouldBe(422);
        (await app.Read(db => db.Orders.CountAsync())).ShouldBe(0);
        token.Length.ShouldBe(64);
        visitor.Dispose();
    }

    [Fact]
    public async Task A_post_from_another_site_puts_nothing_in_the_cart()
    {
        await using var app = await KomejiApp.Start();
        var stalls = new Stalls(app);
        var variant = await stalls.Product(await stalls.Shop());
        using var visitor = app.Visit();
        visitor.Http.DefaultRequestHeaders.Add("Origin", "https://jahat.example");
        (await Add(visitor, variant, "1")).Status.ShouldBe(403);
        using var silent = app.Visit();
        (await Add(silent, variant, "1")).Status.ShouldBe(403);
        (await app.Read(db => db.Carts.CountAsync())).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_buyers_pages_follow_the_order(Engine engine)
    {
        await using var app = await KomejiApp.Start(engine);
        var (visitor, _) = await BuyerWithOneThing(app);
        await visitor.Submit(await visitor.Get("/checkout"), "/checkout");
        var number = await app.Read(db => db.Orders.Select(o => o.Number).SingleAsync());
        var page = await visitor.Get("/pesanan/" + number);
        page.Document.QuerySelector("[data-testid=order-status]")!.TextContent.Trim().ShouldBe("Menunggu Pembayaran");
        page.Document.QuerySelector("[data-testid=order-total] [data-rupiah]")!.GetAttribute("data-rupiah").ShouldBe("29500");
        (await visitor.Get($"/pesanan/{number}/nota")).Text.ShouldContain("dua puluh sembilan ribu lima ratus rupiah");

        (await visitor.Submit(page, $"/pesanan/{number}/pembatalan", ("Alasan", "x"))).Status.ShouldBe(400);
        (await visitor.Submit(page, $"/pesanan/{number}/pembatalan", ("Alasan", "Salah alamat"))).Location.ShouldBe("/pesanan/" + number);
        var ended = await visitor.Get("/pesanan/" + number);
        ended.Document.QuerySelector("[data-testid=order-status]")!.TextContent.Trim().ShouldBe("Dibatalkan");
        ended.Document.QuerySelector("[data-testid=timeline]")!.TextContent.ShouldContain("Salah alamat");
        ended.Document.QuerySelector("[data-testid=confirm-received]").ShouldBeNull();
        visitor.Dispose();
    }

    [Fact]
    public async Task A_foreign_and_an_unknown_order_answer_the_same()
    {
        await using var app = await KomejiApp.Start();
        var (visitor, _) = await BuyerWithOneThing(app);
        await visitor.Submit(await visitor.Get("/checkout"), "/checkout");
        var number = await app.Read(db => db.Orders.Select(o => o.Number).SingleAsync());
        var own = await visitor.Get("/pesanan/" + number);
        using var other = await app.SignInAs("lain@komeji.test");
        foreach (var wanted in new[] { number, "KMJ-20261005-ZZZZZZ", "x" })
        {
            (await other.Get("/pesanan/" + wanted)).Status.ShouldBe(404);
            (await other.Get($"/pesanan/{wanted}/nota")).Status.ShouldBe(404);
        }

        using var nobody = app.Visit();
        (await nobody.Get("/pesanan/" + number)).Location.ShouldStartWith("/masuk");
        own.Status.ShouldBe(200);
        visitor.Dispose();
    }

    static Visitor Browser(KomejiApp app)
    {
        var visitor = app.Visit();
        visitor.Http.DefaultRequestHeaders.Add("Origin", "http://localhost");
        return visitor;
    }

    static Task<Page> Add(Visitor visitor, VariantId variant, string quantity) =>
        visitor.Post("/keranjang/tambah", ("varian", variant.Value.ToString()), ("jumlah", quantity), ("harga", "18500"));

    static async Task<(Visitor Visitor, VariantId Variant)> BuyerWithOneThing(KomejiApp app)
    {
        var stalls = new Stalls(app);
        var variant = await stalls.Product(await stalls.Shop());
        await stalls.GiveAddress(await app.Person("siti@komeji.test"));
        var visitor = await app.SignInAs("siti@komeji.test");
        visitor.Http.DefaultRequestHeaders.Add("Origin", "http://localhost");
        (await Add(visitor, variant, "1")).Status.ShouldBe(302);
        return (visitor, variant);
    }

    /// <summary>What the checkout form holds, without one field.</summary>
    static IEnumerable<(string, string)> Fields(Page page, string without) =>
        page.Document.QuerySelectorAll("#checkout input")
            .Where(i => i.GetAttribute("type") != "radio" || i.HasAttribute("checked"))
            .Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? ""))
            .Where(f => f.Item1 != without);
}
