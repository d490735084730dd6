using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Payments.Desk;
using Komeji.Application.Promotions;
using Komeji.Application.Promotions.Desk;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Promotions;

/// <summary>The cooperative's money in a voucher: set apart by a second officer, held for orders, back by refunds, and home at the end.</summary>
public sealed class VoucherFundTests
{
    /// <summary>
    /// 100,000 of goods, 30,000 of them the cooperative's, collected at the shop. Of 20,000 that go back 14,000 are the buyer's (70 of 100) and 6,000
    /// the fund's; then all is declined to be kept, 56,000 and 24,000.
    /// </summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_goes_back_goes_to_buyer_and_fund_by_what_each_had_paid(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (market, desk, shop, purchase) = await Bought(komeji, quota: 3);
        var order = purchase.Orders.Single();
        await market.Pay(purchase);
        (await Balance(komeji, 1010), await Balance(komeji, 2075), await Balance(komeji, 2010)).ShouldBe((70_000, -60_000, -100_000));
        await desk.ShouldBeSound();

        await komeji.As(shop.Owner).Send(new AcceptOrder(order.Number));
        await komeji.As(shop.Owner).Send(new MakeOrderReady(order.Number));
        var code = (await market.Order(order.Number)).PickupCode!;
        await komeji.As(shop.Owner).Send(new HandOverOrder(order.Number, code));
        var plan = new RefundPlan(new Dictionary<OrderLineId, Rupiah> { [order.Lines[0].Id] = new(20_000) }, Rupiah.Zero, new Dictionary<RefundBearer, int> { [RefundBearer.Seller] = 100 });
        var seen = (await komeji.As(VoucherDesk.Checker, Roles.Finance).Send(new PreviewRefund(order.Number, plan, "Barang cacat"))).Seen;
        await komeji.As(VoucherDesk.Checker, Roles.Finance).Send(new DecideRefund(order.Number, plan, "Barang cacat", seen));
        (await Balance(komeji, 2090), await Balance(komeji, 2075), await Balance(komeji, 2010)).ShouldBe((-14_000, -66_000, -80_000));
        await desk.ShouldBeSound();

        await komeji.As(shop.Owner).Send(new RefundOrder(order.Number, "Semua rusak"));
        (await Balance(komeji, 2090), await Balance(komeji, 2075), await Balance(komeji, 2010)).ShouldBe((-70_000, -90_000, 0));
        (await komeji.Read(db => db.Refunds.Select(r => r.Amount).ToListAsync())).ShouldBe([new Rupiah(14_000), new Rupiah(56_000)], ignoreOrder: true);
        await desk.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_activates_her_own_and_what_is_left_comes_home_once(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var desk = new VoucherDesk(komeji, market);
        var terms = desk.Terms("HEMAT30", 30_000);
        var made = await komeji.As(VoucherDesk.Maker, Roles.Operator).Send(new MakeVoucher(terms, BasisPoints.Zero, "", new Rupiah(90_000), "Hari koperasi"));
        (await Refused(() => komeji.As(VoucherDesk.Maker, Roles.Operator).Send(new ActivateVoucher(made, "TRX-A")))).ShouldBe("voucher.same_officer");
        (await Refused(() => komeji.As(VoucherDesk.Checker, Roles.Finance).Send(new ActivateVoucher(made, "TRX-A")))).ShouldBe("voucher.bank_short");
        await desk.GiveCooperative(90_000);
        (await Refused(() => komeji.As(VoucherDesk.Checker, Roles.Finance).Send(new ActivateVoucher(made, "=1")))).ShouldBe("voucher.reference");
        await komeji.As(VoucherDesk.Checker, Roles.Finance).Send(new ActivateVoucher(made, "TRX-A"));
        (await Balance(komeji, 1021), await Balance(komeji, 1020), await Balance(komeji, 5020)).ShouldBe((0, 90_000, 90_000));

        var thing = await market.Product(await market.Shop("", pickup: true), 100_000);
        var waiting = await desk.Buy(await market.Buyer(), "HEMAT30", thing);
        await komeji.As(VoucherDesk.Checker, Roles.Finance).Send(new StopVoucher(made, "Dana dialihkan"));
        await komeji.As(VoucherDesk.Checker, Roles.Finance).Send(new ReturnVoucherFund(made, "TRX-B"));
        (await Balance(komeji, 1021), await Balance(komeji, 2075)).ShouldBe((60_000, -30_000));
        (await Refused(() => komeji.As(VoucherDesk.Checker, Roles.Finance).Send(new ReturnVoucherFund(made, "TRX-C")))).ShouldBe("voucher.nothing_left");
        await market.Pay(waiting);
        (await Balance(komeji, 2075), await Balance(komeji, 2010)).ShouldBe((0, -100_000));
        await desk.ShouldBeSound();
    }

    /// <summary>Of 30,000 the shop pays 40 %: G 88,000, of which the cooperative pays 18,000 of its own.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_shared_one_waits_for_the_shop_and_each_pays_its_part(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var desk = new VoucherDesk(komeji, market);
        await desk.GiveCooperative(90_000);
        var (shop, other) = (await market.Shop("", pickup: true), await market.Shop());
        var thing = await market.Product(shop, 100_000);
        var id = await desk.OfCooperative(desk.Terms("BERSAMA", 30_000), 90_000, shop, 4_000);
        await Should.ThrowAsync<NotFound>(() => komeji.As(other.Owner).Send(new ShowShopVoucher(id)));
        var purchase = await desk.Buy(await market.Buyer(), "BERSAMA", thing);
        var order = purchase.Orders.Single();
        (order.Goods, order.CooperativeDiscount, order.Total).ShouldBe((new Rupiah(88_000), new Rupiah(18_000), new Rupiah(70_000)));
        await market.Pay(purchase);
        (await Balance(komeji, 2075), await Balance(komeji, 2010)).ShouldBe((-72_000, -88_000));
        var page = await komeji.As(shop.Owner).Send(new ShowShopVoucher(id));
        (page.Sums.Used, page.Sums.ShopPaid, page.Sums.CooperativePaid, page.Sums.Fund, page.Uses.Rows.Single().Order).ShouldBe((1, new Rupiah(12_000), new Rupiah(18_000), new Rupiah(72_000), order.Number));
        (await Refused(() => komeji.As(shop.Owner).Send(new StopShopVoucher(id, "Cukup")))).ShouldBe("voucher.shared");
        await desk.ShouldBeSound();
    }

    /// <summary>A check that never fails proves nothing: a fund that lost a rupiah, a place nobody has.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task The_check_sees_a_voucher_that_was_damaged(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (market, desk, _, purchase) = await Bought(komeji, quota: 3);
        await market.Pay(purchase);
        await komeji.Write(db => db.Vouchers.ExecuteUpdateAsync(s => s.SetProperty(v => v.Taken, 2)));
        await Assert.ThrowsAsync<ShouldAssertException>(desk.ShouldBeSound);
        await komeji.Write(db => db.Vouchers.ExecuteUpdateAsync(s => s.SetProperty(v => v.Taken, 1)));
        await desk.ShouldBeSound();
        await komeji.Write(db => db.Vouchers.ExecuteUpdateAsync(s => s.SetProperty(v => v.Funded, new Rupiah(89_999))));
        await Assert.ThrowsAsync<ShouldAssertException>(desk.ShouldBeSound);
    }

    /// <summary>One thing of 100,000, collected at the shop, with a voucher of 30,000 out of a fund of 90,000.</summary>
    static async Task<(Market Market, VoucherDesk Desk, Shop Shop, Purchase Purchase)> Bought(TestKomeji komeji, int quota)
    {
        var market = new Market(komeji);
        var desk = new VoucherDesk(komeji, market);
        await desk.GiveCooperative(90_000);
        var shop = await market.Shop("", pickup: true);
        var thing = await market.Product(shop, 100_000);
        await desk.OfCooperative(desk.Terms("HEMAT30", 30_000, quota), 90_000);
        return (market, desk, shop, await desk.Buy(await market.Buyer(), "HEMAT30", thing));
    }

    static Task<long> Balance(TestKomeji komeji, int account) => komeji.Read(db => db.Entries.Where(e => e.Account == account).SumAsync(e => (long)e.Amount));

    static async Task<string> Refused(Func<Task> act) => (await Should.ThrowAsync<RuleBroken>(act)).Code;
}
