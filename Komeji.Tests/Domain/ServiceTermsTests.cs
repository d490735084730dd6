using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain;

public sealed class ServiceTermsTests
{
    static readonly DateOnly Monday = new(2026, 10, 5);

    [Fact]
    public void Times_follow_one_another_and_end_by_closing_time()
    {
        Hours(Services.Terms(), Monday).ShouldBe(["09.00", "10.00", "11.00"]);
        Hours(Services.Terms(duration: 90), Monday).ShouldBe(["09.00", "10.30"]);
        Hours(Services.Terms(duration: 45, closes: 11), Monday).ShouldBe(["09.00", "09.45"]);
        Hours(Services.Terms(), Monday.AddDays(6)).ShouldBeEmpty();
    }

    [Fact]
    public void Work_of_some_days_begins_at_opening_time()
    {
        var terms = Services.Terms(duration: 3, unit: ServiceDurationUnit.Days);
        Hours(terms, Monday).ShouldBe(["09.00"]);
        terms.EndOf(Orders.Monday).ShouldBe(Orders.Monday.AddDays(3));
    }

    [Fact]
    public void A_time_is_offered_with_notice_and_within_thirty_days()
    {
        var terms = Services.Terms();
        var eleven = Orders.Monday.AddHours(2);
        terms.Offers(eleven, eleven.AddHours(-3)).ShouldBeTrue();
        terms.Offers(eleven, eleven.AddHours(-3).AddTicks(1)).ShouldBeFalse();
        terms.Offers(eleven.AddMinutes(30), Orders.Monday.AddDays(-1)).ShouldBeFalse();
        terms.Offers(eleven.AddDays(26), Orders.Monday).ShouldBeTrue();
        terms.Offers(eleven.AddDays(30), Orders.Monday).ShouldBeFalse();
        terms.Offers(eleven.AddDays(6), Orders.Monday).ShouldBeFalse();
    }

    [Theory]
    [InlineData("35.78.10.1001", true)]
    [InlineData("35.09.01.2001", true)]
    [InlineData("35.09.02.2001", false)]
    [InlineData("35.7", false)]
    public void Serves_its_regencies_and_districts(string village, bool served) =>
        Services.Terms(ServicePlace.AtBuyer, served: ["35.78", "35.09.01"]).Serves(village).ShouldBe(served);

    [Fact]
    public void Where_the_buyer_comes_everybody_is_served() => Services.Terms().Serves("12.01.01.1001").ShouldBeTrue();

    public static TheoryData<string> Impossible => [.. Wrong.Keys];

    static readonly Dictionary<string, ServiceTerms> Wrong = new()
    {
        ["too short"] = Services.Terms(duration: 14),
        ["too many days"] = Services.Terms(duration: 91, unit: ServiceDurationUnit.Days),
        ["longer than the day"] = Services.Terms(duration: 240),
        ["closes before it opens"] = Services.Terms(opens: 12, closes: 9),
        ["nobody a day"] = Services.Terms(perDay: 0),
        ["more at once than a day"] = Services.Terms(perDay: 2, atOnce: 3),
        ["no notice"] = Services.Terms(notice: 1),
        ["serves nowhere"] = Services.Terms(ServicePlace.AtBuyer, served: []),
        ["serves a province"] = Services.Terms(ServicePlace.AtBuyer, served: ["35"]),
        ["never open"] = new ServiceTerms(60, ServiceDurationUnit.Minutes, ServicePlace.Online, [], [], new TimeOnly(9, 0), new TimeOnly(12, 0), 3, 1, 3),
    };

    [Theory, MemberData(nameof(Impossible))]
    public void Refuses_what_cannot_be(string what) => Code(ProductKind.Service, Wrong[what]).ShouldBe("product.service");

    [Fact]
    public void A_service_needs_them_and_goods_forget_them()
    {
        Code(ProductKind.Service, null).ShouldBe("product.service");
        Draft(ProductKind.Goods, Services.Terms()).Service.ShouldBeNull();
        Draft(ProductKind.Service, Services.Terms()).Service.ShouldNotBeNull();
    }

    static string Code(ProductKind kind, ServiceTerms? terms) => Should.Throw<RuleBroken>(() => Draft(kind, terms)).Code;

    static Product Draft(ProductKind kind, ServiceTerms? terms) => Product.Draft(
        StoreId.New(Orders.Monday), "jasa", new ProductFacts(CategoryId.New(Orders.Monday), "Jasa", kind, "Jasa cuci AC", "", 200, 0, 0, 0, 0, "", 0, "", true, "", Warranty.None, terms),
        [new VariantFacts(null, "", new Rupiah(75_000), 1, "")], Orders.Monday);

    static IEnumerable<string> Hours(ServiceTerms terms, DateOnly day) =>
        terms.StartsOn(day).Select(at => at.ToOffset(Wib.Offset).ToString("HH.mm", System.Globalization.CultureInfo.InvariantCulture));
}
