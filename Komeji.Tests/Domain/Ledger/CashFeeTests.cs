using FsCheck;
using FsCheck.Fluent;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
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
