using System.Collections.Concurrent;
using Komeji.Application.Ledger;
using Komeji.Application.Ledger.Cash;
using Komeji.Application.Ledger.Days;
using Komeji.Application.Ledger.ShopDebts;
using Komeji.Application.Ordering;
using Komeji.Application.Ordering.Staff;
using Komeji.Application.Payments.Approvals;
using Komeji.Application.Payments.Desk;
using Komeji.Application.Payouts;
using Komeji.Application.Settings;
using Komeji.Application.Taxes.Shops;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Tests.Application.Payments;
using Komeji.Tests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Komeji.Tests.Application.Payouts.PayoutSteps;

namespace Komeji.Tests.Application.Ledger;

/// <summary>P18 in the books: what shops owe of orders paid in cash, and how it is taken out of their balance.</summary>
public sealed class CashFeeBooksTests
{
    /// <summary>100,000 at 5 %, PPN 11 %: fee 5,000 and PPN 550. Of 3,000 paid here the shop gets 10,833: fee 150, PPN 17 (16.5), shipping 8,000.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task The_worked_case_of_two_orders_and_a_balance_too_small(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine, vatBasisPoints: 1_100);
        await market.SellForCash(100_000);
        (await market.Balance(1210), await market.Balance(2110), await market.Balance(2081), await market.Balance(2100)).ShouldBe((5_550, -5_000, -550, 0));
        await market.SellForCash(100_000);
        await market.ShouldBeSound();

        await SellHere(market, 3_000);
        (await market.Balance(2030)).ShouldBe(-10_833);
        await market.Komeji.RunJob("tagih-biaya-tunai");
        (await market.Balance(2030), await market.Balance(1210), await market.Balance(2110)).ShouldBe((0, 267, -241));
        (await Shared(market)).ShouldBe(9_759);
        await market.ShouldBeSound();

        await SellHere(market, 3_000);
        await market.Komeji.Run<CashFeesToCollect>();
        (await market.Balance(2030), await market.Balance(1210), await market.Balance(2110)).ShouldBe((-10_566, 0, 0));
        (await Shared(market)).ShouldBe(10_000);
        (await market.Komeji.Run<CashFeesToCollect>()).Done.ShouldBe(0);
        await market.ShouldBeSound();
        await OfficerAndSellerSee(market);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_payout_takes_what_is_owed_first(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        await TellAccount(market);
        await Earn(market);
        await market.SellForCash(100_000);
        var page = await market.Komeji.As(market.Seller).Send(new ShowMyPayouts(1));
        (page.Available, page.CashFees).ShouldBe((new Rupiah(Earned - 5_000), new Rupiah(5_000)));
        (await MoneyDesk.Refused(() => Ask(market, Earned))).ShouldBe("payout.balance");
        (await market.Balance(1210)).ShouldBe(5_000);
        await Ask(market);
        (await market.Balance(2030), await market.Balance(2040), await market.Balance(1210), await Shared(market)).ShouldBe((0, -(Earned - 5_000), 0, 5_000));
        await market.ShouldBeSound();
    }

    /// <summary>Of what is earned two payouts of 50,000 would be possible; what is owed leaves one. Whoever comes first, no rupiah is taken twice.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Payouts_and_collections_at_once_take_no_rupiah_twice(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        await TellAccount(market);
        await Earn(market);
        await market.SellForCash(100_000);
        var store = await market.Komeji.Read(db => db.Stores.Where(s => s.OwnerId == market.Seller).Select(s => s.Id).SingleAsync());
        market.Komeji.As(market.Seller);
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var refused = new ConcurrentBag<string>();
        var racing = Enumerable.Range(0, 16).Select(i => Task.Run(async () =>
        {
            await go.Task;
            try
            {
                await (i % 2 == 0 ? (Task)Ask(market, 50_000) : market.Komeji.Send(new CollectCashFees(store)));
            }
            catch (RuleBroken refusal)
            {
                refused.Add(refusal.Code);
            }
        })).ToList();
        go.SetResult();
        await Task.WhenAll(racing);
        (refused.Count, refused.Distinct().ShouldHaveSingleItem()).ShouldBe((7, "payout.balance"));
        (await market.Balance(2030), await market.Balance(2040), await market.Balance(1210)).ShouldBe((-(Earned - 55_000), -50_000, 0));
        (await market.Komeji.Read(db => db.CashFees.SingleAsync())).ShouldSatisfyAllConditions(f => f.Collected.ShouldBe(new Rupiah(5_000)), f => f.Collections.ShouldBe(1));
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_never_taken_and_cash_given_back_cost_nothing(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine, vatBasisPoints: 1_100);
        var refused = await market.SetOutForCash(40_000);
        var (stock, _, sold) = await Pieces(market);
        await market.Komeji.As(market.Seller).Send(new ReturnOrder(refused, "Pembeli menolak"));
        await market.Komeji.Send(new RefundOrder(refused, "Tidak jadi dibeli"));
        (await Pieces(market)).ShouldBe((stock + 1, 0, sold - 1));

        var faulty = await market.DeliverForCash(40_000);
        (await MoneyDesk.Refused(() => market.Komeji.As(MoneyDesk.First, Roles.CallCentre).Send(new CancelOrderByStaff(faulty, "Barang cacat")))).ShouldBe("order.cash_operator");
        (await MoneyDesk.Refused(() => market.Komeji.As(MoneyDesk.First, Roles.Operator).Send(new CancelOrderByStaff(faulty, "Barang cacat")))).ShouldBe("order.cash_not_back");
        await market.Komeji.As(market.Seller).Send(new TakeCash(faulty, new Rupiah(48_000)));
        (await MoneyDesk.Refused(() => MoneyDesk.Decide(market, faulty, 10_000))).ShouldBe("refund.cash");
        await market.Komeji.As(market.Seller).Send(new RefundOrder(faulty, "Barang cacat"));
        await market.Komeji.As(market.Buyer).Send(new ConfirmCashBack(faulty));
        (await market.Komeji.Read(db => db.Orders.OrderBy(o => o.Sequence).Select(o => o.State).ToListAsync())).ShouldBe([OrderState.Cancelled, OrderState.Refunded]);
        (await market.Komeji.Read(db => db.Journals.CountAsync()), await market.Komeji.Read(db => db.CashFees.CountAsync())).ShouldBe((0, 0));
        await market.ShouldBeSound();
    }

    /// <summary>Two orders owe 11,100: 8,550 come by transfer, the rest two officers write off. Then the shop owes nothing and the books are sound.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_no_balance_pays_is_paid_by_transfer_and_the_rest_written_off(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine, vatBasisPoints: 1_100);
        await market.SellForCash(100_000);
        market.Komeji.Clock.Advance(TimeSpan.FromMinutes(1));
        await market.SellForCash(100_000);
        var store = await market.Komeji.Read(db => db.Stores.Where(s => s.OwnerId == market.Seller).Select(s => s.Id).SingleAsync());
        RecordShopPayment Paid(long amount, string reference) =>
            new(store, ShopDebt.CashFees, new ClaimMoney(new Rupiah(amount), Chart.CooperativeBank.Code, reference, new DateOnly(2026, 10, 5)));
        (await MoneyDesk.Refused(() => MoneyDesk.As(market, market.Seller).Send(Paid(8_550, "TRF-77")))).ShouldBe("staff.own_case");
        (await MoneyDesk.Refused(() => MoneyDesk.As(market, MoneyDesk.First).Send(Paid(11_101, "TRF-77")))).ShouldBe("claim.amount");
        await MoneyDesk.As(market, MoneyDesk.First).Send(Paid(8_550, "TRF-77"));
        (await MoneyDesk.Refused(() => MoneyDesk.As(market, MoneyDesk.First).Send(Paid(100, "trf-77")))).ShouldBe("shop_debt.recorded");
        (await market.Balance(1021), await market.Balance(1210), await market.Balance(2110), await Shared(market)).ShouldBe((8_550, 2_550, -2_298, 7_702));
        await market.ShouldBeSound();

        var orders = await market.Komeji.Read(db => db.Orders.OrderBy(o => o.Sequence).Select(o => o.Number).ToListAsync());
        (await market.Komeji.As(market.Seller).Send(new ShowOrderMoney(orders[0]))).Cash!.Open.ShouldBe(Rupiah.Zero);

        (await MoneyDesk.As(market, MoneyDesk.First).Send(new WriteShopDebtOff(store, ShopDebt.CashFees, "Toko tutup"))).ShouldBe(MoneyDecided.Waits);
        (await market.Balance(1210)).ShouldBe(2_550);
        var asked = await market.Komeji.Read(db => db.MoneyApprovals.Select(a => a.Id).SingleAsync());
        (await MoneyDesk.Refused(() => MoneyDesk.As(market, market.Seller).Send(new ApproveMoney(asked, "Setuju")))).ShouldBe("staff.own_case");
        await MoneyDesk.As(market, MoneyDesk.Second).Send(new ApproveMoney(asked, "Setuju"));
        (await market.Balance(1210), await market.Balance(2110), await market.Balance(5030), await market.Balance(2081)).ShouldBe((0, 0, 252, -1_100));
        (await MoneyDesk.As(market, MoneyDesk.First).Send(new ShowShopDebt(store))).ShouldSatisfyAllConditions(p => p.Open.ShouldBeEmpty(), p => p.Payments.Count.ShouldBe(1), p => p.WriteOffs.Count.ShouldBe(1));
        (await MoneyDesk.As(market, MoneyDesk.First).Send(new ListShopDebts(ShopDebt.CashFees, 1))).Total.ShouldBe(0);
        await market.ShouldBeSound();
    }

    /// <summary>A refund after a payout leaves a shop's balance below zero: it pays by transfer, and two officers write the rest off.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_balance_below_zero_is_paid_by_transfer_and_the_rest_written_off(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        await TellAccount(market);
        await Earn(market);
        await Ask(market, Earned);
        await MoneyDesk.Decide(market, await market.Komeji.Read(db => db.Orders.Select(o => o.Number).SingleAsync()), 20_000);
        var debt = await market.Balance(2030);
        debt.ShouldBePositive();
        var store = await market.Komeji.Read(db => db.Stores.Where(s => s.OwnerId == market.Seller).Select(s => s.Id).SingleAsync());
        (await MoneyDesk.As(market, MoneyDesk.First).Send(new ListShopDebts(ShopDebt.Balance, 1))).Rows.ShouldHaveSingleItem().Owed.ShouldBe(new Rupiah(debt));
        await MoneyDesk.As(market, MoneyDesk.First).Send(new RecordShopPayment(store, ShopDebt.Balance, new ClaimMoney(new Rupiah(1_000), Chart.CooperativeBank.Code, "TRF-77", new DateOnly(2026, 10, 5))));
        await MoneyDesk.As(market, MoneyDesk.First).Send(new WriteShopDebtOff(store, ShopDebt.Balance, "Toko tutup"));
        var asked = await market.Komeji.Read(db => db.MoneyApprovals.Select(a => a.Id).SingleAsync());
        await MoneyDesk.As(market, MoneyDesk.Second).Send(new ApproveMoney(asked, "Setuju"));
        (await market.Balance(2030), await market.Balance(5030), await market.Balance(1021)).ShouldBe((0, debt - 1_000, 1_000));
        await market.ShouldBeSound();
    }

    /// <summary>What was lost on its way cannot be bought again; a shelf that says so is found.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_lost_on_its_way_does_not_go_back_to_the_stock(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var number = await market.SetOutForCash(40_000);
        var before = await Pieces(market);
        await market.Komeji.As(MoneyDesk.First, Roles.Operator).Send(new ReturnOrderByStaff(number, "Hilang di jalan", Lost: true));
        await market.Komeji.As(market.Seller).Send(new RefundOrder(number, "Hilang"));
        (await market.Komeji.Read(db => db.Orders.Select(o => o.State).SingleAsync())).ShouldBe(OrderState.Cancelled);
        (await Pieces(market)).ShouldBe(before);
        var told = await market.Komeji.Read(db => db.Notifications.Where(n => n.UserId == market.Buyer && n.Title.Contains("diantar")).Select(n => n.Body).SingleAsync());
        told.ShouldContain("Rp48.000 tunai");
        told.ShouldNotContain("Terima Pesanan");
        await market.ShouldBeSound();
        await market.Komeji.Write(db => db.Variants.Where(v => v.Sold > 0).ExecuteUpdateAsync(set => set.SetProperty(v => v.Sold, v => v.Sold - 1).SetProperty(v => v.Stock, v => v.Stock + 1)));
        (await market.Komeji.Send(new VerifyLedger())).Checks.Where(c => !c.Ok).Select(c => c.Name).ShouldBe(["stock agrees with orders"]);
    }

    /// <summary>Where the days are closed, the balance is found among what is kept of them.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_balance_of_closed_days_is_found(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        await Earn(market);
        market.Komeji.Clock.Advance(TimeSpan.FromDays(3));
        await market.Komeji.Run<DaysToClose>();
        (await market.Komeji.Read(db => db.KeyBalances.AnyAsync(b => b.Account == Chart.SellerBalance.Code))).ShouldBeTrue();
        await market.SellForCash(100_000);
        (await market.Komeji.Run<CashFeesToCollect>()).Done.ShouldBe(1);
        (await market.Balance(1210), await market.Balance(2030)).ShouldBe((0, -(Earned - 5_000)));
    }

    /// <summary>What was ordered in December and paid at the door in January is sold in January.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_cash_order_counts_as_sold_in_the_year_it_is_complete(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        market.Komeji.Clock.MoveTo(new DateTimeOffset(2026, 12, 31, 2, 0, 0, TimeSpan.Zero));
        var number = await market.DeliverForCash(40_000);
        (await market.Komeji.As(market.Seller).Send(new ShowMyTaxes(null))).Sold.ShouldBe(Rupiah.Zero);
        market.Komeji.Clock.MoveTo(new DateTimeOffset(2027, 1, 1, 2, 0, 0, TimeSpan.Zero));
        await market.Komeji.Send(new TakeCash(number, new Rupiah(48_000)));
        await market.Komeji.As(market.Buyer).Send(new ConfirmReceived(number));
        (await market.Komeji.As(market.Seller).Send(new ShowMyTaxes(null))).Sold.ShouldBe(new Rupiah(40_000));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_nightly_check_sees_a_fee_that_differs_from_the_books(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        await market.SellForCash(100_000);
        await market.Komeji.Write(db => db.CashFees.ExecuteUpdateAsync(set => set.SetProperty(f => f.Collected, new Rupiah(1))));
        (await market.Komeji.Send(new VerifyLedger())).Checks.Where(c => !c.Ok).Select(c => c.Name).ShouldBe(["cash fees agree"]);
    }

    /// <summary>Random orders, refusals, releases, collections and payouts, beside a model that knows the rules and not the books.</summary>
    [Theory, OnSqlite(11), OnPostgres(12)]
    public async Task Any_sequence_agrees_with_a_model_of_its_own(Engine engine, int seed)
    {
        await using var market = await MoneyMarket.Open(engine, vatBasisPoints: 1_100);
        await TellAccount(market);
        await Set(market, SettingCatalogue.PayoutLeast, 1);
        var random = new Random(seed);
        var model = new CashModel();
        for (var step = 0; step < TestSize.Of(30, 400); step++)
        {
            var price = random.Next(100, 150_000);
            switch (random.Next(6))
            {
                case 0 or 1:
                    await market.SellForCash(price);
                    model.SellForCash(price);
                    break;
                case 2:
                    var number = await market.SetOutForCash(price);
                    await market.Komeji.As(market.Seller).Send(new ReturnOrder(number, "Pembeli menolak"));
                    await market.Komeji.Send(new RefundOrder(number, "Tidak jadi dibeli"));
                    break;
                case 3:
                    var here = random.Next(100, 20_000);
                    await SellHere(market, here);
                    model.SellHere(here);
                    break;
                case 4:
                    await market.Komeji.Run<CashFeesToCollect>();
                    model.Collect();
                    break;
                default:
                    if (model.AfterCollecting > 0)
                    {
                        var asked = random.NextInt64(1, model.AfterCollecting + 1);
                        await Ask(market, asked);
                        model.PayOut(asked);
                    }

                    break;
            }

            market.Komeji.Clock.Advance(TimeSpan.FromMinutes(random.Next(1, 90)));
            (await market.Balance(2030), await market.Balance(2040), await market.Balance(1210), await market.Balance(2110), await Shared(market))
                .ShouldBe((-model.Balance, -model.OnTheWay, model.Owed, -model.Uncollected, model.Collected), $"step {step}");
        }

        model.Collected.ShouldBeGreaterThan(0);
        await market.ShouldBeSound();
    }

    /// <summary>Of the fees of cash, what can be shared.</summary>
    static Task<long> Shared(MoneyMarket market) =>
        market.Komeji.Read(db => db.Journals.Where(j => j.Rule == "P18").SelectMany(j => j.Entries).Where(e => e.Account == Chart.ProfitPool.Code).SumAsync(e => -(long)e.Amount));

    /// <summary>An order at the same shop that is paid here and goes all the way.</summary>
    static async Task SellHere(MoneyMarket market, long price)
    {
        var placed = await market.Place(price);
        await market.Pay(placed);
        await market.Complete(placed.Orders[0]);
    }

    static Task<(int Stock, int Reserved, int Sold)> Pieces(MoneyMarket market) => market.Komeji.Read(async db =>
    {
        var variant = await db.Variants.AsNoTracking().SingleAsync(v => db.Products.Any(p => p.Id == v.ProductId && db.Stores.Any(s => s.Id == p.StoreId && s.OwnerId == market.Seller)));
        return (variant.Stock, variant.Reserved, variant.Sold);
    });

    static async Task OfficerAndSellerSee(MoneyMarket market)
    {
        await market.SellForCash(20_000);
        var mine = await market.Komeji.As(market.Seller).Send(new ListMyCashFees(1));
        (mine.Debt, mine.IsOverLimit, mine.Fees.Total, mine.Fees.Rows[0].Open).ShouldBe((new Rupiah(1_110), false, 3, new Rupiah(1_110)));
        var desk = await MoneyDesk.As(market, MoneyDesk.First).Send(new ListCashDebts(1));
        (desk.Total, desk.Shops.Rows.ShouldHaveSingleItem().Orders).ShouldBe((new Rupiah(1_110), 1));
        await using var scope = market.Komeji.Services.CreateAsyncScope();
        var rows = await (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ExportCashDebts(false))).Rows.ToListAsync();
        rows.ShouldHaveSingleItem()[^1].ShouldBe(1_110L);
    }

    /// <summary>One shop's debts, the oldest first, and its balance, reckoned in numbers alone.</summary>
    sealed class CashModel
    {
        readonly List<(long Fee, long Vat, long Taken)> debts = [];

        public long Balance { get; private set; }
        public long OnTheWay { get; private set; }

        public long Owed => debts.Sum(d => d.Fee + d.Vat - d.Taken);
        public long Uncollected => debts.Sum(d => d.Fee) - Collected;
        public long Collected => debts.Where(d => d.Fee + d.Vat > 0).Sum(d => d.Fee * d.Taken / (d.Fee + d.Vat));
        public long AfterCollecting => Math.Max(0, Balance - Owed);

        public void SellForCash(long price) => debts.Add((Fee(price), Vat(Fee(price)), 0));

        public void SellHere(long price) => Balance += price + 8_000 - Fee(price) - Vat(Fee(price));

        public void Collect()
        {
            for (var i = 0; i < debts.Count; i++)
            {
                var (fee, vat, taken) = debts[i];
                var part = Math.Min(Balance, fee + vat - taken);
                debts[i] = (fee, vat, taken + part);
                Balance -= part;
            }
        }

        public void PayOut(long amount)
        {
            Collect();
            (Balance, OnTheWay) = (Balance - amount, OnTheWay + amount);
        }

        static long Fee(long price) => price * 5 / 100;

        static long Vat(long fee) => ((fee * 11) + 50) / 100;
    }
}
