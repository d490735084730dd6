using Komeji.Application.Catalog;
using Komeji.Application.Catalog.Searches;
using Komeji.Application.Ledger;
using Komeji.Application.Ordering;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Integrations.Payments.Sandbox;
using Komeji.Tests.Support;
using Komeji.Web.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Web;

/// <summary>The market with a history that is put in at once, at a small size: what holds here holds for a million.</summary>
public sealed class LargeMarketTests
{
    static readonly DemoSize WithPast = new(Stores: 6, Products: 90, Orders: TestSize.Of(150, 20_000), Communities: 0, Documents: 0, Complaints: 0, Seed: 11) { MostTried = 4 };

    [Theory, OnSqlite, OnPostgres]
    public async Task Its_books_and_stock_are_sound_and_its_orders_complete(Engine engine)
    {
        await using var market = await GrownMarket.Of(engine, WithPast);
        var komeji = market.Komeji;
        market.Counts.Past.ShouldBe(WithPast.Orders);
        (await komeji.Read(db => db.Orders.CountAsync())).ShouldBe(market.Counts.Orders);
        (await komeji.Read(db => db.Orders.CountAsync(o => o.State == OrderState.Completed))).ShouldBeGreaterThanOrEqualTo(WithPast.Orders);
        (await komeji.Read(db => db.Purchases.Where(p => p.Orders.Count > 1).CountAsync())).ShouldBeGreaterThan(0);
        (await komeji.Read(db => db.Orders.CountAsync(o => o.Lines.Count > 1))).ShouldBeGreaterThan(0);
        (await komeji.Read(db => db.OrderTimers.CountAsync(t => t.EndedAt == null && db.Orders.Any(o => o.Id == t.OrderId && o.State == OrderState.Completed)))).ShouldBe(0);
        (await komeji.Read(db => db.MissingLedgerGuards(CancellationToken.None))).ShouldBeEmpty();
        (await komeji.Read(db => db.LedgerDays.MaxAsync(d => d.Day))).ShouldBe(Wib.DayOf(komeji.Clock.GetUtcNow()).AddDays(-2));
        var report = await komeji.Send(new VerifyLedger());
        report.Checks.Where(c => !c.Ok).Select(c => $"{c.Name}: {c.Detail}").ShouldBeEmpty();
    }

    /// <summary>The same numbers and seed make the same market, whichever database it is in.</summary>
    [Theory, OnPostgres]
    public async Task Has_the_same_checksum_for_the_same_seed_on_both_databases(Engine engine)
    {
        var size = WithPast with { Orders = 60, MostTried = 0 };
        await using var here = await GrownMarket.Of(engine, size);
        await using var there = await GrownMarket.Of(Engine.Sqlite, size);
        await using var other = await GrownMarket.Of(Engine.Sqlite, size with { Seed = 12 });
        here.Counts.ShouldBe(there.Counts);
        (await here.Sold()).ShouldBe(await there.Sold());
        other.Counts.Checksum.ShouldNotBe(here.Counts.Checksum);
    }

    /// <summary>Every step of an order's way is there, first to last, as if it had been taken through the pages.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Its_orders_have_their_whole_story(Engine engine)
    {
        await using var market = await GrownMarket.Of(engine, WithPast with { Orders = 60, MostTried = 0 });
        var stories = await market.Komeji.Read(async db =>
        {
            var steps = await db.StateChanges.Where(s => s.Subject == "order").OrderBy(s => s.Id).ToListAsync();
            return steps.GroupBy(s => s.SubjectId).Select(g => string.Join(' ', g.Select(s => s.ReasonCode))).Distinct().Order().ToList();
        });
        stories.ShouldBeSubsetOf(
        [
            "placed paid accepted shipped confirmed_by_buyer confirmed_by_buyer",
            "placed paid accepted shipped assumed_delivered checking_time_over",
            "placed paid accepted ready_for_pickup picked_up checking_time_over",
        ]);
        stories.Count.ShouldBeGreaterThan(1);
        var unsorted = await market.Komeji.Read(async db =>
        {
            var booked = await db.Entries.OrderBy(e => e.Id).Join(db.Journals, e => e.JournalId, j => j.Id, (e, j) => j.BookedAt).ToListAsync();
            return booked.Zip(booked.Skip(1)).Count(pair => pair.First > pair.Second);
        });
        unsorted.ShouldBe(0);
    }

    /// <summary>What was put in is what EF would have saved: it loads, moves on, and other orders follow.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Goes_on_living(Engine engine)
    {
        await using var market = await GrownMarket.Of(engine, WithPast with { Orders = 40, MostTried = 0 });
        var komeji = market.Komeji;
        var product = await komeji.Read(db => db.Products.Where(p => p.State == ProductState.Published).OrderBy(p => p.Slug).Select(p => new { p.Id, p.Slug, p.StoreId, p.Version }).FirstAsync());
        var seller = await komeji.Read(db => db.Stores.Where(s => s.Id == product.StoreId).Select(s => s.OwnerId).SingleAsync());
        await komeji.As(seller).Send(new ArchiveProduct(product.Id));
        await Should.ThrowAsync<Komeji.Application.Common.NotFound>(() => komeji.Send(new ShowProduct(product.Slug)));
        (await komeji.Read(db => db.Products.Where(p => p.Id == product.Id).Select(p => p.Version).SingleAsync())).ShouldBe(product.Version + 1);

        var order = await komeji.Read(db => db.Orders.OrderBy(o => o.Number).Select(o => new { o.Number, o.BuyerId }).FirstAsync());
        await komeji.As(order.BuyerId).Send(new ConfirmReceived(order.Number));
        (await Should.ThrowAsync<RuleBroken>(() => komeji.As(order.BuyerId).Send(new CancelOrder(order.Number, "Berubah pikiran")))).Code.ShouldBe("order.illegal_move");
        (await komeji.As(order.BuyerId).Send(new ShowOrderMoney(order.Number))).Held.ShouldBe(Rupiah.Zero);
        (await komeji.Send(new SearchProducts("keripik"))).Page.Total.ShouldBeGreaterThan(0);
    }

    /// <summary>Buyers, sellers, staff and visitors open every kind of page of it.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Its_pages_open(Engine engine)
    {
        await using var komeji = await KomejiApp.Start(engine);
        await using (var scope = komeji.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<IDemoMarket>().Grow(WithPast with { Orders = 60, MostTried = 0 }, null, CancellationToken.None);
        }

        var seller = new UserId(await komeji.Read(db => db.Users.Where(u => u.Email == "penjual@demo.komeji.id").Select(u => u.Id).SingleAsync()));
        var order = await komeji.Read(db => db.Orders.OrderBy(o => o.Number).Where(o => db.Stores.Any(s => s.Id == o.StoreId && s.OwnerId == seller))
            .Select(o => new { o.Number, Slug = o.Lines.Select(l => l.ProductSlug).First(), Purchase = db.Purchases.Where(p => p.Id == o.PurchaseId).Select(p => p.Number).First(), o.BuyerId, Store = db.Stores.Where(s => s.Id == o.StoreId).Select(s => s.Slug).First() }).FirstAsync());
        var buyer = await komeji.Read(db => db.Users.Where(u => u.Id == order.BuyerId.Value).Select(u => u.UserName!).SingleAsync());
        await Opens(komeji.Visit(), "/", "/sitemap.xml", "/cari?q=keripik", "/cari?urut=terlaris", "/kategori", $"/produk/{order.Slug}", $"/toko/{order.Store}", "/health/ready");
        await Opens(await SignIn(komeji, buyer), "/pesanan", $"/pesanan/{order.Number}", $"/pesanan/{order.Number}/nota", $"/bayar/{order.Purchase}", "/notifikasi");
        await Opens(await SignIn(komeji, "penjual@demo.komeji.id"), "/penjual", "/penjual/pesanan", "/penjual/pesanan?tab=Completed", $"/penjual/pesanan/{order.Number}", "/penjual/saldo", $"/penjual/saldo/{order.Number}", "/penjual/produk");
        await Opens(await SignIn(komeji, "operator@demo.komeji.id"), "/operator", "/operator/pesanan", $"/operator/pesanan/{order.Number}");
        await Opens(await SignIn(komeji, "admin@demo.komeji.id"), "/operator", "/operator/pengguna");
    }

    static async Task<Visitor> SignIn(KomejiApp komeji, string contact)
    {
        var visitor = komeji.Visit();
        (await visitor.SignIn(contact, "Komeji-demo-2026")).Status.ShouldBe(302, contact);
        return visitor;
    }

    static async Task Opens(Visitor visitor, params string[] addresses)
    {
        foreach (var address in addresses)
        {
            var page = await visitor.Get(address);
            page.Status.ShouldBe(200, $"{address}: {page.Text}");
        }
    }

    /// <summary>The process ends half-way: nothing of the history is there, every guard and index is, and one can begin anew.</summary>
    [Theory]
    [OnSqlite("Produk")]
    [OnSqlite("Riwayat")]
    [OnPostgres("Riwayat")]
    [OnPostgres("Indeks")]
    public async Task One_that_was_cut_off_leaves_nothing(Engine engine, string at)
    {
        var size = WithPast with { Orders = 40, MostTried = 0 };
        await using var market = await GrownMarket.Of(engine, size, cutOffAt: at);
        (await market.Komeji.Read(db => db.Stores.CountAsync())).ShouldBe(0);
        (await market.Komeji.Read(db => db.Journals.CountAsync())).ShouldBe(0);
        (await market.Komeji.Read(db => db.MissingLedgerGuards(CancellationToken.None))).ShouldBeEmpty();
        market.Komeji.Services.GetRequiredService<SandboxBooks>().Movements().ShouldBeEmpty();
        (await market.Grow(size)).Past.ShouldBe(40);
        (await market.Komeji.Send(new VerifyLedger())).Ok.ShouldBeTrue();
    }
}
