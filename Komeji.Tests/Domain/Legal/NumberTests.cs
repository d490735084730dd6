using Komeji.Domain.Common;
using Komeji.Domain.Legal;

namespace Komeji.Tests.Domain.Legal;

/// <summary>All numbers are invented; they only follow the rules of their kind.</summary>
public sealed class NumberTests
{
    static readonly DateOnly Today = new(2026, 10, 5);

    [Theory]
    [InlineData("3578101708900001")]
    [InlineData("3509015708900002")]
    [InlineData("3578 1017 0890 0001")]
    [InlineData("٣٥٧٨١٠١٧٠٨٩٠٠٠٠١")]
    public void A_right_nik_is_read(string typed) => Nik.Read(typed).ShouldNotBeNull();

    [Theory]
    [InlineData("3578103208900001")] // 32 August
    [InlineData("9978101708900001")] // no such province
    [InlineData("3578101713900001")] // month 13
    [InlineData("3578107108900000")] // serial 0000
    [InlineData("3578108008900001")] // day 80 is nobody's
    [InlineData("357810170890000")]
    [InlineData("35781017089000011")]
    [InlineData("3578101708900OO1")]
    [InlineData("")]
    [InlineData(null)]
    public void A_wrong_nik_is_refused(string? typed) => Should.Throw<RuleBroken>(() => Nik.Require(typed)).Code.ShouldBe("legal.nik");

    [Fact]
    public void A_nik_hints_at_its_person_and_is_shown_in_part()
    {
        var man = Nik.Require("3578101708900001");
        man.SeemsWoman.ShouldBeFalse();
        man.BornOn(Today).ShouldBe(new DateOnly(1990, 8, 17));
        man.District.ShouldBe("35.78.10");
        man.Masked.ShouldBe("357810******0001");
        var woman = Nik.Require("3509015708900002");
        woman.SeemsWoman.ShouldBeTrue();
        woman.BornOn(Today).ShouldBe(new DateOnly(1990, 8, 17));
        Nik.Require("3578101708150001").BornOn(Today).ShouldBeNull("a child of eleven, or somebody of 111");
    }

    [Fact]
    public void The_29th_of_February_needs_a_leap_year()
    {
        Nik.Read("3578102902920001").ShouldNotBeNull();
        Nik.Read("3578102902910001").ShouldBeNull();
    }

    [Theory]
    [InlineData("011234564603000", true)]
    [InlineData("01.123.456.4-603.000", true)]
    [InlineData("0011234564603000", true)]
    [InlineData("3578101708900001", true)]
    [InlineData("011234565603000", false)]
    [InlineData("0011234565603000", false)]
    [InlineData("9978101708900001", false)]
    [InlineData("12345", false)]
    public void A_taxpayers_number_is_checked_by_its_digit_or_as_a_nik(string typed, bool right) => (Npwp.Read(typed) is not null).ShouldBe(right);

    [Theory]
    [InlineData(DocumentKind.BusinessNumber, "1234567890123", "1234567890123")]
    [InlineData(DocumentKind.BusinessNumber, "1234 5678 90123", "1234567890123")]
    [InlineData(DocumentKind.HomeFoodPermit, "2063578010214-29", "2063578010214-29")]
    [InlineData(DocumentKind.HomeFoodPermit, "206357801021429", "2063578010214-29")]
    [InlineData(DocumentKind.FoodAndDrugPermit, "MD 123456789012", "MD123456789012")]
    [InlineData(DocumentKind.FoodAndDrugPermit, "md 123456789012345", "MD123456789012345")]
    [InlineData(DocumentKind.FoodAndDrugPermit, "NA18201234567", "NA18201234567")]
    [InlineData(DocumentKind.FoodAndDrugPermit, "TR123456789", "TR123456789")]
    [InlineData(DocumentKind.Halal, "ID35110001234560426", "ID35110001234560426")]
    [InlineData(DocumentKind.LegalEntity, "AHU-0012345.AH.01.01.TAHUN 2024", "AHU-0012345.AH.01.01.TAHUN 2024")]
    [InlineData(DocumentKind.LegalEntity, "AHU-0012423.AH.01.26 Tahun 2021", "AHU-0012423.AH.01.26 TAHUN 2021")]
    [InlineData(DocumentKind.LegalEntity, "AHU-000032.AH.01.26.TAHUN 2019", "AHU-000032.AH.01.26.TAHUN 2019")]
    [InlineData(DocumentKind.LegalEntity, "1234/BH/XIV/1998", "1234/BH/XIV/1998")]
    [InlineData(DocumentKind.CooperativeNumber, "3578010010001", "3578010010001")]
    [InlineData(DocumentKind.Trademark, "IDM000123456", "IDM000123456")]
    [InlineData(DocumentKind.Standard, "SNI 01-2886-2015:2015", "SNI 01-2886-2015:2015")]
    [InlineData(DocumentKind.NotHalal, "apa saja", "")]
    public void A_papers_number_is_kept_in_one_form(DocumentKind kind, string typed, string kept) => DocumentNumber.Require(kind, typed).ShouldBe(kept);

    [Theory]
    [InlineData(DocumentKind.BusinessNumber, "123456789012")]
    [InlineData(DocumentKind.HomeFoodPermit, "9063578010214-29")]
    [InlineData(DocumentKind.HomeFoodPermit, "2063578010214")]
    [InlineData(DocumentKind.FoodAndDrugPermit, "MX 123456789012")]
    [InlineData(DocumentKind.FoodAndDrugPermit, "MD 1234567890123")]
    [InlineData(DocumentKind.Halal, "35110001234560426")]
    [InlineData(DocumentKind.LegalEntity, "AHU 12345")]
    [InlineData(DocumentKind.CooperativeNumber, "123")]
    [InlineData(DocumentKind.Trademark, "IDM12345")]
    [InlineData(DocumentKind.Standard, "SNI 2886")]
    public void Anything_else_is_refused(DocumentKind kind, string typed) => Should.Throw<RuleBroken>(() => DocumentNumber.Require(kind, typed)).Code.ShouldBe("legal.number");

    [Theory]
    [InlineData(DocumentKind.IdentityCard, "3578101708900001", true)]
    [InlineData(DocumentKind.IdentityCard, "9978101708900001", false)]
    [InlineData(DocumentKind.TaxNumber, "0011234564603000", true)]
    [InlineData(DocumentKind.TaxNumber, "0011234565603000", false)]
    [InlineData(DocumentKind.BusinessNumber, "1234567890123", true)]
    [InlineData(DocumentKind.BusinessNumber, "123456789012", false)]
    [InlineData(DocumentKind.HomeFoodPermit, "2063578010214-29", true)]
    [InlineData(DocumentKind.HomeFoodPermit, "9063578010214-29", false)]
    [InlineData(DocumentKind.NotHalal, "", true)]
    public void A_number_as_it_is_kept_still_has_its_form_or_not(DocumentKind kind, string kept, bool fits) => DocumentNumber.Fits(kind, kept).ShouldBe(fits);

    [Theory]
    [InlineData("1234/BH/XIV/1998", true)]
    [InlineData("AHU-0012423.AH.01.26 TAHUN 2021", true)]
    [InlineData("AHU-000032.AH.01.26.TAHUN 2019", true)]
    [InlineData("AHU-0012345.AH.01.01.TAHUN 2024", false)]
    public void A_cooperatives_decree_is_known_by_its_number(string number, bool cooperative) => DocumentNumber.IsOfCooperative(number).ShouldBe(cooperative);

    [Theory]
    [InlineData("3578101708900001", true)]
    [InlineData("0011234564603000", false)]
    [InlineData("011234564603000", false)]
    public void A_taxpayers_number_may_be_the_persons_own(string number, bool isNik) => Npwp.Require(number).IsNik.ShouldBe(isNik);

    [Fact]
    public void A_home_food_permit_tells_the_year_it_ends()
    {
        DocumentNumber.EndsOn(DocumentKind.HomeFoodPermit, "2063578010214-29").ShouldBe(new DateOnly(2029, 12, 31));
        DocumentNumber.EndsOn(DocumentKind.HomeFoodPermit, "2063578010214-24")!.Value.ShouldBeLessThan(Today);
        DocumentNumber.EndsOn(DocumentKind.BusinessNumber, "1234567890123").ShouldBeNull();
    }

    [Fact]
    public void An_odd_halal_number_is_pointed_out_and_not_refused()
    {
        DocumentNumber.Oddity(DocumentKind.Halal, DocumentNumber.Require(DocumentKind.Halal, "ID35110001234560426")).ShouldBeNull();
        DocumentNumber.Oddity(DocumentKind.Halal, DocumentNumber.Require(DocumentKind.Halal, "ID35110001234561326")).ShouldNotBeNull();
        DocumentNumber.Oddity(DocumentKind.Halal, DocumentNumber.Require(DocumentKind.Halal, "ID351100012345604")).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("10794", 2020, true)]
    [InlineData("10794", 2025, true)]
    [InlineData("10794", 2017, false)]
    [InlineData("1079", 2020, false)]
    [InlineData("00123", 2020, false)]
    [InlineData("34000", 2020, false)]
    [InlineData("67111", 2025, false)]
    [InlineData("99000", 2025, true)]
    public void A_kind_of_trade_is_five_digits_of_a_known_edition(string code, int edition, bool right)
    {
        if (right)
        {
            Kbli.Require(code, edition).ShouldBe(new Kbli(code, edition));
        }
        else
        {
            Should.Throw<RuleBroken>(() => Kbli.Require(code, edition)).Code.ShouldBe("legal.kbli");
        }
    }

    [Fact]
    public void Every_kind_of_trade_to_choose_from_may_be_chosen()
    {
        Kbli.Common.Count.ShouldBeGreaterThan(40);
        Kbli.Common.Select(k => k.Code).ShouldBeUnique();
        foreach (var kind in Kbli.Common)
        {
            Kbli.Require(kind.Code, Kbli.CommonEdition).Code.ShouldBe(kind.Code);
            kind.Name.Length.ShouldBeGreaterThan(3);
        }
    }

    [Theory]
    [InlineData(1_000_000_000, SizeClass.Micro, SizeClass.Micro)]
    [InlineData(1_000_000_001, SizeClass.Small, SizeClass.Micro)]
    [InlineData(2_000_000_001, SizeClass.Small, SizeClass.Small)]
    [InlineData(5_000_000_001, SizeClass.Medium, SizeClass.Small)]
    [InlineData(10_000_000_001, SizeClass.Large, SizeClass.Small)]
    [InlineData(15_000_000_001, SizeClass.Large, SizeClass.Medium)]
    [InlineData(50_000_000_001, SizeClass.Large, SizeClass.Large)]
    public void The_size_is_told_by_capital_and_by_sales(long amount, SizeClass byCapital, SizeClass bySales)
    {
        SizeClasses.ByCapital(new Rupiah(amount)).ShouldBe(byCapital);
        SizeClasses.BySales(new Rupiah(amount)).ShouldBe(bySales);
    }
}
