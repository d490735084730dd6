using Komeji.Application.Common;
using Komeji.Application.Ordering.Carts;
using Komeji.Application.Ordering.Checkouts;
using Komeji.Application.Shipping;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Shipping;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Ordering;

public sealed class PlaceOrdersTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Two_shops_in_one_payment(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (near, far) = (await market.Shop(), await market.Shop("", pickup: true));
        var (keripik, kopi) = (await market.Product(near, 18_500, 10, handlingDays: 2), await market.Product(far, 42_000, 5));
        var buyer = await market.Buyer();
        var purchase = await market.Buy(buyer, (keripik, 2), (kopi, 1));

        purchase.Number.ShouldMatch("^BLJ-20261005-[2-9A-HJ-NP-Z]{6}$");
        purchase.Orders.Count.ShouldBe(2);
        purchase.Orders.ShouldAllBe(o => o.Number.StartsWith("KMJ-20261005-") && o.State == OrderState.AwaitingPayment);
        var first = purchase.Orders.Single(o => o.StoreId == near.Id);
        (first.Goods, first.Shipping.Fee, first.Shipping.Service, first.HandlingDays).ShouldBe((new Rupiah(37_000), new Rupiah(11_000), "Pos Indonesia Reguler", 2));
        var line = first.Lines.Single();
        (line.ProductName[..13], line.VariantName, line.UnitPrice, line.Quantity, line.PictureKey, line.WarrantyMonths, line.Permits)
            .ShouldBe(("Keripik tempe", "Daun jeruk", new Rupiah(18_500), 2, "gambar.webp", 1, "P-IRT 123"));
        first.Destination.Region.ShouldBe("Gading, Tambaksari, Kota Surabaya, Jawa Timur");
        first.Destination.Street.ShouldBe("Jl. Mawar 12, RT/RW 002/005");
        purchase.Total.ShouldBe(new Rupiah(37_000 + 11_000 + 42_000));
        var payment = await komeji.Read(db => db.Payments.SingleAsync());
        (payment.Amount, payment.State).ShouldBe((purchase.Total, PaymentState.AwaitingPayment));
        (await market.StockOf(keripik)).ShouldBe((8, 2, 0));
        (await market.StockOf(kopi)).ShouldBe((4, 1, 0));
        (await komeji.As(buyer).Send(new CountCart(null))).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_never_pays_cannot_hold_ever_more_pieces(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var thing = await market.Product(await market.Shop(), stock: 20);
        var buyer = await market.Buyer();
        Purchase last = null!;
        for (var unpaid = 0; unpaid < 10; unpaid++)
        {
            last = await market.Buy(buyer, (thing, 1));
        }

        await market.Put(buyer, thing, 1);
        (await Refused(async () => await market.Place(buyer, await market.Look(buyer)))).ShouldBe("checkout.unpaid");
        (await market.StockOf(thing)).ShouldBe((10, 10, 0));

        await market.Pay(last);
        await market.Place(buyer, await market.Look(buyer));
        (await market.StockOf(thing)).ShouldBe((9, 10, 1));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_changed_price_asks_again_and_saves_nothing(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var thing = await market.Product(await market.Shop());
        var buyer = await market.Buyer();
        await market.Put(buyer, thing, 2);
        var page = await market.Look(buyer);
        await komeji.Write(db => db.Variants.ExecuteUpdateAsync(s => s.SetProperty(v => v.Price, new Rupiah(20_000))));

        (await Refused(() => market.Place(buyer, page))).ShouldBe("checkout.changed");
        (await market.CountOrders()).ShouldBe(0);
        (await market.StockOf(thing)).ShouldBe((10, 0, 0));
        var again = await komeji.As(buyer).Send(new ShowCheckout(CheckoutWish.Nothing, page.Token, page.Shown));
        again.Changes.Count.ShouldBe(2);
        again.Changes[0].ShouldEndWith("berubah dari Rp18.500 menjadi Rp20.000.");
        again.Token.ShouldBe(page.Token);
        (await market.Purchase(await market.Place(buyer, again))).Total.ShouldBe(new Rupiah(40_000 + 11_000));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_the_browser_says_is_never_a_price(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var thing = await market.Product(await market.Shop());
        var buyer = await market.Buyer();
        await komeji.As(buyer).Send(new AddToCart(thing, 1, new Rupiah(1), null, false));
        var page = await market.Look(buyer);
        foreach (var forged in new[] { "", ";;;===", page.Shown.Replace("18500", "1", StringComparison.Ordinal), page.Shown.Replace("total=29500", "total=1", StringComparison.Ordinal), page.Shown.Replace("x1", "x-1", StringComparison.Ordinal) })
        {
            (await Refused(() => market.Place(buyer, page with { Shown = forged }))).ShouldBe("checkout.changed");
        }

        (await market.CountOrders()).ShouldBe(0);
        (await market.Purchase(await market.Place(buyer, page))).Total.ShouldBe(new Rupiah(29_500));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_courier_than_shown_asks_again(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop();
        await market.Product(shop);
        var buyer = await market.Buyer();
        await market.Put(buyer, await market.Product(shop));
        var page = await market.Look(buyer);
        var pickup = CheckoutWish.Nothing with { Ways = new Dictionary<StoreId, string> { [shop.Id] = "ambil" } };
        (await Refused(() => market.Place(buyer, page, pickup))).ShouldBe("checkout.changed");
        var unknown = CheckoutWish.Nothing with { Ways = new Dictionary<StoreId, string> { [shop.Id] = "jne:SULAP" } };
        (await Refused(() => market.Place(buyer, page, unknown))).ShouldBe("checkout.changed");
        var purchase = await market.Purchase(await market.Place(buyer, await market.Look(buyer, pickup), pickup));
        purchase.Orders.Single().Shipping.Kind.ShouldBe(Komeji.Domain.Shipping.ShipmentKind.Pickup);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_token_makes_one_purchase_however_often_it_comes(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var thing = await market.Product(await market.Shop());
        var buyer = await market.Buyer();
        await market.Put(buyer, thing);
        var page = await market.Look(buyer);
        var numbers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => market.Place(buyer, page))));
        numbers.Distinct().Count().ShouldBe(1);
        (await market.CountOrders()).ShouldBe(1);
        (await market.StockOf(thing)).ShouldBe((9, 1, 0));

        var other = await market.Buyer();
        await market.Put(other, thing);
        await Should.ThrowAsync<NotFound>(() => market.Place(other, page));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_tabs_one_orders(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var thing = await market.Product(await market.Shop());
        var buyer = await market.Buyer();
        await market.Put(buyer, thing);
        var tabs = new[] { await market.Look(buyer), await market.Look(buyer) };
        var outcomes = await Task.WhenAll(tabs.Select(tab => Task.Run(async () =>
        {
            try
            {
                await market.Place(buyer, tab);
                return "";
            }
            catch (RuleBroken refusal)
            {
                return refusal.Code;
            }
        })));
        outcomes.Order().ShouldBe(["", "order.empty"]);
        (await market.CountOrders()).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_buys_from_their_own_shop(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop();
        var thing = await market.Product(shop);
        var token = (await komeji.As(null).Send(new AddToCart(thing, 1, Rupiah.Zero, null, false))).VisitorToken!;
        await komeji.Write(db =>
        {
            db.Addresses.Add(Komeji.Domain.Accounts.Address.Of(shop.Owner, new("", "Bu Sri", "081234567890", "Jl. Melati 3", "", "", TestRegions.Surabaya, "60134", ""), komeji.Clock.GetUtcNow()));
            return Task.CompletedTask;
        });
        await komeji.As(shop.Owner).Send(new TakeOverCart(token));
        var page = await market.Look(shop.Owner);
        page.Offer.Problems.Single().ShouldContain("toko Anda sendiri");
        (await Refused(() => market.Place(shop.Owner, page))).ShouldBe("checkout.problem");
        (await market.CountOrders()).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Needs_a_confirmed_account_an_address_of_ones_own_and_something_to_buy(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var thing = await market.Product(await market.Shop(pickup: false));
        var buyer = await market.Buyer();
        (await Refused(async () => await market.Place(buyer, await market.Look(buyer)))).ShouldBe("order.empty");

        var homeless = await market.Person();
        await market.Put(homeless, thing);
        (await Refused(async () => await market.Place(homeless, await market.Look(homeless)))).ShouldBe("checkout.problem");
        var foreign = CheckoutWish.Nothing with { AddressId = await komeji.Read(db => db.Addresses.Select(a => a.Id).FirstAsync()) };
        (await Refused(async () => await market.Place(homeless, await market.Look(homeless, foreign), foreign))).ShouldBe("checkout.problem");

        await market.Put(buyer, thing);
        await komeji.Write(db => db.Users.Where(u => u.Id == buyer.Value).ExecuteUpdateAsync(s => s.SetProperty(u => u.EmailConfirmed, false)));
        (await Refused(async () => await market.Place(buyer, await market.Look(buyer)))).ShouldBe("checkout.unconfirmed");
        (await market.CountOrders()).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_collects_tells_no_address_and_the_shop_keeps_none(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop();
        var (thing, homeless, buyer) = (await market.Product(shop), await market.Person(), await market.Buyer());
        await market.Put(homeless, thing);
        var page = await market.Look(homeless);
        (page.Offer.NeedsAddress, page.Offer.Shops.Single().Way, page.Offer.Problems.Count).ShouldBe((false, ShippingOption.Pickup, 0));
        var collected = (await market.Purchase(await market.Place(homeless, page))).Orders.Single();
        (collected.Shipping.Kind, collected.Destination.Recipient, collected.Destination.Street).ShouldBe((ShipmentKind.Pickup, "Siti Aminah", ""));

        await market.Put(homeless, thing);
        var foreign = CheckoutWish.Nothing with { AddressId = await komeji.Read(db => db.Addresses.Select(a => a.Id).FirstAsync()) };
        (await Refused(async () => await market.Place(homeless, await market.Look(homeless, foreign), foreign))).ShouldBe("checkout.problem");

        await market.Put(buyer, thing);
        var wish = CheckoutWish.Nothing with { Ways = new Dictionary<StoreId, string> { [shop.Id] = ShippingOption.PickupCode } };
        var known = (await market.Purchase(await market.Place(buyer, await market.Look(buyer, wish), wish))).Orders.Single().Destination;
        (known.Recipient, known.Phone.Length > 0, known.Street, known.VillageCode, known.Region, known.PostalCode).ShouldBe(("Siti Aminah", true, "", "", "", ""));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Buying_now_takes_that_thing_alone(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop();
        var (kept, wanted) = (await market.Product(shop), await market.Product(shop));
        var buyer = await market.Buyer();
        await market.Put(buyer, kept);
        await market.Put(buyer, wanted);
        var only = CheckoutWish.Nothing with { Only = wanted };
        var purchase = await market.Purchase(await market.Place(buyer, await market.Look(buyer, only), only));
        purchase.Orders.Single().Lines.Single().VariantId.ShouldBe(wanted);
        (await komeji.As(buyer).Send(new ShowCart(null))).Shops.Single().Rows.Single().VariantId.ShouldBe(kept);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Too_few_left_reserves_nothing_of_the_whole_cart(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop();
        var (plenty, scarce) = (await market.Product(shop), await market.Product(shop));
        var buyer = await market.Buyer();
        await market.Put(buyer, plenty, 5);
        await market.Put(buyer, scarce, 5);
        var page = await market.Look(buyer);
        await market.Buy(await market.Buyer(), (scarce, 6));
        (await Refused(() => market.Place(buyer, page))).ShouldBe("stock.short");
        (await market.StockOf(plenty)).ShouldBe((10, 0, 0));
        (await market.StockOf(scarce)).ShouldBe((4, 6, 0));
        (await market.Look(buyer)).Offer.Problems.Single().ShouldEndWith("Stok tinggal 4. Kurangi jumlahnya untuk melanjutkan.");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_note_is_limited(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop();
        var buyer = await market.Buyer();
        await market.Put(buyer, await market.Product(shop));
        var wish = CheckoutWish.Nothing with { Notes = new Dictionary<StoreId, string> { [shop.Id] = new string('x', 301) } };
        (await Refused(async () => await market.Place(buyer, await market.Look(buyer, wish), wish))).ShouldBe("order.note");
    }

    static async Task<string> Refused(Func<Task> act) => (await Should.ThrowAsync<RuleBroken>(act)).Code;
}
