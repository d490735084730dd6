using System.Reflection;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using Komeji.Domain.Taxes;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain.Ledger;

/// <summary>
/// A wrong rate, a wrong version or a wrong bearer leaves every journal balanced and every sum right; only cases worked by hand notice it.
/// So each such mistake is made here on purpose, and the cases must say so.
/// </summary>
public sealed class GoldenBooksTests
{
    static readonly GoldenBooks Right = new();

    static readonly string[] All = ["P5", "P5 with PPh 22", "P5 of 199", "P5 of what was sent", "P6 and P8", "P7", "P7 and P8", "P12"];

    [Fact]
    public void The_worked_cases_come_out_as_worked() => Right.Differing().ShouldBeEmpty();

    [Fact]
    public void The_fee_that_is_only_announced() => Noticed(Right with { FeeAsOf = Orders.Monday.AddDays(20) }, All);

    [Fact]
    public void A_fee_a_hundredth_of_a_percent_off() =>
        Noticed(Right with { Fees = [Right.Fees[0] with { Rate = new BasisPoints(499) }] }, [.. All.Except(["P5 of 199"])]);

    [Fact]
    public void The_tax_rule_of_a_later_day() =>
        Noticed(Right with { TaxAsOf = Orders.Monday.AddDays(20) }, [.. All.Except(["P5 of 199"])]);

    [Fact]
    public void The_rate_of_the_law_without_its_base() =>
        Noticed(
            Right with { Rules = [GoldenBooks.Rule(TaxKind.ServiceFeeVat, 1_200, 1, 1, Rounding.HalfUp, TaxPoint.Payment, Orders.Monday), .. Right.Rules.Where(r => r.Kind == TaxKind.MarketplaceIncomeTax)] },
            [.. All.Except(["P5 of 199"])]);

    [Fact]
    public void PPN_rounded_down() =>
        Noticed(
            Right with { Rules = [GoldenBooks.Rule(TaxKind.ServiceFeeVat, 1_200, 11, 12, Rounding.Down, TaxPoint.Payment, Orders.Monday), .. Right.Rules.Where(r => r.Kind == TaxKind.MarketplaceIncomeTax)] },
            ["P5 of 199", "P5 of what was sent"]);

    [Fact]
    public void PPN_nobody_owes() => Noticed(Right with { IsTaxable = false }, All);

    [Fact]
    public void PPh_22_forgotten_or_rounded_the_other_way()
    {
        Noticed(Right with { IsCollector = false }, ["P5 with PPh 22"]);
        Noticed(
            Right with { Rules = [GoldenBooks.Rule(TaxKind.MarketplaceIncomeTax, 50, 1, 1, Rounding.HalfUp, TaxPoint.Release, Orders.Monday), .. Right.Rules.Where(r => r.Kind == TaxKind.ServiceFeeVat)] },
            ["P5 with PPh 22"]);
    }

    [Fact]
    public void A_provider_who_kept_a_rupiah_more() => Noticed(Right with { CostMore = 1 }, All);

    [Fact]
    public void A_refund_charged_to_another()
    {
        Noticed(Right with { Charged = b => b switch { RefundBearer.Seller => RefundBearer.Courier, RefundBearer.Courier => RefundBearer.Seller, _ => b } }, ["P6 and P8", "P7", "P7 and P8"]);
        Noticed(Right with { Charged = b => b == RefundBearer.Courier ? RefundBearer.Platform : b }, ["P6 and P8", "P7 and P8"]);
        Noticed(Right with { Charged = _ => RefundBearer.Seller }, ["P6 and P8", "P7 and P8"]);
    }

    /// <summary>Every rule that books something is in the page and in a test of the domain.</summary>
    [Fact]
    public void Every_rule_is_worked_by_hand_and_asserted()
    {
        var postings = typeof(PostingRules).GetMethods(BindingFlags.Static | BindingFlags.Public)
            .Where(m => m.ReturnType == typeof(Journal) || m.ReturnType == typeof(IReadOnlyList<Journal>)).Select(m => m.Name).Distinct().ToList();
        postings.Count.ShouldBeGreaterThan(25);
        var tests = string.Concat(Sources.Files("Komeji.Tests/Domain", "*.cs").Select(File.ReadAllText));
        postings.Where(p => !tests.Contains($"PostingRules.{p}(", StringComparison.Ordinal)).ShouldBeEmpty("a rule without an asserting test");
        var source = string.Concat(Sources.Files("Komeji.Domain/Ledger", "PostingRules*.cs").Select(File.ReadAllText));
        var page = File.ReadAllText(Path.Combine(Sources.Root, "docs", "domain", "ledger.md"));
        var booked = Enumerable.Range(1, 19).Where(n => source.Contains($"\"P{n}\"", StringComparison.Ordinal)).ToList();
        booked.Count.ShouldBeGreaterThan(13);
        booked.Where(n => !page.Contains($"\n| P{n} |", StringComparison.Ordinal) && !page.Contains($"\nP{n}, ", StringComparison.Ordinal)).ShouldBeEmpty("a rule without a worked case");
    }

    static void Noticed(GoldenBooks mutant, string[] by) => string.Join("; ", mutant.Differing()).ShouldBe(string.Join("; ", by));
}
