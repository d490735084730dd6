using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Komeji.Domain.Common;
using Komeji.Domain.Taxes;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain.Taxes;

/// <summary>Rates, bases and rounding worked by hand in docs/domain/taxes.md, and which rule holds on a day.</summary>
public sealed class TaxRuleTests
{
    static readonly UserId Admin = new(new Guid(4, 0, 0, new byte[8]));

    [Theory]
    // Rate, base, rounding, amount, tax.
    [InlineData(1_200, 11, 12, Rounding.HalfUp, 25_500, 2_805)] // 25,500 × 11/12 = 23,375; × 12 % = 2,805
    [InlineData(1_200, 11, 12, Rounding.HalfUp, 1_275, 140)] // 140.25
    [InlineData(1_200, 11, 12, Rounding.HalfUp, 50, 6)] // 5.50
    [InlineData(1_200, 11, 12, Rounding.Down, 50, 5)]
    [InlineData(50, 1, 1, Rounding.Down, 25_500, 127)] // 127.5
    [InlineData(50, 1, 1, Rounding.HalfUp, 25_500, 128)]
    [InlineData(50, 1, 1, Rounding.Down, 199, 0)] // 0.995
    [InlineData(500, 1, 2, Rounding.Down, 1_000_000, 25_000)] // half of the payment at 5 %
    [InlineData(0, 1, 1, Rounding.HalfUp, 1_000_000, 0)]
    public void A_rule_taxes_an_amount_and_rounds_it_once(int rate, int parts, int of, Rounding rounding, long amount, long tax) =>
        Rule(rate, "2026-01-01", null, parts, of, rounding).On(new Rupiah(amount)).ShouldBe(new Rupiah(tax));

    /// <summary>12 % of 11/12 is the same as rounding the exact fraction once, whatever the amount.</summary>
    [Fact]
    public void The_part_that_is_the_base_is_never_rounded_by_itself() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), amount =>
        {
            var exact = (Int128)amount * 1_200 * 11;
            var unit = (Int128)10_000 * 12;
            var rule = Rule(1_200, "2026-01-01", null, 11, 12, Rounding.HalfUp);
            return rule.On(new Rupiah(amount)).Amount == (long)((exact * 2 + unit) / (unit * 2))
                && Rule(1_200, "2026-01-01", null, 11, 12, Rounding.Down).On(new Rupiah(amount)).Amount == (long)(exact / unit);
        }).QuickCheckThrowOnFailure();

    /// <summary>Collected 1 to 5 August, suspended on the 6th, again from 1 November (PENG-46/PJ.09/2026).</summary>
    [Theory]
    [InlineData("2026-07-31", null)]
    [InlineData("2026-08-01", 50)]
    [InlineData("2026-08-05", 50)]
    [InlineData("2026-08-06", null)]
    [InlineData("2026-10-31", null)]
    [InlineData("2026-11-01", 50)]
    public void A_gap_between_rules_is_a_gap(string day, int? rate)
    {
        TaxRule[] rules = [Rule(50, "2026-08-01", "2026-08-06", kind: TaxKind.MarketplaceIncomeTax), Rule(50, "2026-11-01", null, kind: TaxKind.MarketplaceIncomeTax)];
        (TaxRule.InForce(rules, TaxKind.MarketplaceIncomeTax, Day(day))?.Rate.Value).ShouldBe(rate);
        TaxRule.InForce(rules, TaxKind.ServiceFeeVat, Day(day)).ShouldBeNull();
    }

    [Fact]
    public void A_rule_that_began_later_stands_before_an_older_one_until_it_ends()
    {
        TaxRule[] rules = [Rule(50, "2026-01-01", null), Rule(0, "2026-06-01", "2026-07-01")];
        TaxRule.InForce(rules, TaxKind.ServiceFeeVat, new DateOnly(2026, 5, 31))!.Rate.Value.ShouldBe(50);
        TaxRule.InForce(rules, TaxKind.ServiceFeeVat, new DateOnly(2026, 6, 30))!.Rate.Value.ShouldBe(0);
        TaxRule.InForce(rules, TaxKind.ServiceFeeVat, new DateOnly(2026, 7, 1))!.Rate.Value.ShouldBe(50);
    }

    [Fact]
    public void What_cannot_be_a_rule_is_refused()
    {
        Refused(new TaxTerms(TaxKind.ServiceFeeVat, new BasisPoints(3_501), 1, 1, Rounding.Down, TaxPoint.Payment, Today, null)).ShouldBe("tax.rate");
        Refused(new TaxTerms(TaxKind.ServiceFeeVat, new BasisPoints(1_100), 11, 12, Rounding.Down, TaxPoint.Payment, Today, null)).ShouldBe("tax.base");
        Refused(new TaxTerms(TaxKind.ServiceFeeVat, new BasisPoints(1_200), 12, 11, Rounding.Down, TaxPoint.Payment, Today, null)).ShouldBe("tax.base");
        Refused(new TaxTerms(TaxKind.ServiceFeeVat, new BasisPoints(1_200), 11, 12, Rounding.Down, TaxPoint.Release, Today, null)).ShouldBe("tax.point");
        Refused(new TaxTerms(TaxKind.ServiceFeeVat, new BasisPoints(1_200), 11, 12, Rounding.Down, TaxPoint.Payment, Today.AddDays(-1), null)).ShouldBe("tax.past");
        Refused(new TaxTerms(TaxKind.ServiceFeeVat, new BasisPoints(1_200), 11, 12, Rounding.Down, TaxPoint.Payment, Today, Today)).ShouldBe("tax.until");
        Refused(new TaxTerms(TaxKind.ServiceFeeVat, new BasisPoints(1_200), 11, 12, Rounding.Down, TaxPoint.Payment, Today, null), reason: "naik").ShouldBe("tax.reason");
    }

    [Fact]
    public void A_letter_of_the_tax_office_begins_a_duty_and_another_ends_it()
    {
        TaxDuty[] duties =
        [
            TaxDuty.Record(TaxDutyKind.TaxableEntrepreneur, true, "S-12PKP/WPJ", Today, Today.AddDays(3), "Pengukuhan sebagai PKP", Admin, Orders.Monday),
            TaxDuty.Record(TaxDutyKind.TaxableEntrepreneur, false, "S-99CBT/WPJ", Today, Today.AddDays(9), "Pencabutan pengukuhan", Admin, Orders.Monday),
        ];
        TaxDuty.InForce(duties, TaxDutyKind.TaxableEntrepreneur, Today.AddDays(2)).ShouldBeNull();
        TaxDuty.InForce(duties, TaxDutyKind.TaxableEntrepreneur, Today.AddDays(3))!.Number.ShouldBe("S-12PKP/WPJ");
        TaxDuty.InForce(duties, TaxDutyKind.TaxableEntrepreneur, Today.AddDays(9)).ShouldBeNull();
        TaxDuty.InForce(duties, TaxDutyKind.Collector, Today.AddDays(3)).ShouldBeNull();
        Should.Throw<RuleBroken>(() => TaxDuty.Record(TaxDutyKind.Collector, true, "KEP-1", Today.AddDays(1), Today.AddDays(1), "Penunjukan pemungut", Admin, Orders.Monday)).Code.ShouldBe("tax.letter_date");
    }

    [Theory]
    [InlineData("ppn-2026-10", TaxKind.ServiceFeeVat, "2026-10")]
    [InlineData("pph22-2026-01", TaxKind.MarketplaceIncomeTax, "2026-01")]
    public void A_month_of_tax_is_read_from_its_address(string word, TaxKind tax, string month)
    {
        TaxMonth.Find(word).ShouldBe(new TaxMonth(tax, month));
        new TaxMonth(tax, month).Word.ShouldBe(word);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ppn")]
    [InlineData("ppn-2026-13")]
    [InlineData("ppn-2026-00")]
    [InlineData("ppn-0000-01")]
    [InlineData("ppn-2026-1a")]
    [InlineData("pph21-2026-10")]
    public void What_is_no_month_is_none(string word) => TaxMonth.Find(word).ShouldBeNull();

    [Fact]
    public void People_read_a_month_by_its_name() => new TaxMonth(TaxKind.ServiceFeeVat, "2026-10").Name.ShouldBe("Oktober 2026");

    [Fact]
    public void The_last_day_to_pay_is_in_the_month_after()
    {
        var january = new TaxMonth(TaxKind.ServiceFeeVat, "2027-01");
        (january.DayAfter(15), january.DayAfter(31)).ShouldBe((new DateOnly(2027, 2, 15), new DateOnly(2027, 2, 28)));
        new TaxMonth(TaxKind.ServiceFeeVat, "2026-12").DayAfter(31).ShouldBe(new DateOnly(2027, 1, 31));
    }

    static readonly DateOnly Today = Wib.DayOf(Orders.Monday);

    static string Refused(TaxTerms terms, string reason = "Tarif baru menurut undang-undang") =>
        Should.Throw<RuleBroken>(() => TaxRule.Decide(terms, "PMK 131/2024", reason, Admin, Orders.Monday)).Code;

    static TaxRule Rule(int rate, string from, string? until, int parts = 1, int of = 1, Rounding rounding = Rounding.Down, TaxKind kind = TaxKind.ServiceFeeVat) => TaxRule.Shipped(
        new TaxTerms(kind, new BasisPoints(rate), parts, of, rounding, TaxPoint.Payment, Day(from), until is null ? null : Day(until)), "uji", Orders.Monday);

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
