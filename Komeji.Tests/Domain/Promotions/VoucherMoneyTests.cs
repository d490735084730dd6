using FsCheck;
using FsCheck.Fluent;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Promotions;
using Komeji.Domain.Shipping;
using Komeji.Domain.Taxes;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain.Promotions;

/// <summary>
/// An order a voucher pays a part of. G 100,000, S 8,000, the cooperative's part 30,000: the buyer pays 78,000. Fee 5 % 5,000, PPN 11 %
/// 550, provider cost 0.7 % of 78,000 = 546, net fee 4,454. Worked by hand in docs/domain/ledger.md.
/// </summary>
public sealed class VoucherMoneyTests
{
    static readonly OrderTerms Terms = Orders.Terms();
    static readonly DateTimeOffset Now = Orders.Monday;
    static readonly VoucherId Hemat = VoucherId.New(Now);
    static readonly string Fund = Hemat.Value.ToString();

    [Fact]
    public void P1_holds_the_whole_price_and_takes_the_cooperatives_part_from_the_fund()
    {
        var order = Brought(OrderState.Delivered, 8_000, 546, 100_000, 0, 30_000);
        (order.Goods, order.Held, order.Total, order.Fee, order.Vat).ShouldBe((new Rupiah(100_000), new Rupiah(108_000), new Rupiah(78_000), new Rupiah(5_000), new Rupiah(550)));
        Lines(PostingRules.PurchasePaid("sandbox", "pay_1", order.PurchaseId, [(order.Id, order.Held)], Now, Now, (Hemat, order.CooperativeDiscount)))
            .ShouldBe([("P1", 1010, "sandbox", 78_000), ("P1", 2075, Fund, 30_000), ("P1", 2010, Key(order), -108_000)]);
        Lines(PostingRules.Released(order, Now, Now)).Select(l => (l.Account, l.Amount)).ShouldBe([(2010, 108_000L), (2030, -102_450L), (2100, -4_454L), (5010, -546L), (2081, -550L)]);
    }

    /// <summary>The shop's own discount lowers G: fee 5 % of 70,000. Shared 40:60 of 30,000: G 88,000, of which the cooperative pays 18,000.</summary>
    [Fact]
    public void What_the_shop_pays_lowers_its_goods_and_its_fee()
    {
        var own = Brought(OrderState.Delivered, 8_000, 546, 100_000, 30_000, 0);
        (own.Goods, own.Held, own.Total, own.Fee).ShouldBe((new Rupiah(70_000), new Rupiah(78_000), new Rupiah(78_000), new Rupiah(3_500)));
        var shared = Brought(OrderState.Delivered, 8_000, 546, 100_000, 12_000, 18_000);
        (shared.Goods, shared.Held, shared.Total, shared.Fee).ShouldBe((new Rupiah(88_000), new Rupiah(96_000), new Rupiah(78_000), new Rupiah(4_400)));
    }

    /// <summary>20,000 back: the buyer's 14,444.44 and the fund's 5,555.56, by largest remainder 14,444 and 5,556. Then all the rest: 63,556 and 24,444.</summary>
    [Fact]
    public void P6_gives_each_what_it_had_paid_by_cumulative_target()
    {
        var order = Brought(OrderState.Delivered, 8_000, 546, 100_000, 0, 30_000);
        var (refund, decision) = Decide(order, 20_000, 0, 0, default);
        Lines([.. PostingRules.RefundDecided(refund, decision, Now)]).ShouldBe([("P6", 2010, Key(order), 20_000), ("P6", 2090, Key(refund), -14_444), ("P6", 2075, Fund, -5_556)]);
        var rest = new TakenBack([], []) { Refunds = Back(order, 14_444, 5_556) }.VoucherPart(order, new Rupiah(88_000));
        rest.ShouldBe(new Rupiah(24_444));
        var last = Refund.Request(order.PurchaseId, order.Id, "sandbox", "pay_1", new Rupiah(63_556), "declined", Now, Hemat, rest);
        Lines(PostingRules.RefundedBeforeRelease(last, order.Id, Now, Now)).ShouldBe([("P6", 2010, Key(order), 88_000), ("P6", 2090, Key(last), -63_556), ("P6", 2075, Fund, -24_444)]);
    }

    /// <summary>After the release, 20,000: f' 1,000, t' 110, n' 890 (890.8).</summary>
    [Fact]
    public void P7_takes_all_of_it_from_the_shop_and_gives_the_fund_its_part()
    {
        var order = Brought(OrderState.Completed, 8_000, 546, 100_000, 0, 30_000);
        var (refund, decision) = Decide(order, 20_000, 0, 0, default);
        Lines([.. PostingRules.RefundDecided(refund, decision, Now)]).ShouldBe(
        [
            ("P7", 2030, order.StoreId.Value.ToString(), 18_890), ("P7", 2100, "2026-10", 890), ("P7", 5010, "", 110), ("P7", 2081, "2026-10", 110),
            ("P7", 2090, Key(refund), -14_444), ("P7", 2075, Fund, -5_556),
        ]);
    }

    /// <summary>The shop and the courier bear 10,000 each: 7,222 and 2,778 of each go to the buyer and to the fund.</summary>
    [Fact]
    public void P8_gives_the_fund_its_part_of_what_others_bear()
    {
        var order = Brought(OrderState.Delivered, 8_000, 546, 100_000, 0, 30_000);
        var (refund, decision) = Decide(order, 20_000, 0, 50, default);
        Lines([.. PostingRules.RefundDecided(refund, decision, Now)]).ShouldBe(
        [
            ("P6", 2010, Key(order), 10_000), ("P6", 2090, Key(refund), -7_222), ("P6", 2075, Fund, -2_778),
            ("P8", 1030, Key(refund), 10_000), ("P8", 2090, Key(refund), -7_222), ("P8", 2075, Fund, -2_778),
        ]);
    }

    /// <summary>
    /// P12: the bank takes the 78,000 the buyer paid. Of a completed order they fall on goods and shipping as 72,222 and 5,778: f' 3,611, t' 397,
    /// n' 3,216, H 73,992; the fund gets nothing, as the shop keeps what the cooperative had paid it. Nothing is left for the buyer.
    /// </summary>
    [Fact]
    public void P12_a_bank_takes_cash_alone()
    {
        var order = Brought(OrderState.Completed, 8_000, 546, 100_000, 0, 30_000);
        var dispute = Dispute.Open("stripe", "dp_1", "pi_1", order.PurchaseId, new Rupiah(78_000), "fraudulent", Now);
        var claim = dispute.Claim(order, new Rupiah(78_000), TakenBack.Nothing, "2026-10");
        (claim.Goods, claim.Fee, claim.Vat, claim.NetFee, claim.Held).ShouldBe((new Rupiah(72_222), new Rupiah(3_611), new Rupiah(397), new Rupiah(3_216), new Rupiah(73_992)));
        var soFar = new TakenBack([claim], []);
        (soFar.CashLeft(order), soFar.Left(order), soFar.VoucherPart(order, new Rupiah(30_000))).ShouldBe((Rupiah.Zero, new Rupiah(30_000), new Rupiah(30_000)));
    }

    [Fact]
    public void P17_sets_a_fund_apart_and_takes_back_what_is_left()
    {
        var officer = Actor.Staff(new Guid(7, 0, 0, new byte[8]), "operator");
        var today = Wib.DayOf(Now);
        var voucher = Voucher.MadeByCooperative(
            new VoucherTerms("HEMAT30", "Hari koperasi", new Rupiah(30_000), BasisPoints.Zero, Rupiah.Zero, new Rupiah(100_000), today, today, 3, 1), BasisPoints.Zero, null, new Rupiah(90_000), new BasisPoints(5_000), "Uji", officer, Now);
        voucher.Activate(Orders.Staff, Now);
        var key = voucher.Id.Value.ToString();
        Lines(PostingRules.PromotionFunded(voucher, "TRX1", Now)).ShouldBe([("P17", 5020, "", 90_000), ("P17", 1020, "", 90_000), ("P17", 2075, key, -90_000), ("P17", 1021, "", -90_000)]);
        Lines(PostingRules.PromotionReturned(voucher, new Rupiah(60_000), "TRX2", Now)).ShouldBe([("P17", 2075, key, 60_000), ("P17", 1021, "", 60_000), ("P17", 5020, "", -60_000), ("P17", 1020, "", -60_000)]);
    }

    [Fact]
    public void Money_that_a_voucher_had_paid_alone_is_not_sent()
    {
        var refund = Refund.Request(PurchaseId.New(Now), OrderId.New(Now), "sandbox", "pay_1", Rupiah.Zero, "declined", Now, Hemat, new Rupiah(5_000));
        (refund.State, refund.Rest).ShouldBe((RefundState.Succeeded, Rupiah.Zero));
        Should.Throw<RuleBroken>(() => Refund.Request(PurchaseId.New(Now), null, "sandbox", "pay_1", Rupiah.Zero, "x", Now)).Code.ShouldBe("refund.amount");
    }

    [Fact]
    public void However_it_is_cut_buyer_and_fund_get_what_they_had_paid() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => new Walk(new Random(seed)).EndsSound()).QuickCheckThrowOnFailure();

    static Dictionary<OrderId, PaidBack> Back(Order order, long cash, long voucher) => new() { [order.Id] = new PaidBack(new Rupiah(cash), new Rupiah(voucher)) };

    static (Refund Refund, RefundDecision Decision) Decide(Order order, long goods, long shipping, int courier, PaidBack before, params RefundDecision[] decisions)
    {
        var soFar = new TakenBack([], decisions) { Refunds = new Dictionary<OrderId, PaidBack> { [order.Id] = before } };
        var plan = new RefundPlan(
            new Dictionary<OrderLineId, Rupiah> { [order.Lines[0].Id] = new(goods) },
            new Rupiah(shipping),
            new Dictionary<RefundBearer, int> { [RefundBearer.Seller] = 100 - courier, [RefundBearer.Courier] = courier });
        var voucher = soFar.VoucherPart(order, plan.Amount);
        var refund = Refund.Request(order.PurchaseId, order.Id, "sandbox", "pay_1", plan.Amount - voucher, "refund_decided", Now, order.VoucherId, voucher);
        return (refund, RefundDecision.Make(order, refund, plan, soFar, "2026-10", RemittedTaxes.None, Orders.Staff, "Barang cacat", Now));
    }

    static List<(string Rule, int Account, string Key, long Amount)> Lines(params Journal[] journals) =>
        [.. journals.SelectMany(j => j.Entries.Select(e => (j.Rule, e.Account, e.AccountKey, e.Amount.Amount)))];

    static string Key(Order order) => order.Id.Value.ToString();

    static string Key(Refund refund) => refund.Id.Value.ToString();

    static Order Brought(OrderState to, long shipping, long cost, long price, long ofShop, long ofCooperative)
    {
        var line = new OrderLineDraft(ProductId.New(Now), VariantId.New(Now), "Keripik", "", "keripik", null, new Rupiah(price), 1, 200, Warranty.None, "")
        {
            Discount = new LineDiscount(new Rupiah(ofShop), new Rupiah(ofCooperative)),
        };
        var draft = Orders.Draft(ShipmentKind.Courier, "KMJ-20261005-ABCDEF") with
        {
            Lines = [line],
            Shipping = new ShippingChoice(ShipmentKind.Courier, "jne", "JNE REG", new Rupiah(shipping), 1, 3),
            VoucherId = Hemat,
            VoucherCode = "HEMAT30",
        };
        var destination = new Destination("Siti", "081234567890", "Jl. Mawar", "35.78.10.1001", "", "60136", "");
        var order = Purchase.Place("BLJ-20261005-ABCDEF", Orders.BuyerId, "token", destination, [draft], TimeSpan.FromHours(24), Now).Orders[0];
        order.BearProviderCost(new Rupiah(cost));
        order.Pay(new FeeTerms(new BasisPoints(500), "1", new BasisPoints(1_100), Rounding.HalfUp), Terms, Now);
        order.Accept(Orders.Seller, Terms, Now);
        order.Ship(Orders.Seller, Terms, Now);
        if (to == OrderState.Completed)
        {
            order.ConfirmReceived(Orders.Buyer, Terms, Now);
        }
        else
        {
            order.ProveDelivery(Orders.Seller, "Pak Budi", "bukti", Terms, Now);
        }

        order.State.ShouldBe(to);
        return order;
    }

    /// <summary>One order through random refunds, before its release or after, until the buyer has everything back.</summary>
    sealed class Walk
    {
        readonly Random random;
        readonly Order order;
        readonly List<RefundDecision> decisions = [];
        readonly Dictionary<int, long> books = [];
        PaidBack back;
        bool sound = true;

        public Walk(Random random)
        {
            this.random = random;
            var price = random.NextInt64(1, 200_000);
            var cooperative = random.NextInt64(0, price + 1);
            order = Brought(random.Next(2) == 0 ? OrderState.Delivered : OrderState.Completed, random.Next(0, 20_000), random.Next(0, 3_000), price, random.NextInt64(0, price - cooperative + 1), cooperative);
        }

        public bool EndsSound()
        {
            for (var left = order.Left; left.IsPositive; left = order.Left)
            {
                var all = random.Next(6) == 0;
                var goods = all ? order.LeftGoods.Amount : random.NextInt64(0, order.LeftGoods.Amount + 1);
                var shipping = all ? order.LeftShipping.Amount : random.NextInt64(0, order.LeftShipping.Amount + 1);
                if (goods + shipping > 0)
                {
                    Refund(goods, shipping);
                }
            }

            return sound && back == new PaidBack(order.Total, order.CooperativeDiscount) && books.GetValueOrDefault(2090) == -order.Total.Amount && books.GetValueOrDefault(2075) == -order.CooperativeDiscount.Amount;
        }

        void Refund(long goods, long shipping)
        {
            var (refund, decision) = Decide(order, goods, shipping, random.Next(3) * 50, back, [.. decisions]);
            decisions.Add(decision);
            back = new PaidBack(back.Cash + refund.Amount, back.Voucher + refund.Voucher);
            foreach (var entry in PostingRules.RefundDecided(refund, decision, Now).SelectMany(j => j.Entries))
            {
                books[entry.Account] = books.GetValueOrDefault(entry.Account) + entry.Amount.Amount;
            }

            var target = Allocation.Allocate(back.Cash + back.Voucher, [order.Total.Amount, order.CooperativeDiscount.Amount], order.Sequence)[0];
            sound = sound && !refund.Amount.IsNegative && !refund.Voucher.IsNegative && back.Cash == target && back.Cash <= order.Total && back.Voucher <= order.CooperativeDiscount;
        }
    }
}
