using FsCheck;
using FsCheck.Fluent;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Shipping;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain.Ledger;

/// <summary>P18: the worked cases of docs/domain/ledger.md by hand, and what must hold however a fee is cut.</summary>
public sealed class CashFeeTests
{
    static readonly DateTimeOffset Now = Orders.Monday;

    [Fact]
    public void P18_owes_fee_and_PPN_of_an_order_paid_in_cash()
    {
        var fee = Fee(100_000, 500, 1_100);
        (fee.Fee, fee.Vat, fee.Owed).ShouldBe((new Rupiah(5_000), new Rupiah(550), new Rupiah(5_550)));
        Lines(PostingRules.CashFeeDue(fee, "KMJ-20261005-AAAAA0", PurchaseId.New(Now), Now))
            .ShouldBe([(1210, fee.StoreId.Value.ToString(), 5_550), (2110, fee.OrderId.Value.ToString(), -5_000), (2081, "2026-10", -550)]);
    }

    [Fact]
    public void P18_shares_what_is_collected_and_no_more()
    {
        var fee = Fee(100_000, 500, 1_100);
        var (store, order) = (fee.StoreId.Value.ToString(), fee.OrderId.Value.ToString());
        var first = fee.Collect(new Rupiah(5_283), Now);
        first.ShouldBe(new Rupiah(4_759));
        Lines(PostingRules.CashFeeCollected(fee, new Rupiah(5_283), first, Now))
            .ShouldBe([(2030, store, 5_283), (1210, store, -5_283), (2110, order, 4_759), (2100, "2026-10", -4_759)]);
        fee.State.ShouldBe(CashFeeState.Due);
        fee.Collect(new Rupiah(267), Now).ShouldBe(new Rupiah(241));
        (fee.State, fee.PaidAt).ShouldBe((CashFeeState.Paid, Now));
    }

    /// <summary>Of two orders that owe 5,550 each a shop pays 8,550 by transfer; the 2,550 left are written off, 252 of them PPN that the State gets all the same.</summary>
    [Fact]
    public void P18_and_P16_end_what_no_balance_pays()
    {
        var (first, second) = (Fee(100_000, 500, 1_100), Fee(100_000, 500, 1_100));
        var store = first.StoreId.Value.ToString();
        var payment = ShopPayment.Record(first.StoreId, ShopDebt.CashFees, new Rupiah(11_100), new ClaimMoney(new Rupiah(8_550), 1021, " trf-77 ", new DateOnly(2026, 10, 4)), new UserId(Guid.Empty), Now);
        var paid = PostingRules.CashFeesPaid(payment, [(first.OrderId, first.Pay(new Rupiah(5_550), Orders.Staff, Now)), (second.OrderId, second.Pay(new Rupiah(3_000), Orders.Staff, Now))], Now);
        (paid.Key, paid.Rule).ShouldBe(("shop-paid:1021:TRF-77", "P18"));
        Lines(paid).ShouldBe([(1021, "", 8_550), (1210, store, -8_550), (2110, first.OrderId.Value.ToString(), 5_000), (2110, second.OrderId.Value.ToString(), 2_702), (2100, "2026-10", -7_702)]);
        (first.State, second.State, second.Transferred, second.Collections).ShouldBe((CashFeeState.Paid, CashFeeState.Due, new Rupiah(3_000), 0));

        var left = second.WriteOff(Orders.Staff, "Toko tutup", Now);
        left.ShouldBe((new Rupiah(2_298), new Rupiah(252)));
        var gone = PostingRules.CashFeeWrittenOff(second, left, Now);
        (gone.Key, gone.Rule).ShouldBe(($"cash-written-off:{second.OrderId.Value}", "P16"));
        Lines(gone).ShouldBe([(2110, second.OrderId.Value.ToString(), 2_298), (5030, "", 252), (1210, second.StoreId.Value.ToString(), -2_550)]);
        (second.State, second.Open).ShouldBe((CashFeeState.WrittenOff, Rupiah.Zero));
        Should.Throw<InvalidOperationException>(() => first.WriteOff(Orders.Staff, "Toko tutup", Now));
    }

    [Fact]
    public void P16_ends_a_balance_below_zero()
    {
        var (store, decision) = (StoreId.New(Now), MoneyApprovalId.New(Now));
        var payment = ShopPayment.Record(store, ShopDebt.Balance, new Rupiah(20_000), new ClaimMoney(new Rupiah(12_000), 1021, "TRF-78", new DateOnly(2026, 10, 4)), new UserId(Guid.Empty), Now);
        Lines(PostingRules.ShopDebtPaid(payment, Now)).ShouldBe([(1021, "", 12_000), (2030, store.Value.ToString(), -12_000)]);
        var gone = PostingRules.ShopDebtWrittenOff(decision, store, new Rupiah(8_000), Now);
        gone.Key.ShouldBe($"shop-debt-written-off:{decision.Value}");
        Lines(gone).ShouldBe([(5030, "", 8_000), (2030, store.Value.ToString(), -8_000)]);
        Should.Throw<RuleBroken>(() => ShopPayment.Record(store, ShopDebt.Balance, new Rupiah(100), new ClaimMoney(new Rupiah(101), 1021, "TRF-79", new DateOnly(2026, 10, 4)), new UserId(Guid.Empty), Now)).Code.ShouldBe("claim.amount");
    }

    [Fact]
    public void A_rupiah_that_is_all_PPN_shares_nothing()
    {
        var fee = Fee(1_000, 500, 1_100);
        (fee.Fee, fee.Vat).ShouldBe((new Rupiah(50), new Rupiah(6)));
        fee.Collect(new Rupiah(1), Now).ShouldBe(Rupiah.Zero);
        Lines(PostingRules.CashFeeCollected(fee, new Rupiah(1), Rupiah.Zero, Now)).Count.ShouldBe(2);
        fee.Collect(new Rupiah(55), Now).ShouldBe(new Rupiah(50));
    }

    [Fact]
    public void Each_part_has_a_key_of_its_own()
    {
        var fee = Fee(100_000, 500, 1_100);
        string[] keys =
        [
            PostingRules.CashFeeCollected(fee, new Rupiah(10), fee.Collect(new Rupiah(10), Now), Now).Key,
            PostingRules.CashFeeCollected(fee, new Rupiah(10), fee.Collect(new Rupiah(10), Now), Now).Key,
        ];
        keys.ShouldBeUnique();
    }

    [Fact]
    public void Never_takes_more_than_is_owed()
    {
        var fee = Fee(100_000, 500, 0);
        Should.Throw<ArgumentOutOfRangeException>(() => fee.Collect(new Rupiah(5_001), Now));
        Should.Throw<ArgumentOutOfRangeException>(() => fee.Collect(Rupiah.Zero, Now));
        fee.Collect(new Rupiah(5_000), Now).ShouldBe(new Rupiah(5_000));
        Should.Throw<ArgumentOutOfRangeException>(() => fee.Collect(new Rupiah(1), Now));
    }

    /// <summary>However it is cut, the parts of the fee are never negative, never more than the amount, and together the fee.</summary>
    [Fact]
    public void The_cut_changes_nothing() =>
        Prop.ForAll(
            (from goods in Gen.Choose(20_000, 2_000_000_000)
             from rate in Gen.Choose(1, 3_000)
             from vat in Gen.Choose(0, 2_000)
             from cuts in Gen.ListOf(Gen.Choose(1, 100))
             select (goods, rate, vat, cuts)).ToArbitrary(),
            c =>
            {
                var fee = Fee(c.goods, c.rate, c.vat);
                var parts = new List<(Rupiah Amount, Rupiah OfFee)>();
                foreach (var cut in c.cuts.Append(100).TakeWhile(_ => fee.Open.IsPositive))
                {
                    var amount = Rupiah.Max(new Rupiah(1), new Rupiah(fee.Open.Amount * cut / 100));
                    parts.Add((amount, fee.Collect(amount, Now)));
                }

                return fee.State == CashFeeState.Paid
                    && parts.TrueForAll(p => !p.OfFee.IsNegative && p.OfFee <= p.Amount)
                    && Rupiah.Sum(parts.Select(p => p.OfFee)) == fee.Fee
                    && Rupiah.Sum(parts.Select(p => p.Amount)) == fee.Owed;
            }).QuickCheckThrowOnFailure();

    /// <summary>Of an order just complete; the fee of a rupiah or more.</summary>
    static CashFee Fee(long goods, int rate, int vat)
    {
        var draft = Orders.Draft(ShipmentKind.Pickup, "KMJ-20261005-AAAAA0");
        var order = Purchase.Place(
            "BLJ-20261005-AAAAAA", Orders.BuyerId, new string('a', 64), new Destination("Siti Aminah", "+6281234567890", "", "", "", "", ""),
            [draft with { InCash = true, Lines = [draft.Lines[0] with { UnitPrice = new Rupiah(goods), Quantity = 1 }] }], TimeSpan.FromHours(24), Now).Orders[0];
        order.Pay(Orders.Fees with { FeeRate = new BasisPoints(rate), VatRate = new BasisPoints(vat) }, Orders.Terms(), Now);
        return CashFee.Of(order, Now);
    }

    static List<(int Account, string Key, long Amount)> Lines(Journal journal) => [.. journal.Entries.Select(e => (e.Account, e.AccountKey, e.Amount.Amount))];
}
