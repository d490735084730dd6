using FsCheck;
using FsCheck.Fluent;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Payouts;
using Komeji.Domain.Reconciliation;
using Komeji.Domain.Shipping;
using Komeji.Domain.Taxes;

namespace Komeji.Tests.Domain.Ledger;

/// <summary>The worked cases of docs/domain/ledger.md, by hand, and what must hold for any numbers.</summary>
public sealed class PostingRulesTests
{
    static readonly DateTimeOffset Now = new(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void P1_holds_each_order_of_a_paid_purchase()
    {
        var (a, b) = (OrderId.New(Now), OrderId.New(Now));
        Lines(PostingRules.PurchasePaid("sandbox", "pay_1", PurchaseId.New(Now), [(a, new Rupiah(33_500)), (b, new Rupiah(108_000))], Now, Now))
            .ShouldBe([(1010, "sandbox", 141_500), (2010, a.Value.ToString(), -33_500), (2010, b.Value.ToString(), -108_000)]);
    }

    [Fact]
    public void P2_books_what_the_provider_keeps() =>
        Lines(PostingRules.ProviderCostKnown("sandbox", "bt_1", PurchaseId.New(Now), new Rupiah(990), Now, Now)).ShouldBe([(5010, "", 990), (1010, "sandbox", -990)]);

    [Fact]
    public void P3_moves_a_settlement_and_a_sweep()
    {
        Lines(PostingRules.ProviderSettled("sandbox", "stl_1", new Rupiah(140_510), Now, Now)).ShouldBe([(1020, "", 140_510), (1010, "sandbox", -140_510)]);
        Lines(PostingRules.ProviderSettlementReturned("sandbox", "stl_1", new Rupiah(140_510), Now, Now)).ShouldBe([(1010, "sandbox", 140_510), (1020, "", -140_510)]);
        Lines(PostingRules.SweptToCooperative("sw_1", new Rupiah(1_000), Now, Now)).ShouldBe([(1021, "", 1_000), (1020, "", -1_000)]);
    }

    [Theory]
    // G, S, fee bps, PPN bps, provider cost; then: seller, pool, cost recovered, PPN. Worked by hand in docs/domain/ledger.md.
    [InlineData(25_500, 8_000, 500, 1_100, 234, 32_085, 1_041, 234, 140)]
    [InlineData(100_000, 8_000, 500, 0, 756, 103_000, 4_244, 756, 0)]
    [InlineData(1_000, 20_000, 500, 0, 147, 20_950, 0, 50, 0)]
    [InlineData(199, 0, 500, 1_100, 1, 189, 8, 1, 1)]
    [InlineData(50_000, 0, 0, 1_100, 350, 50_000, 0, 0, 0)]
    public void P5_releases_to_seller_pool_cost_and_tax(long goods, long shipping, int fee, int vat, long cost, long seller, long pool, long recovered, long ppn)
    {
        var order = Paid(goods, shipping, fee, vat, cost);
        var lines = Lines(PostingRules.Released(order, Now, Now)).ToDictionary(l => l.Account, l => l.Amount);
        lines[2010].ShouldBe(goods + shipping);
        lines[2030].ShouldBe(-seller);
        lines.GetValueOrDefault(2100).ShouldBe(-pool);
        lines.GetValueOrDefault(5010).ShouldBe(-recovered);
        lines.GetValueOrDefault(2081).ShouldBe(-ppn);
    }

    [Fact]
    public void P5_counts_in_the_month_of_Jakarta_it_is_released_in()
    {
        var order = Paid(25_500, 8_000, 500, 1_100, 234);
        var lastSecond = new DateTimeOffset(2026, 10, 31, 16, 59, 59, TimeSpan.Zero);
        PostingRules.Released(order, Now, lastSecond).Period.ShouldBe("2026-10");
        PostingRules.Released(order, Now, lastSecond.AddSeconds(1)).Entries.Single(e => e.Account == 2100).AccountKey.ShouldBe("2026-11");
    }

    [Fact]
    public void P6_owes_a_cancelled_order_to_the_buyer_and_P9_pays_it_and_takes_it_back()
    {
        var order = OrderId.New(Now);
        var refund = Refund.Request(PurchaseId.New(Now), order, "sandbox", "pay_1", new Rupiah(108_000), "declined_by_seller", Now);
        var key = refund.Id.Value.ToString();
        Lines(PostingRules.RefundedBeforeRelease(refund, order, Now, Now)).ShouldBe([(2010, order.Value.ToString(), 108_000), (2090, key, -108_000)]);
        Lines(PostingRules.RefundSent(refund, Now, Now)).ShouldBe([(2090, key, 108_000), (1010, "sandbox", -108_000)]);
        Lines(PostingRules.RefundFailed(refund, "evt_1", Now, Now)).ShouldBe([(1010, "sandbox", 108_000), (2090, key, -108_000)]);
        Lines(PostingRules.RefundedByTransfer(refund, "trf_1", Now, Now)).ShouldBe([(2090, key, 108_000), (1020, "", -108_000)]);
    }

    [Fact]
    public void P9_settles_a_refund_found_at_the_provider_under_its_id_there()
    {
        var refund = Refund.Request(PurchaseId.New(Now), null, "midtrans", "trx_1", new Rupiah(33_500), "declined_by_seller", Now);
        refund.Send(TimeSpan.FromMinutes(5), Now);
        refund.Obstruct("sudah dikembalikan", TimeSpan.FromMinutes(5), Now);
        refund.FoundAtProvider(Actor.Staff(new Guid(3, 0, 0, new byte[8]), "keuangan"), "re_1", "Dicatat di meja Midtrans", Now);
        var found = PostingRules.RefundFoundAtProvider(refund, Now);
        (found.Key, found.Rule).ShouldBe(("refund-found:re_1", "P9"));
        Lines(found).ShouldBe([(2090, refund.Id.Value.ToString(), 33_500), (1010, "midtrans", -33_500)]);
    }

    [Fact]
    public void P11_takes_a_payout_out_of_the_balance_and_out_of_the_bank_or_back()
    {
        var payout = Payout.Request("CAIR-1", StoreId.New(Now), new Rupiah(103_000), new PayoutAccount("BCA", "******7890", "segel", "sidik", "Sri Wahyuni"), null, Actor.System, Now);
        var (store, key, attempt) = (payout.StoreId.Value.ToString(), payout.Id.Value.ToString(), PayoutAttemptId.New(Now));
        Lines(PostingRules.PayoutAsked(payout, Now)).ShouldBe([(2030, store, 103_000), (2040, key, -103_000)]);
        Lines(PostingRules.PayoutSent(payout, Now)).ShouldBe([(2040, key, 103_000), (1020, "", -103_000)]);
        Lines(PostingRules.PayoutCharged(payout, attempt, new Rupiah(2_500), Now)).ShouldBe([(5050, "", 2_500), (1020, "", -2_500)]);
        Lines(PostingRules.PayoutReturned(payout, Now)).ShouldBe([(1020, "", 103_000), (2040, key, -103_000)]);
        Lines(PostingRules.PayoutGivenBack(payout, Now)).ShouldBe([(2040, key, 103_000), (2030, store, -103_000)]);
        Lines(PostingRules.ExtraPayoutOwed(payout, attempt, Now)).ShouldBe([(2030, store, 103_000), (1020, "", -103_000)]);
        Lines(PostingRules.ExtraPayoutReturned(payout, attempt, Now)).ShouldBe([(1020, "", 103_000), (2030, store, -103_000)]);
        new[]
        {
            PostingRules.PayoutAsked(payout, Now), PostingRules.PayoutSent(payout, Now), PostingRules.PayoutCharged(payout, attempt, new Rupiah(2_500), Now),
            PostingRules.PayoutReturned(payout, Now), PostingRules.PayoutGivenBack(payout, Now),
        }.Select(j => j.Key).ShouldBe([$"payout-asked:{key}", $"payout-sent:{key}:CAIR-1", $"payout-charge:{attempt.Value}:CAIR-1", $"payout-returned:{key}:CAIR-1", $"payout-back:{key}"]);
    }

    [Fact]
    public void P12_follows_disputed_money_out_and_back_or_to_the_buyer()
    {
        var dispute = Dispute.Open("stripe", "dp_1", "pi_1", PurchaseId.New(Now), new Rupiah(141_500), "fraudulent", Now);
        var key = dispute.Id.Value.ToString();
        Lines(PostingRules.DisputeWithdrawn(dispute, new Rupiah(141_500), new Rupiah(240_000), Now, Now)).ShouldBe([(1200, key, 141_500), (5040, "", 240_000), (1010, "stripe", -381_500)]);
        Lines(PostingRules.DisputeReturned(dispute, new Rupiah(141_500), Rupiah.Zero, Rupiah.Zero, Now, Now)).ShouldBe([(1010, "stripe", 141_500), (1200, key, -141_500)]);

        Lines(PostingRules.DisputeReturned(dispute, new Rupiah(141_500), new Rupiah(33_500), new Rupiah(-100_000), Now, Now))
            .ShouldBe([(1010, "stripe", 241_500), (5040, "", -100_000), (1200, key, -108_000), (2091, "dp_1", -33_500)]);
        Lines(PostingRules.DisputeBorne(dispute, new Rupiah(20_000), "decided", Now)).ShouldBe([(5030, "", 20_000), (1200, key, -20_000)]);

        var refund = Refund.Request(dispute.PurchaseId, OrderId.New(Now), "stripe", "pi_1", new Rupiah(33_500), "seller_declined", Now);
        Lines(PostingRules.RefundedByDispute(refund, dispute, refund.Amount, Now)).ShouldBe([(2090, refund.Id.Value.ToString(), 33_500), (1200, key, -33_500)]);
        Lines(PostingRules.DisputeUnborne(refund, dispute, new Rupiah(20_000), Now)).ShouldBe([(1200, key, 20_000), (5030, "", -20_000)]);
        Lines(PostingRules.DisputeBackToBuyer(refund, dispute, Now)).ShouldBe([(2091, "dp_1", 33_500), (2090, refund.Id.Value.ToString(), -33_500)]);
        Lines(PostingRules.DisputeRecovered(dispute, new Rupiah(20_000), Now)).ShouldBe([(2091, "dp_1", 20_000), (5030, "", -20_000)]);
        dispute.Withdraw(new Rupiah(141_500));
        dispute.Settle(refund.Amount);
        dispute.Unsettled.ShouldBe(new Rupiah(108_000));
        Should.Throw<InvalidOperationException>(() => dispute.Settle(new Rupiah(108_001)));
    }

    /// <summary>Disputed part; then goods of it, f', t', n', and what is held of the shop. Worked by hand in docs/domain/ledger.md.</summary>
    [Theory]
    [InlineData(33_500, 25_500, 1_275, 140, 1_041, 32_085)]
    [InlineData(10_050, 7_650, 382, 42, 312, 9_626)]
    [InlineData(20_000, 15_224, 761, 83, 621, 19_156)]
    [InlineData(1, 1, 0, 0, 0, 1)]
    public void P12_takes_back_of_a_completed_order_what_each_had_got(long disputed, long goods, long fee, long vat, long net, long held)
    {
        var order = Paid(25_500, 8_000, 500, 1_100, 234);
        var dispute = Dispute.Open("stripe", "dp_1", "pi_1", order.PurchaseId, new Rupiah(disputed), "fraudulent", Now);
        var claim = dispute.Claim(order, new Rupiah(disputed), TakenBack.Nothing, "2026-10");
        (claim.Goods.Amount, claim.Fee.Amount, claim.Vat.Amount, claim.NetFee.Amount, claim.Held.Amount).ShouldBe((goods, fee, vat, net, held));
        var (key, store) = (dispute.Id.Value.ToString(), order.StoreId.Value.ToString());
        Lines(PostingRules.DisputeHeld(dispute, claim, Now)).ShouldBe([(2030, store, held), (2035, key, -held)]);
        Lines(PostingRules.DisputeHoldReturned(dispute, claim, Now)).ShouldBe([(2035, key, held), (2030, store, -held)]);
        var november = new DateTimeOffset(2026, 11, 3, 2, 0, 0, TimeSpan.Zero);
        Lines(PostingRules.DisputeLost(dispute, claim, november)).ShouldBe(
            new[] { (2035, key, held), (2100, "2026-11", net), (5010, "", fee - net), (2081, "2026-10", vat), (1200, key, -disputed) }.Where(l => l.Item3 != 0));
        Lines(PostingRules.DisputeLossReturned(dispute, claim, november)).ShouldBe(
            new[] { (2091, "dp_1", disputed), (2030, store, -held), (2100, "2026-11", -net), (5010, "", net - fee), (2081, "2026-10", -vat) }.Where(l => l.Item3 != 0));
    }

    /// <summary>
    /// Of 25,500 with PPh 22 at 0.5 %: 127 (127.5), so the shop has 32,085 − 127 = 31,958. All of it is lost: where the State has the month's
    /// tax already it owes it back, each tax by itself, and takes it again when the money comes back.
    /// </summary>
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void P12_takes_tax_of_a_remitted_month_back_from_the_State(bool vat, bool incomeTax)
    {
        var order = Paid(25_500, 8_000, 500, 1_100, 234);
        order.FreezeIncomeTax(new Withholding(1, WithholdingStanding.Withheld, new BasisPoints(50), Rounding.Down));
        Lines(PostingRules.Released(order, Now, Now)).ShouldContain((2080, "2026-10", -127L));
        var dispute = Dispute.Open("stripe", "dp_1", "pi_1", order.PurchaseId, new Rupiah(33_500), "fraudulent", Now);
        dispute.Withdraw(new Rupiah(33_500));
        var claim = dispute.Claim(order, new Rupiah(33_500), TakenBack.Nothing, "2026-10");
        claim.Held.ShouldBe(new Rupiah(31_958));
        var remitted = new List<TaxMonth> { new(TaxKind.ServiceFeeVat, "2026-09"), new(TaxKind.MarketplaceIncomeTax, "2026-09") };
        if (vat)
        {
            remitted.Add(new TaxMonth(TaxKind.ServiceFeeVat, "2026-10"));
        }

        if (incomeTax)
        {
            remitted.Add(new TaxMonth(TaxKind.MarketplaceIncomeTax, "2026-10"));
        }

        dispute.BookLoss(new RemittedTaxes(remitted));

        var (key, december) = (dispute.Id.Value.ToString(), new DateTimeOffset(2026, 12, 3, 2, 0, 0, TimeSpan.Zero));
        var (vatAt, incomeTaxAt) = (vat ? (1220, "ppn:2026-10") : (2081, "2026-10"), incomeTax ? (1220, "pph22:2026-10") : (2080, "2026-10"));
        Lines(PostingRules.DisputeLost(dispute, claim, december)).ShouldBe(
            [(2035, key, 31_958), (2100, "2026-12", 1_041), (5010, "", 234), (vatAt.Item1, vatAt.Item2, 140), (incomeTaxAt.Item1, incomeTaxAt.Item2, 127), (1200, key, -33_500)]);
        Lines(PostingRules.DisputeLossReturned(dispute, claim, december)).ShouldBe(
            [(2091, "dp_1", 33_500), (2030, order.StoreId.Value.ToString(), -31_958), (2100, "2026-12", -1_041), (5010, "", -234), (vatAt.Item1, vatAt.Item2, -140), (incomeTaxAt.Item1, incomeTaxAt.Item2, -127)]);
    }

    /// <summary>Of a claim of 4,000 a courier pays 2,500; the 1,500 left two officers write off.</summary>
    [Fact]
    public void P16_books_what_came_in_of_a_claim_and_what_is_written_off()
    {
        var (claim, purchase) = (RefundId.New(Now), PurchaseId.New(Now));
        var key = claim.Value.ToString();
        var payment = ClaimPayment.Record(claim, new Rupiah(4_000), new ClaimMoney(new Rupiah(2_500), 1021, " trf-77 ", new DateOnly(2026, 10, 4)), new UserId(Guid.Empty), Now);
        var paid = PostingRules.ClaimPaid(payment, purchase, Now);
        (paid.Key, paid.Rule, paid.EventAt).ShouldBe(($"claim-paid:{key}:TRF-77", "P16", Wib.StartOf(new DateOnly(2026, 10, 4))));
        Lines(paid).ShouldBe([(1021, "", 2_500), (1030, key, -2_500)]);
        var gone = PostingRules.ClaimWrittenOff(claim, purchase, new Rupiah(1_500), Now);
        gone.Key.ShouldBe($"claim-written-off:{key}");
        Lines(gone).ShouldBe([(5030, "", 1_500), (1030, key, -1_500)]);
        var late = ClaimPayment.Record(claim, Rupiah.Zero, new ClaimMoney(new Rupiah(1_000), 1021, "TRF-79", new DateOnly(2026, 10, 4)), new UserId(Guid.Empty), Now, new Rupiah(1_500));
        Lines(PostingRules.ClaimPaid(late, purchase, Now)).ShouldBe([(1021, "", 1_000), (5030, "", -1_000)]);
        var both = ClaimPayment.Record(claim, new Rupiah(600), new ClaimMoney(new Rupiah(1_000), 1020, "TRF-80", new DateOnly(2026, 10, 4)), new UserId(Guid.Empty), Now, new Rupiah(1_500));
        Lines(PostingRules.ClaimPaid(both, purchase, Now)).ShouldBe([(1020, "", 1_000), (1030, key, -600), (5030, "", -400)]);
        foreach (var (money, code) in new[]
        {
            (new ClaimMoney(new Rupiah(4_001), 1021, "TRF-78", new DateOnly(2026, 10, 4)), "claim.amount"), (new ClaimMoney(Rupiah.Zero, 1021, "TRF-78", new DateOnly(2026, 10, 4)), "claim.amount"),
            (new ClaimMoney(new Rupiah(1), 1010, "TRF-78", new DateOnly(2026, 10, 4)), "claim.account"), (new ClaimMoney(new Rupiah(1), 1020, "a b", new DateOnly(2026, 10, 4)), "claim.reference"),
            (new ClaimMoney(new Rupiah(1), 1020, "TRF-78", new DateOnly(2026, 10, 6)), "claim.day"),
        })
        {
            Should.Throw<RuleBroken>(() => ClaimPayment.Record(claim, new Rupiah(4_000), money, new UserId(Guid.Empty), Now)).Code.ShouldBe(code);
        }
    }

    [Fact]
    public void P15_pays_the_tax_of_a_month_and_what_became_owed_again_under_another_number()
    {
        var (one, other) = (new UserId(Guid.CreateVersion7(Now)), new UserId(Guid.CreateVersion7(Now.AddDays(1))));
        Journal Remitted(TaxMonth month, long amount, int before)
        {
            var remittance = TaxRemittance.Prepare(month, new Rupiah(amount), before, one, "keuangan", "2026-11", Now.AddDays(40));
            remittance.Confirm("0123456789abcdef", new DateOnly(2026, 11, 10), new Rupiah(amount), other, "keuangan", Now.AddDays(40));
            return PostingRules.TaxRemitted(remittance, Now.AddDays(36), Now.AddDays(40));
        }

        var vat = Remitted(new TaxMonth(TaxKind.ServiceFeeVat, "2026-10"), 140, 0);
        (vat.Key, vat.Rule).ShouldBe(("remitted:ppn:2026-10:0123456789ABCDEF", "P15"));
        Lines(vat).ShouldBe([(2081, "2026-10", 140), (1021, "", -140)]);
        Lines(Remitted(new TaxMonth(TaxKind.MarketplaceIncomeTax, "2026-10"), 127, 0)).ShouldBe([(2080, "2026-10", 127), (1021, "", -127)]);
        Remitted(new TaxMonth(TaxKind.ServiceFeeVat, "2026-10"), 42, 1).Key.ShouldBe("remitted:ppn:2026-10:2:0123456789ABCDEF");
    }

    /// <summary>Stripe keeps 2.9 %: 971.50 of 33,500, of which 971 are booked. After the second, what it holds is a rupiah less than the books say.</summary>
    [Fact]
    public void P19_books_a_providers_rounding_both_ways_each_under_its_number()
    {
        Lines(PostingRules.ProviderRounding("stripe", 1, new Rupiah(1), Now)).ShouldBe([(5090, "", 1), (1010, "stripe", -1)]);
        Lines(PostingRules.ProviderRounding("stripe", 2, new Rupiah(-1), Now)).ShouldBe([(5090, "", -1), (1010, "stripe", 1)]);
        Lines(PostingRules.CostRounded("midtrans", "trx_1", new Rupiah(1), Now, Now)).ShouldBe([(5090, "", 1), (1010, "midtrans", -1)]);
        PostingRules.ProviderRounding("stripe", 1, new Rupiah(1), Now.AddDays(1)).Key.ShouldBe("rounding:stripe:1");
    }

    [Fact]
    public void P13_owes_late_money_back_and_P14_parks_wrong_money_under_the_same_key_as_P1()
    {
        var purchase = PurchaseId.New(Now);
        var refund = Refund.Request(purchase, null, "sandbox", "pay_2", new Rupiah(33_500), "surplus", Now);
        var surplus = PostingRules.SurplusReceived("sandbox", refund, Now, Now);
        Lines(surplus).ShouldBe([(1010, "sandbox", 33_500), (2090, refund.Id.Value.ToString(), -33_500)]);
        var wrong = PostingRules.WrongAmountReceived("sandbox", "pay_2", purchase, new Rupiah(33_000), Now, Now);
        Lines(wrong).ShouldBe([(1010, "sandbox", 33_000), (2091, "pay_2", -33_000)]);
        var back = Refund.Request(purchase, null, "sandbox", "pay_2", new Rupiah(33_000), "wrong_amount", Now);
        var returned = PostingRules.WrongAmountReturned(back, Now);
        (returned.Key, returned.Rule).ShouldBe(("wrong-returned:pay_2", "P14"));
        Lines(returned).ShouldBe([(2091, "pay_2", 33_000), (2090, back.Id.Value.ToString(), -33_000)]);
        new[] { surplus.Key, wrong.Key, PostingRules.PurchasePaid("sandbox", "pay_2", purchase, [(OrderId.New(Now), new Rupiah(1))], Now, Now).Key }.Distinct().ShouldBe(["paid:pay_2"]);
    }

    [Fact]
    public void Any_release_balances_and_no_part_is_negative() =>
        Prop.ForAll(
            (from goods in Gen.Choose(100, 2_000_000_000)
             from shipping in Gen.Choose(0, 10_000_000)
             from fee in Gen.Choose(0, 3_000)
             from vat in Gen.Choose(0, 2_000)
             from cost in Gen.Choose(0, 20_000_000)
             select (goods, shipping, fee, vat, cost)).ToArbitrary(),
            c =>
            {
                var lines = Lines(PostingRules.Released(Paid(c.goods, c.shipping, c.fee, c.vat, c.cost), Now, Now));
                return lines.Sum(l => l.Amount) == 0
                    && lines.Single(l => l.Account == 2010).Amount == (long)c.goods + c.shipping
                    && lines.Where(l => l.Account != 2010).All(l => l.Amount < 0);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_purchase_shares_the_cost_to_the_last_rupiah_and_nobody_bears_more_than_was_paid() =>
        Prop.ForAll(
            (from totals in Gen.ListOf(Gen.Choose(100, 100_000_000)).Where(t => t.Count > 0)
             from sequence in Gen.Choose(0, int.MaxValue)
             select (totals, sequence)).ToArbitrary(),
            c =>
            {
                var totals = c.totals.Select(t => (long)t).ToList();
                var cost = totals.Sum() * 70 / 10_000;
                var parts = Allocation.Allocate(new Rupiah(cost), totals, c.sequence);
                return parts.Sum(p => p.Amount) == cost && parts.Zip(totals).All(x => !x.First.IsNegative && x.First.Amount <= x.Second);
            }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(-10_000, BankOwn.Charge, 5070)]
    [InlineData(1_500, BankOwn.Interest, 4020)]
    [InlineData(-300, BankOwn.InterestTax, 4020)]
    public void P20_books_what_the_bank_itself_took_or_gave(long amount, BankOwn what, int account)
    {
        var line = BankLine.Of(BankStatementId.New(Now), 1020, new BankRow(2, new DateOnly(2026, 10, 5), "BANK", new Rupiah(amount), new Rupiah(1_000_000), ""), 1, Now);
        var booked = PostingRules.BankLineBooked(line, what, Now);
        Lines(booked).ShouldBe([(1020, "", amount), (account, "", -amount)], ignoreOrder: true);
        Lines(PostingRules.BankLineReversed(line.Id, booked, 1, Now)).ShouldBe([(1020, "", -amount), (account, "", amount)], ignoreOrder: true);
        var other = what == BankOwn.Interest ? BankOwn.Charge : BankOwn.Interest;
        Should.Throw<RuleBroken>(() => PostingRules.BankLineBooked(line, other, Now)).Code.ShouldBe("reconciliation.direction");
    }

    [Fact]
    public void Held_money_leaves_once()
    {
        var released = EscrowShare.Hold(OrderId.New(Now), new Rupiah(33_500), Now);
        released.Release(Now);
        Should.Throw<RuleBroken>(() => released.RefundAll("cancelled", Now)).Code.ShouldBe("escrow.illegal_move");
        Should.Throw<RuleBroken>(() => released.Release(Now)).Code.ShouldBe("escrow.illegal_move");
        var refunded = EscrowShare.Hold(OrderId.New(Now), new Rupiah(33_500), Now);
        refunded.RefundAll("cancelled", Now).ShouldBe(new Rupiah(33_500));
        Should.Throw<RuleBroken>(() => refunded.Release(Now)).Code.ShouldBe("escrow.illegal_move");
        (released.Remaining, refunded.Remaining).ShouldBe((Rupiah.Zero, Rupiah.Zero));
    }

    static Order Paid(long goods, long shipping, int fee, int vat, long cost)
    {
        var line = new OrderLineDraft(ProductId.New(Now), VariantId.New(Now), "Keripik", "", "keripik", null, new Rupiah(goods), 1, 200, Warranty.None, "");
        var draft = new OrderDraft("KMJ-20261005-ABCDEF", 7, StoreId.New(Now), "Dapur Bu Sri", [line], new ShippingChoice(ShipmentKind.Courier, "jne", "REG", new Rupiah(shipping), 1, 3), 1, "");
        var purchase = Purchase.Place("BLJ-20261005-ABCDEF", new UserId(Guid.CreateVersion7(Now)), "token", new Destination("Siti", "081234567890", "Jl. Mawar", "35.78.10.1001", "", "60136", ""), [draft], TimeSpan.FromHours(24), Now);
        var order = purchase.Orders[0];
        var terms = new OrderTerms(2, 3, TimeSpan.FromHours(24), 3, 7, TimeSpan.FromHours(72), 2, 3, new WorkingCalendar([]));
        order.BearProviderCost(new Rupiah(cost));
        order.Pay(new FeeTerms(new BasisPoints(fee), "1", new BasisPoints(vat), Rounding.HalfUp), terms, Now);
        return order;
    }

    static List<(int Account, string Key, long Amount)> Lines(Journal journal) => [.. journal.Entries.Select(e => (e.Account, e.AccountKey, e.Amount.Amount))];
}
