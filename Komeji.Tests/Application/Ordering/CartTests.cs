using Komeji.Application.Common;
using Komeji.Application.Ordering.Carts;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Ordering;

public sealed class CartTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_visitors_cart_becomes_the_persons_on_signing_in(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop();
        var (one, two) = (await market.Product(shop), await market.Product(shop));
        var token = (await komeji.As(null).Send(new AddToCart(one, 3, new Rupiah(18_500), null, false))).VisitorToken!;
        (await komeji.Send(new AddToCart(two, 1, new Rupiah(18_500), token, false))).VisitorToken.ShouldBe(token);
        (await komeji.Send(new CountCart(token))).ShouldBe(4);
        (await komeji.Send(new CountCart(null))).ShouldBe(0);

        var buyer = await market.Buyer();
        await market.Put(buyer, one);
        await komeji.As(buyer).Send(new TakeOverCart(token));
        await komeji.Send(new TakeOverCart(token));
        (await komeji.Send(new CountCart(token))).ShouldBe(4);
        (await komeji.As(null).Send(new CountCart(token))).ShouldBe(0);
        (await komeji.Read(db => db.Carts.CountAsync())).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_the_token_opens_a_visitors_cart(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var thing = await market.Product(await market.Shop());
        var token = (await komeji.As(null).Send(new AddToCart(thing, 1, Rupiah.Zero, null, false))).VisitorToken!;
        var buyer = await market.Buyer();
        await market.Put(buyer, thing);
        foreach (var wrong in new[] { null, "", "0", token.ToUpperInvariant(), token[..63] })
        {
            (await komeji.As(null).Send(new ShowCart(wrong))).Shops.ShouldBeEmpty();
            await Should.ThrowAsync<NotFound>(() => komeji.Send(new ChangeCartLine(thing, 2, wrong)));
        }

        (await komeji.Read(db => db.Carts.Select(c => c.TokenHash).ToListAsync())).ShouldNotContain(token);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Points_out_what_changed_since(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop();
        var (dearer, scarce, gone) = (await market.Product(shop), await market.Product(shop), await market.Product(shop));
        var buyer = await market.Buyer();
        foreach (var thing in new[] { dearer, scarce, gone })
        {
            await komeji.As(buyer).Send(new AddToCart(thing, 2, new Rupiah(18_500), null, false));
        }

        await komeji.Write(db => db.Variants.Where(v => v.Id == dearer).ExecuteUpdateAsync(s => s.SetProperty(v => v.Price, new Rupiah(19_000))));
        await komeji.Write(db => db.Variants.Where(v => v.Id == scarce).ExecuteUpdateAsync(s => s.SetProperty(v => v.Stock, 1)));
        await komeji.Write(db => db.Products.Where(p => p.Variants.Any(v => v.Id == gone)).ExecuteUpdateAsync(s => s.SetProperty(p => p.State, ProductState.Archived)));

        var cart = await komeji.Send(new ShowCart(null));
        cart.CanCheckOut.ShouldBeFalse();
        var rows = cart.Shops.Single().Rows.ToDictionary(r => r.VariantId);
        (rows[dearer].PriceBefore, rows[dearer].Price, rows[dearer].Problem).ShouldBe((new Rupiah(18_500), new Rupiah(19_000), null));
        rows[scarce].Problem.ShouldBe("Stok tinggal 1. Kurangi jumlahnya untuk melanjutkan.");
        rows[gone].Problem.ShouldBe("Tidak dijual lagi. Hapus dari keranjang untuk melanjutkan.");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Takes_only_what_is_sold_in_stock_and_not_ones_own(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop();
        var thing = await market.Product(shop, stock: 3);
        var buyer = await market.Buyer();
        await market.Put(buyer, thing, 2);
        (await Refused(() => market.Put(buyer, thing, 2))).ShouldBe("stock.short");
        (await Refused(() => market.Put(shop.Owner, thing))).ShouldBe("cart.own_shop");
        await Should.ThrowAsync<NotFound>(() => market.Put(buyer, VariantId.New(komeji.Clock.GetUtcNow())));
        await komeji.Write(async db => (await db.Stores.SingleAsync()).GoOnHoliday());
        (await Refused(() => market.Put(buyer, thing))).ShouldBe("cart.not_on_sale");
        (await komeji.As(buyer).Send(new CountCart(null))).ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_clicks_at_once_add_twice_into_one_cart(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var thing = await market.Product(await market.Shop(), stock: 50);
        var buyer = await market.Buyer();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => market.Put(buyer, thing))));
        (await komeji.As(buyer).Send(new CountCart(null))).ShouldBe(8);
        (await komeji.Read(db => db.Carts.CountAsync())).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Old_visitors_carts_are_forgotten_and_persons_stay(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var thing = await market.Product(await market.Shop());
        var old = (await komeji.As(null).Send(new AddToCart(thing, 1, Rupiah.Zero, null, false))).VisitorToken;
        await market.Put(await market.Buyer(), thing);
        komeji.Clock.Advance(TimeSpan.FromDays(29));
        var young = (await komeji.As(null).Send(new AddToCart(thing, 1, Rupiah.Zero, null, false))).VisitorToken;
        komeji.Clock.Advance(TimeSpan.FromDays(2));
        (await komeji.Run<OldVisitorCarts>()).Done.ShouldBe(1);
        (await komeji.As(null).Send(new CountCart(old))).ShouldBe(0);
        (await komeji.Send(new CountCart(young))).ShouldBe(1);
        (await komeji.Read(db => db.Carts.CountAsync(c => c.OwnerId != null))).ShouldBe(1);
    }

    static async Task<string> Refused(Func<Task> act) => (await Should.ThrowAsync<RuleBroken>(act)).Code;
}
