using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Promotions;
using Komeji.Domain.Common;
using Komeji.Domain.Promotions;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Promotions;

/// <summary>A code at the checkout: what it takes off, why it does not count, and when its place is free again.</summary>
public sealed class VoucherCheckoutTests
{
    /// <summary>Two things of 50,000 and 30,000 of one shop, one of 40,000 of another. 10,000 off the first: 6,250 and 3,750.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_shops_voucher_lowers_its_own_goods_alone(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var desk = new VoucherDesk(komeji, market);
        var (shop, other) = (await market.Shop(), await market.Shop());
        var things = new[] { await market.Product(shop, 50_000), await market.Product(shop, 30_000), await market.Product(other, 40_000) };
        await desk.OfShop(shop, desk.Terms("HEMAT10", 10_000));
        var buyer = await market.Buyer();
        var purchase = await desk.Buy(buyer, " hemat-10 ", things);

        purchase.Total.ShouldBe(new Rupiah(120_000 - 10_000) + Rupiah.Sum(purchase.Orders.Select(o => o.Shipping.Fee)));
        var order = purchase.Orders.Single(o => o.StoreId == shop.Id);
        (order.Goods, order.VoucherCode, order.CooperativeDiscount).ShouldBe((new Rupiah(70_000), "HEMAT10", Rupiah.Zero));
        order.Lines.OrderByDescending(l => l.UnitPrice.Amount).Select(l => l.SellerDiscount.Amount).ShouldBe([6_250, 3_750]);
        purchase.Orders.Single(o => o.StoreId == other.Id).VoucherId.ShouldBeNull();
        (await komeji.Read(db => db.Payments.SingleAsync())).Amount.ShouldBe(purchase.Total);
        (await Use(komeji)).ShouldBe((VoucherUseState.Reserved, 10_000, 0, 1));
        await market.Pay(purchase);
        (await Use(komeji)).State.ShouldBe(VoucherUseState.Used);
        await desk.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Says_why_a_code_does_not_count_and_places_nothing_with_it(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var desk = new VoucherDesk(komeji, market);
        var (shop, other) = (await market.Shop(), await market.Shop());
        var thing = await market.Product(shop, 30_000);
        var stopped = await desk.OfShop(shop, desk.Terms("BERHENTI", 5_000));
        await komeji.As(shop.Owner).Send(new StopShopVoucher(stopped, "Stok habis"));
        await desk.OfShop(other, desk.Terms("TOKOLAIN", 5_000));
        await desk.OfShop(shop, desk.Terms("BESAR", 20_000));
        await desk.OfShop(shop, desk.Terms("BESOK", 5_000) with { From = Wib.DayOf(komeji.Clock.GetUtcNow()).AddDays(1) });
        (await Refused(() => desk.OfShop(other, desk.Terms("besar", 5_000)))).ShouldBe("voucher.code_taken");
        (await Refused(() => komeji.As(other.Owner).Send(new StopShopVoucher(stopped, "Bukan milik saya")))).ShouldBe("absent");

        var buyer = await market.Buyer();
        await market.Put(buyer, thing);
        foreach (var code in new[] { "TIDAKADA", "\ud800<b>", "BERHENTI", "TOKOLAIN", "BESAR", "BESOK" })
        {
            var page = await desk.Look(buyer, code);
            (page.Offer.Voucher!.Counts, page.Offer.Discount, page.Offer.Problems.Count).ShouldBe((false, Rupiah.Zero, 1), code);
            (await Refused(() => market.Place(buyer, page, VoucherDesk.Wish(code)))).ShouldBe("checkout.problem", code);
        }

        (await desk.Look(buyer, "  ")).Offer.Voucher.ShouldBeNull();
        (await market.CountOrders()).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_typed_after_the_page_was_shown_is_shown_before_it_is_paid(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var desk = new VoucherDesk(komeji, market);
        var shop = await market.Shop();
        var thing = await market.Product(shop, 30_000);
        await desk.OfShop(shop, desk.Terms("HEMAT5", 5_000));
        var buyer = await market.Buyer();
        await market.Put(buyer, thing);
        var before = await market.Look(buyer);
        (await Refused(() => market.Place(buyer, before, VoucherDesk.Wish("HEMAT5")))).ShouldBe("checkout.changed");
        (await market.CountOrders()).ShouldBe(0);
    }

    /// <summary>The place comes back when nobody pays, when the buyer gives up, and when every paid order is cancelled; not for a part.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_place_is_free_again_when_the_whole_purchase_does_not_happen(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var desk = new VoucherDesk(komeji, market);
        await desk.GiveCooperative(100_000);
        var (shop, other) = (await market.Shop(), await market.Shop());
        var (one, two) = (await market.Product(shop, 30_000), await market.Product(other, 30_000));
        await desk.OfCooperative(desk.Terms("HEMAT5", 5_000, quota: 1), 5_000);
        var buyer = await market.Buyer();

        var unpaid = await desk.Buy(buyer, "HEMAT5", one);
        await market.Put(buyer, two);
        (await desk.Look(buyer, "HEMAT5")).Offer.Voucher!.Problem.ShouldNotBeNull();
        komeji.Clock.Advance(TimeSpan.FromHours(25));
        await komeji.Send(new ExpirePurchase(unpaid.Id));
        (await Use(komeji)).ShouldBe((VoucherUseState.Returned, 0, 5_000, 0));

        var given = await desk.Buy(buyer, "HEMAT5");
        await komeji.As(buyer).Send(new CancelOrder(given.Orders[0].Number, "Salah pesan"));
        var paid = await desk.Buy(buyer, "HEMAT5", one, two);
        await market.Pay(paid);
        await komeji.As(buyer).Send(new CancelOrder(paid.Orders[0].Number, "Salah pesan"));
        (await Taken(komeji)).ShouldBe((1, 5_000));
        await desk.ShouldBeSound();
        await komeji.As(buyer).Send(new CancelOrder(paid.Orders[1].Number, "Salah pesan"));
        (await Taken(komeji)).ShouldBe((0, 0));
        await desk.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Its_last_day_over_it_ends_by_itself(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var desk = new VoucherDesk(komeji, market);
        var id = await desk.OfShop(await market.Shop(), desk.Terms("HEMAT5", 5_000));
        await komeji.Run<DueVouchers>();
        (await State()).ShouldBe(VoucherState.Active);
        komeji.Clock.Advance(TimeSpan.FromDays(31));
        await komeji.Run<DueVouchers>();
        await komeji.Send(new ExpireVoucher(id));
        (await State()).ShouldBe(VoucherState.Expired);

        Task<VoucherState> State() => komeji.Read(db => db.Vouchers.Select(v => v.State).SingleAsync());
    }

    /// <returns>The first use and what its voucher has taken.</returns>
    static Task<(VoucherUseState State, long OfShop, long OfCooperative, int Taken)> Use(TestKomeji komeji) => komeji.Read(async db =>
    {
        var use = await db.VoucherUses.AsNoTracking().OrderBy(u => u.TakenAt).FirstAsync();
        return (use.State, use.OfShop.Amount, use.OfCooperative.Amount, await db.Vouchers.Where(v => v.Id == use.VoucherId).Select(v => v.Taken).SingleAsync());
    });

    static Task<(int Taken, long Committed)> Taken(TestKomeji komeji) => komeji.Read(async db =>
    {
        var voucher = await db.Vouchers.AsNoTracking().SingleAsync();
        return (voucher.Taken, voucher.Committed);
    });

    static async Task<string> Refused(Func<Task> act)
    {
        try
        {
            await act();
            return "";
        }
        catch (RuleBroken refusal)
        {
            return refusal.Code;
        }
        catch (NotFound)
        {
            return "absent";
        }
    }
}
