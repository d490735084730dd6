using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Ordering.Checkouts;
using Komeji.Application.Settings;
using Komeji.Application.Shipping;
using Komeji.Application.Stores;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Settings;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Ordering;

/// <summary>When "Bayar di tempat" is offered, and what placing makes of it.</summary>
public sealed class CashCheckoutTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Is_offered_where_shop_place_way_amount_and_debt_allow_it(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop("jne:REG");
        var buyer = await market.Buyer();
        var near = await NearAddress(komeji, buyer);
        await market.Put(buyer, await market.Product(shop, price: 50_000), 2);
        var pickup = Wish(shop, near);
        (await Offer(pickup)).ShouldBe(CashOffer.None);

        await komeji.As(shop.Owner).Send(new AllowCash(true));
        (await Offer(pickup)).ShouldSatisfyAllConditions(o => o.IsPossible.ShouldBeTrue(), o => o.IsListed.ShouldBeTrue());
        (await Offer(pickup with { AddressId = null })).Refusal.ShouldNotBeNull().ShouldContain("Jember");
        (await Offer(pickup with { Ways = new Dictionary<StoreId, string> { [shop.Id] = "jne:REG" } })).IsPossible.ShouldBeFalse();

        await Set(SettingCatalogue.CashMost, "99999");
        (await Offer(pickup)).Refusal.ShouldNotBeNull().ShouldContain("Rp99.999");
        await Set(SettingCatalogue.CashMost, "100000");
        (await Offer(pickup)).IsPossible.ShouldBeTrue();
        await Set(SettingCatalogue.CashAllowed, "0");
        (await Offer(pickup)).IsListed.ShouldBeFalse();
        await Set(SettingCatalogue.CashAllowed, "1");

        await Sell(komeji, market, shop, buyer, near);
        await market.Put(buyer, await market.Product(shop, price: 10_000));
        await Set(SettingCatalogue.CashDebtMost, "5001");
        (await Offer(pickup)).IsPossible.ShouldBeTrue();
        await Set(SettingCatalogue.CashDebtMost, "5000");
        (await Offer(pickup)).ShouldSatisfyAllConditions(o => o.IsListed.ShouldBeTrue(), o => o.IsPossible.ShouldBeFalse());
        (await komeji.As(shop.Owner).Send(new ShowMyCash())).ShouldSatisfyAllConditions(c => c.IsOverLimit.ShouldBeTrue(), c => c.IsOffered.ShouldBeFalse());

        var page = await market.Look(buyer, pickup);
        (await Refused(() => market.Place(buyer, page, pickup))).ShouldBe("checkout.changed");

        // What is on its way owes 500 more when it is complete: before that it counts already.
        await Set(SettingCatalogue.CashDebtMost, "5500");
        await market.Place(buyer, await market.Look(buyer, pickup), pickup);
        await market.Put(buyer, await market.Product(shop, price: 10_000));
        (await Offer(pickup)).IsPossible.ShouldBeFalse();
        await Set(SettingCatalogue.CashDebtMost, "5501");
        (await Offer(pickup)).IsPossible.ShouldBeTrue();

        async Task<CashOffer> Offer(CheckoutWish wish) => (await market.Look(buyer, wish)).Offer.Shops.Single().Cash;

        Task Set(string key, string value) => CashCheckoutTests.Set(komeji, key, value);
    }

    /// <summary>One that came back waits for the shop, not for the buyer.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_came_back_does_not_keep_the_buyer_from_buying(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop();
        await komeji.As(shop.Owner).Send(new AllowCash(true));
        await Set(komeji, SettingCatalogue.UnpaidPurchases, "1");
        var (variant, buyer) = (await market.Product(shop), await market.Buyer());
        var wish = Wish(shop, await NearAddress(komeji, buyer));
        await market.Put(buyer, variant);
        await market.Place(buyer, await market.Look(buyer, wish), wish);
        await market.Put(buyer, variant);
        (await Refused(async () => await market.Place(buyer, await market.Look(buyer, wish), wish))).ShouldBe("checkout.unpaid");
        await komeji.Write(db => db.Orders.ExecuteUpdateAsync(set => set.SetProperty(o => o.State, OrderState.ReturnedToSender)));
        await market.Place(buyer, await market.Look(buyer, wish), wish);
    }

    static Task Set(TestKomeji komeji, string key, string value) => komeji.Write(db =>
    {
        komeji.Clock.Advance(TimeSpan.FromSeconds(10));
        db.Settings.Add(new Setting(key, value, komeji.Clock.GetUtcNow().AddSeconds(-1), "uji", "uji", null, komeji.Clock.GetUtcNow()));
        return Task.CompletedTask;
    });

    /// <summary>What is paid here and what is paid at the door are two purchases of one press; pressed twice they are still two.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_shops_one_is_paid_here_and_one_at_the_door(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (cash, here) = (await market.Shop(), await market.Shop());
        await komeji.As(cash.Owner).Send(new AllowCash(true));
        var (keripik, kopi) = (await market.Product(cash, 40_000), await market.Product(here, 20_000));
        var buyer = await market.Buyer();
        var wish = Wish(cash, await NearAddress(komeji, buyer));
        await market.Put(buyer, keripik, 2);
        await market.Put(buyer, kopi);
        var page = await market.Look(buyer, wish);
        (page.Offer.AtTheDoor, page.Offer.Now).ShouldBe((new Rupiah(80_000), page.Offer.Total - new Rupiah(80_000)));
        ShownAmounts.Changes(page.Offer, page.Shown.Replace("total=", "total=1", StringComparison.Ordinal)).ShouldBe([$"Yang Anda bayar sekarang {page.Offer.Now}, dan di tempat Rp80.000."]);
        await Set(komeji, SettingCatalogue.UnpaidPurchases, "1");
        (await Refused(() => market.Place(buyer, page, wish))).ShouldBe("checkout.unpaid", "two purchases are about to be made");
        await Set(komeji, SettingCatalogue.UnpaidPurchases, "2");
        var number = await market.Place(buyer, page, wish);
        (await market.Place(buyer, page, wish)).ShouldBe(number);

        var first = await market.Purchase(number);
        first.Orders.ShouldHaveSingleItem().ShouldSatisfyAllConditions(o => o.StoreId.ShouldBe(here.Id), o => o.State.ShouldBe(OrderState.AwaitingPayment), o => o.PaysInCash.ShouldBeFalse());
        var second = await market.Purchase(await komeji.Read(db => db.Purchases.Where(p => p.Number != number).Select(p => p.Number).SingleAsync()));
        second.Orders.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            o => o.StoreId.ShouldBe(cash.Id), o => o.State.ShouldBe(OrderState.AwaitingSeller), o => o.PaysInCash.ShouldBeTrue(), o => o.Fee.ShouldBe(new Rupiah(4_000)));
        (await komeji.Read(db => db.Payments.Where(p => p.PurchaseId == second.Id).Select(p => p.State).SingleAsync())).ShouldBe(PaymentState.InCash);
        (await market.StockOf(keripik), await market.StockOf(kopi)).ShouldBe(((8, 0, 2), (9, 1, 0)));
        (await komeji.Read(db => db.Journals.CountAsync())).ShouldBe(0);
        (await komeji.Read(db => db.Notifications.CountAsync(n => n.UserId == buyer))).ShouldBe(1, "asked to pay once, for what is paid here");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Cancelled_before_the_shop_accepts_puts_the_pieces_back_and_moves_no_money(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop();
        await komeji.As(shop.Owner).Send(new AllowCash(true));
        var (variant, buyer) = (await market.Product(shop), await market.Buyer());
        var wish = Wish(shop, await NearAddress(komeji, buyer));
        await market.Put(buyer, variant, 3);
        var order = (await market.Purchase(await market.Place(buyer, await market.Look(buyer, wish), wish))).Orders.Single();
        (await komeji.As(buyer).Send(new CancelOrder(order.Number, "Salah pesan"))).ShouldBe(Cancellation.Done);
        (await market.StockOf(variant)).ShouldBe((10, 0, 0));
        (await komeji.Read(db => db.Refunds.CountAsync()), await komeji.Read(db => db.Journals.CountAsync())).ShouldBe((0, 0));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_the_seller_takes_the_cash_and_only_the_buyer_has_it_back(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (shop, other) = (await market.Shop(), await market.Shop());
        await komeji.As(shop.Owner).Send(new AllowCash(true));
        var buyer = await market.Buyer();
        await market.Put(buyer, await market.Product(shop));
        var wish = Wish(shop, await NearAddress(komeji, buyer));
        var number = (await market.Purchase(await market.Place(buyer, await market.Look(buyer, wish), wish))).Orders.Single().Number;
        await Should.ThrowAsync<NotFound>(() => komeji.As(other.Owner).Send(new TakeCash(number, new Rupiah(18_500))));
        await Should.ThrowAsync<NotFound>(() => komeji.As(buyer).Send(new TakeCash(number, new Rupiah(18_500))));
        await Should.ThrowAsync<NotFound>(() => komeji.As(other.Owner).Send(new ConfirmCashBack(number)));
        (await Refused(() => komeji.As(buyer).Send(new ConfirmCashBack(number)))).ShouldBe("order.no_cash_back");
    }

    /// <summary>An order of 100,000 that is collected at the shop and paid there: it owes 5,000.</summary>
    static async Task Sell(TestKomeji komeji, Market market, Shop shop, UserId buyer, AddressId near)
    {
        var wish = Wish(shop, near);
        var order = (await market.Purchase(await market.Place(buyer, await market.Look(buyer, wish), wish))).Orders.Single();
        await komeji.As(shop.Owner).Send(new AcceptOrder(order.Number));
        await komeji.Send(new MakeOrderReady(order.Number));
        (await komeji.Send(new HandOverOrder(order.Number, (await market.Order(order.Number)).PickupCode!))).ShouldBeTrue();
        await komeji.Send(new TakeCash(order.Number, order.Total));
        await komeji.As(buyer).Send(new ConfirmReceived(order.Number));
        (await market.Order(order.Number)).State.ShouldBe(OrderState.Completed);
    }

    static CheckoutWish Wish(Shop shop, AddressId near) => CheckoutWish.Nothing with
    {
        AddressId = near,
        Ways = new Dictionary<StoreId, string> { [shop.Id] = ShippingOption.PickupCode },
        Cash = new HashSet<StoreId> { shop.Id },
    };

    /// <summary>In the regency of the shops; the default one is elsewhere.</summary>
    static async Task<AddressId> NearAddress(TestKomeji komeji, UserId buyer)
    {
        komeji.Clock.Advance(TimeSpan.FromSeconds(1));
        AddressId id = default;
        await komeji.Write(db =>
        {
            var address = Address.Of(buyer, new AddressFacts("Kos", "Siti Aminah", "081234567890", "Jl. Kenanga 4", "001/002", "", TestRegions.Jember, "68168", ""), komeji.Clock.GetUtcNow());
            id = address.Id;
            db.Addresses.Add(address);
            return Task.CompletedTask;
        });
        return id;
    }

    static async Task<string> Refused(Func<Task> act) => (await Should.ThrowAsync<RuleBroken>(act)).Code;
}
