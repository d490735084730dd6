using FsCheck;
using FsCheck.Fluent;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Shipping;
using Komeji.Domain.Taxes;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain.Taxes;

/// <summary>PPh 22 of PMK 37/2025: who pays it, and what freezes on the order.</summary>
public sealed class WithholdingTests
{
    static readonly DateOnly Today = Wib.DayOf(Orders.Monday);
    static readonly StoreId Shop = StoreId.New(Orders.Monday);
    static readonly UserId Owner = new(new Guid(2, 0, 0, new byte[8]));

    [Fact]
    public void Without_an_appointment_a_rule_or_the_right_moment_nothing_is_decided()
    {
        Withholding.Of(Rule(), false, TaxPoint.Payment, LegalForm.Individual, [], Today).ShouldBeNull();
        Withholding.Of(null, true, TaxPoint.Payment, LegalForm.Individual, [], Today).ShouldBeNull();
        Withholding.Of(Rule(), true, TaxPoint.Release, LegalForm.Individual, [], Today).ShouldBeNull();
        Withholding.Of(Rule(0), true, TaxPoint.Payment, LegalForm.Individual, [], Today).ShouldBeNull();
    }

    [Fact]
    public void Without_a_statement_it_is_withheld_from_the_first_rupiah()
    {
        Standing(LegalForm.Individual, []).ShouldBe(WithholdingStanding.Withheld);
        Standing(null, []).ShouldBe(WithholdingStanding.Withheld);
        var withheld = Withholding.Of(Rule(), true, TaxPoint.Payment, LegalForm.Individual, [], Today)!;
        (withheld.Rate.Value, withheld.Rounding).ShouldBe((50, Rounding.Down));
    }

    [Fact]
    public void The_statement_of_this_year_frees_individuals_alone()
    {
        var stated = Stated(true, []);
        Standing(LegalForm.Individual, [stated]).ShouldBe(WithholdingStanding.WithinBand);
        Standing(LegalForm.OnePersonCompany, [stated]).ShouldBe(WithholdingStanding.Withheld);
        Standing(LegalForm.Cooperative, [stated]).ShouldBe(WithholdingStanding.Withheld);
        Withholding.Of(Rule(), true, TaxPoint.Payment, LegalForm.Individual, [stated], new DateOnly(2027, 1, 1))!.Standing.ShouldBe(WithholdingStanding.Withheld);
        foreach (var form in Enum.GetValues<LegalForm>().Where(f => f != LegalForm.Individual))
        {
            Should.Throw<RuleBroken>(() => SellerTaxPaper.State(Shop, true, form, [], Owner, Orders.Monday)).Code.ShouldBe("tax.only_individuals");
        }
    }

    [Fact]
    public void The_second_statement_ends_the_first_and_stands_for_the_year()
    {
        var first = Stated(true, []);
        Refused(true, [first]).ShouldBe("tax.stated");
        Refused(false, []).ShouldBe("tax.stated");
        var second = SellerTaxPaper.State(Shop, false, LegalForm.Individual, [first], Owner, Orders.Monday.AddDays(40));
        Standing(LegalForm.Individual, [first, second]).ShouldBe(WithholdingStanding.Withheld);
        Refused(true, [first, second]).ShouldBe("tax.stated_above");
    }

    [Fact]
    public void An_exemption_counts_on_its_days_for_any_form()
    {
        var exempt = SellerTaxPaper.Exempt(Shop, "KET-00012/SKB", Today, Today.AddDays(30), "Surat Keterangan Bebas PPh 22", Owner, Orders.Monday);
        Standing(LegalForm.Company, [exempt]).ShouldBe(WithholdingStanding.Exempt);
        Withholding.Of(Rule(), true, TaxPoint.Payment, LegalForm.Company, [exempt], Today.AddDays(30))!.Rate.ShouldBe(BasisPoints.Zero);
        Withholding.Of(Rule(), true, TaxPoint.Payment, LegalForm.Company, [exempt], Today.AddDays(31))!.Standing.ShouldBe(WithholdingStanding.Withheld);
        Should.Throw<RuleBroken>(() => SellerTaxPaper.Exempt(Shop, "KET-1", Today, Today.AddDays(-1), "Surat Keterangan Bebas", Owner, Orders.Monday)).Code.ShouldBe("tax.exemption_days");
        Should.Throw<RuleBroken>(() => SellerTaxPaper.Exempt(Shop, "", Today, Today, "Surat Keterangan Bebas", Owner, Orders.Monday)).Code.ShouldBe("tax.exemption");
    }

    /// <summary>25,500 × 0.5 % = 127.5, down 127. What is decided later, even another rate, does not reach the order.</summary>
    [Fact]
    public void It_freezes_on_the_order_once()
    {
        var order = Paid((25_500, 1));
        order.FreezeIncomeTax(new Withholding(7, WithholdingStanding.Withheld, new BasisPoints(50), Rounding.Down));
        order.FreezeIncomeTax(new Withholding(8, WithholdingStanding.Exempt, BasisPoints.Zero, Rounding.Down));
        (order.IncomeTax, order.IncomeTaxRuleId, order.IncomeTaxStanding).ShouldBe((new Rupiah(127), 7L, WithholdingStanding.Withheld));
    }

    /// <summary>Three pieces of 25,500 are 76,500: 382 (382.5). One is not sent: 51,000, so 255.</summary>
    [Fact]
    public void After_a_part_was_cancelled_it_is_reckoned_on_what_remains()
    {
        var order = Paid((25_500, 3));
        order.FreezeIncomeTax(new Withholding(7, WithholdingStanding.Withheld, new BasisPoints(50), Rounding.Down));
        order.IncomeTax.ShouldBe(new Rupiah(382));
        order.Accept(Orders.Seller, Orders.Terms(), Orders.Monday);
        order.ShipPart(Orders.Seller, new Dictionary<OrderLineId, int> { [order.Lines[0].Id] = 2 }, Orders.Terms(), Orders.Monday);
        order.CancelRest(Orders.Seller, "Stok habis", Orders.Terms(), Orders.Monday);
        order.IncomeTax.ShouldBe(new Rupiah(255));
    }

    /// <summary>However an order is cut, what remains is taxed as had it alone been bought, and never more than before.</summary>
    [Fact]
    public void Cancelling_never_raises_the_tax() =>
        Prop.ForAll(
            (from price in Gen.Choose(1, 5_000_000)
             from pieces in Gen.Choose(2, 40)
             from sent in Gen.Choose(1, pieces - 1)
             from rate in Gen.Choose(0, 1_000)
             from half in Gen.Choose(0, 1)
             select (price, pieces, sent, rate, half)).ToArbitrary(),
            c =>
            {
                var rounding = c.half == 1 ? Rounding.HalfUp : Rounding.Down;
                var frozen = new Withholding(7, WithholdingStanding.Withheld, new BasisPoints(c.rate), rounding);
                var order = Paid((c.price, c.pieces));
                order.FreezeIncomeTax(frozen);
                var before = order.IncomeTax;
                order.Accept(Orders.Seller, Orders.Terms(), Orders.Monday);
                order.ShipPart(Orders.Seller, new Dictionary<OrderLineId, int> { [order.Lines[0].Id] = c.sent }, Orders.Terms(), Orders.Monday);
                order.CancelRest(Orders.Seller, "Stok habis", Orders.Terms(), Orders.Monday);
                return order.IncomeTax <= before && order.IncomeTax == frozen.Rate.Of(new Rupiah((long)c.price * c.sent), rounding);
            }).QuickCheckThrowOnFailure();

    /// <summary>However disputes cut an order, what they take back of its tax is never more than was withheld, and the shop's part never below nothing.</summary>
    [Fact]
    public void Parts_taken_back_never_exceed_what_was_withheld() =>
        Prop.ForAll(
            (from price in Gen.Choose(1, 3_000_000)
             from rate in Gen.Choose(0, 1_000)
             from cuts in Gen.ListOf(Gen.Choose(1, 1_000_000))
             select (price, rate, cuts)).ToArbitrary(),
            c =>
            {
                var order = Paid((c.price, 1));
                order.FreezeIncomeTax(new Withholding(7, WithholdingStanding.Withheld, new BasisPoints(c.rate), Rounding.HalfUp));
                var (claims, left) = (new List<DisputeClaim>(), order.Kept);
                foreach (var part in c.cuts.Select(cut => new Rupiah(cut)).Append(order.Kept).Select(cut => Rupiah.Min(cut, left)).Where(part => part.IsPositive))
                {
                    var dispute = Dispute.Open("stripe", "dp_1", "pi_1", order.PurchaseId, part, "uji", Orders.Monday);
                    claims.Add(dispute.Claim(order, part, new TakenBack(claims, []), "2026-10"));
                    left -= part;
                }

                return left.IsZero && Rupiah.Sum(claims.Select(x => x.IncomeTax)) <= order.IncomeTax && claims.All(x => !x.IncomeTax.IsNegative && !x.Held.IsNegative);
            }).QuickCheckThrowOnFailure();

    static WithholdingStanding Standing(LegalForm? form, IReadOnlyList<SellerTaxPaper> papers) => Withholding.Of(Rule(), true, TaxPoint.Payment, form, papers, Today)!.Standing;

    static SellerTaxPaper Stated(bool withinBand, IReadOnlyList<SellerTaxPaper> before) => SellerTaxPaper.State(Shop, withinBand, LegalForm.Individual, before, Owner, Orders.Monday);

    static string Refused(bool withinBand, IReadOnlyList<SellerTaxPaper> before) => Should.Throw<RuleBroken>(() => Stated(withinBand, before)).Code;

    static TaxRule Rule(int rate = 50) => TaxRule.Shipped(
        new TaxTerms(TaxKind.MarketplaceIncomeTax, new BasisPoints(rate), 1, 1, Rounding.Down, TaxPoint.Payment, new DateOnly(2026, 1, 1), null), "PMK 37/2025", Orders.Monday);

    static Order Paid((long Price, int Pieces) thing)
    {
        var draft = Orders.Draft(ShipmentKind.Courier, "KMJ-20261005-AAAAAA") with
        {
            Lines = [new OrderLineDraft(ProductId.New(Orders.Monday), VariantId.New(Orders.Monday), "Keripik", "", "keripik", null, new Rupiah(thing.Price), thing.Pieces, 200, Warranty.None, "")],
        };
        var purchase = Purchase.Place("BLJ-20261005-AAAAAA", Orders.BuyerId, new string('a', 64), new Destination("Siti", "+6281234567890", "Jl. Mawar", TestRegions.Surabaya, "", "60134", ""), [draft], TimeSpan.FromHours(24), Orders.Monday);
        purchase.Orders[0].Pay(Orders.Fees, Orders.Terms(), Orders.Monday);
        return purchase.Orders[0];
    }
}
