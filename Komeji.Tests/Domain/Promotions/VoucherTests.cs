using FsCheck;
using FsCheck.Fluent;
using Komeji.Domain.Common;
using Komeji.Domain.Promotions;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain.Promotions;

public sealed class VoucherTests
{
    static readonly DateTimeOffset Now = Orders.Monday;
    static readonly DateOnly Today = Wib.DayOf(Now);
    static readonly StoreId Shop = StoreId.New(Now);
    static readonly BasisPoints Half = new(5_000);
    static readonly Actor Maker = Actor.Staff(new Guid(7, 0, 0, new byte[8]), "operator");
    static readonly Actor Checker = Actor.Staff(new Guid(8, 0, 0, new byte[8]), "keuangan");
    static readonly VoucherTerms Ten = new("HEMAT10", "Potongan panen", Rupiah.Zero, new BasisPoints(1_000), new Rupiah(20_000), new Rupiah(50_000), Today, Today.AddDays(30), 100, 1);
    static readonly VoucherTerms Amount = Ten with { Amount = new Rupiah(15_000), Percent = BasisPoints.Zero, Cap = Rupiah.Zero };

    [Fact]
    public void Vouchers_move_as_docs_draw_them() => StateDiagram.ShouldMatch<VoucherState>("vouchers.md", "Voucher", VoucherMoves.From);

    [Fact]
    public void Uses_move_as_docs_draw_them() => StateDiagram.ShouldMatch<VoucherUseState>("vouchers.md", "Use", VoucherUseMoves.From);

    [Theory]
    [InlineData(49_999, 0)]
    [InlineData(50_000, 5_000)]
    [InlineData(50_019, 5_001)]
    [InlineData(200_000, 20_000)]
    [InlineData(900_000, 20_000)]
    public void A_part_of_the_goods_is_rounded_down_and_capped(long goods, long off) =>
        Voucher.MadeByShop(Ten, Shop, "Panen raya", Orders.Seller, Now).Off(new Rupiah(goods)).ShouldBe(new Rupiah(off));

    [Fact]
    public void What_cannot_be_kept_is_refused()
    {
        Refused(Ten with { Code = "AB" }).ShouldBe("voucher.code");
        Refused(Ten with { Code = "HEMAT\u0130" }).ShouldBe("voucher.code");
        Refused(Ten with { Title = " x " }).ShouldBe("voucher.title");
        Refused(Ten with { Amount = new Rupiah(1) }).ShouldBe("voucher.value");
        Refused(Ten with { Cap = Rupiah.Zero }).ShouldBe("voucher.value");
        Refused(Ten with { Percent = new BasisPoints(10_001) }).ShouldBe("voucher.value");
        Refused(Amount with { Amount = Rupiah.Zero }).ShouldBe("voucher.value");
        Refused(Amount with { MinimumPurchase = new Rupiah(14_999) }).ShouldBe("voucher.minimum");
        Refused(Ten with { Until = Today.AddDays(-1), From = Today.AddDays(-2) }).ShouldBe("voucher.period");
        Refused(Ten with { From = Today.AddDays(31) }).ShouldBe("voucher.period");
        Refused(Ten with { Until = Today.AddDays(366) }).ShouldBe("voucher.period");
        Refused(Ten with { Quota = 0 }).ShouldBe("voucher.quota");
        Refused(Ten with { PerBuyer = 101 }).ShouldBe("voucher.quota");
        Voucher.MadeByShop(Ten with { Code = " he-mat.10 " }, Shop, "Panen raya", Orders.Seller, Now).Code.ShouldBe("HEMAT10");
    }

    [Fact]
    public void The_cooperatives_part_needs_a_fund_a_shop_that_agrees_and_a_second_officer()
    {
        Refused(() => Make(Ten, Half, null, 100_000)).ShouldBe("voucher.shop");
        Refused(() => Make(Ten, new BasisPoints(10_000), Shop, 100_000)).ShouldBe("voucher.shop");
        Refused(() => Make(Ten, BasisPoints.Zero, null, 19_999)).ShouldBe("voucher.budget");
        Refused(() => Make(Ten with { Percent = new BasisPoints(5_001) }, BasisPoints.Zero, null, 100_000)).ShouldBe("voucher.too_generous");
        Refused(() => Make(Amount with { MinimumPurchase = new Rupiah(29_999) }, BasisPoints.Zero, null, 100_000)).ShouldBe("voucher.too_generous");

        var voucher = Make(Ten, Half, Shop, 100_000);
        (voucher.State, voucher.IsOpen(Now)).ShouldBe((VoucherState.Draft, false));
        Refused(() => voucher.Activate(Maker, Now)).ShouldBe("voucher.same_officer");
        Refused(() => voucher.Activate(Checker, Now)).ShouldBe("voucher.shop_silent");
        voucher.Agree(Orders.Seller, Now);
        Refused(() => voucher.Agree(Orders.Seller, Now)).ShouldBe("voucher.not_asked");
        voucher.Activate(Checker, Now);
        (voucher.State, voucher.Funded, voucher.IsOpen(Now), voucher.IsOpen(voucher.EndsAt)).ShouldBe((VoucherState.Active, new Rupiah(100_000), true, false));
        Refused(() => voucher.Drop(Checker, "Salah", Now)).ShouldBe("voucher.illegal_move");
        Refused(() => voucher.ReturnFund(new Rupiah(1), "TRX", Checker, Now)).ShouldBe("voucher.still_open");
        voucher.Stop(Maker, "Dana dialihkan", Now);
        Refused(() => voucher.ReturnFund(Rupiah.Zero, "TRX", Checker, Now)).ShouldBe("voucher.nothing_left");
        voucher.ReturnFund(new Rupiah(40_000), "TRX", Checker, Now);
        (voucher.State, voucher.Funded).ShouldBe((VoucherState.Stopped, new Rupiah(60_000)));

        var declined = Make(Ten, Half, Shop, 100_000);
        declined.Decline(Orders.Seller, "Margin kami tipis", Now);
        Refused(() => declined.Activate(Checker, Now)).ShouldBe("voucher.shop_silent");
        declined.State.ShouldBe(VoucherState.Dropped);
    }

    /// <summary>The last day is over at midnight in WIB, 17.00 UTC.</summary>
    [Fact]
    public void It_counts_from_the_first_moment_of_its_first_day_to_the_last_of_its_last()
    {
        var voucher = Voucher.MadeByShop(Ten with { From = Today.AddDays(1), Until = Today.AddDays(1) }, Shop, "Panen raya", Orders.Seller, Now);
        var begins = new DateTimeOffset(2026, 10, 5, 17, 0, 0, TimeSpan.Zero);
        (voucher.IsOpen(begins.AddTicks(-1)), voucher.IsOpen(begins), voucher.IsOpen(begins.AddDays(1).AddTicks(-1)), voucher.IsOpen(begins.AddDays(1))).ShouldBe((false, true, true, false));
        Refused(() => voucher.Expire(begins)).ShouldBe("voucher.not_due");
        voucher.Expire(begins.AddDays(1));
        voucher.State.ShouldBe(VoucherState.Expired);
    }

    /// <summary>
    /// 10,000 off orders of 30,000 and 70,000: 3,000 and 7,000. Of these the shop pays 40 %: 1,200 and 2,800. Over the lines of the
    /// second, 20,000 and 50,000: 800 and 2,000; the cooperative's 4,200 by what remains, 19,200 and 48,000: 1,200 and 3,000.
    /// </summary>
    [Fact]
    public void A_discount_is_split_over_orders_payers_and_lines()
    {
        IReadOnlyList<IReadOnlyList<Rupiah>> orders = [[new Rupiah(30_000)], [new Rupiah(20_000), new Rupiah(50_000)]];
        var parts = VoucherSplit.Over(orders, new Rupiah(10_000), new BasisPoints(4_000));
        parts.SelectMany(p => p).Select(l => (l.OfShop.Amount, l.OfCooperative.Amount)).ShouldBe([(1_200L, 1_800L), (800L, 1_200L), (2_000L, 3_000L)]);
    }

    [Fact]
    public void Every_split_sums_to_the_discount_and_takes_no_line_below_nothing_and_no_order_to_nothing() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => Splits(new Random(seed))).QuickCheckThrowOnFailure();

    static bool Splits(Random random)
    {
        IReadOnlyList<IReadOnlyList<Rupiah>> orders =
            [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => (IReadOnlyList<Rupiah>)[.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new Rupiah(random.Next(1, 500)))])];
        var discount = random.NextInt64(0, VoucherSplit.Most(orders).Amount + 1);
        var parts = VoucherSplit.Over(orders, new Rupiah(discount), new BasisPoints(random.Next(0, 10_001)));
        return parts.Sum(p => p.Sum(l => l.Amount.Amount)) == discount
            && orders.Zip(parts).All(o => o.First.Count == o.Second.Count && o.Second.Sum(l => l.Amount.Amount) < o.First.Sum(l => l.Amount)
                && o.First.Zip(o.Second).All(l => l.Second.OfShop.Amount >= 0 && l.Second.OfCooperative.Amount >= 0 && l.Second.Amount <= l.First));
    }

    static Voucher Make(VoucherTerms terms, BasisPoints ofShop, StoreId? store, long budget) =>
        Voucher.MadeByCooperative(terms, ofShop, store, new Rupiah(budget), Half, "Hari koperasi", Maker, Now);

    static string Refused(VoucherTerms terms) => Refused(() => Voucher.MadeByShop(terms, Shop, "Panen raya", Orders.Seller, Now));

    static string Refused(Action act) => Should.Throw<RuleBroken>(act).Code;
}
