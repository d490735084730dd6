using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain;

public sealed class ServiceTermsTests
{
    static readonly DateOnly Monday = new(2026, 10, 5);

    static readonly ClosedDays Open = new(Shop(), new WorkingCalendar([]));

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
        terms.Offers(eleven, Open, eleven.AddHours(-3)).ShouldBeTrue();
        terms.Offers(eleven, Open, eleven.AddHours(-3).AddTicks(1)).ShouldBeFalse();
        terms.Offers(eleven.AddMinutes(30), Open, Orders.Monday.AddDays(-1)).ShouldBeFalse();
        terms.Offers(eleven.AddDays(26), Open, Orders.Monday).ShouldBeTrue();
        terms.Offers(eleven.AddDays(30), Open, Orders.Monday).ShouldBeFalse();
        terms.Offers(eleven.AddDays(6), Open, Orders.Monday).ShouldBeFalse();
    }

    [Fact]
    public void Nothing_begins_while_the_shop_is_away()
    {
        var shop = Shop();
        shop.PlanHoliday(Monday.AddDays(2), Monday.AddDays(3), Monday);
        Offered(new ClosedDays(shop, new WorkingCalendar([]))).ShouldBe([0, 1, 4, 5]);
        shop.TurnHoliday(Monday.AddDays(2));
        Offered(new ClosedDays(shop, new WorkingCalendar([]))).ShouldBe([0, 1, 4, 5]);
        shop.PlanHoliday(Monday.AddDays(2), null, Monday);
        Offered(new ClosedDays(shop, new WorkingCalendar([]))).ShouldBe([0, 1]);
        shop.ComeBack();
        Offered(new ClosedDays(shop, new WorkingCalendar([]))).ShouldBe([0, 1, 2, 3, 4, 5]);
        shop.GoOnHoliday();
        Offered(new ClosedDays(shop, new WorkingCalendar([]))).ShouldBeEmpty();
    }

    [Fact]
    public void On_days_off_in_the_whole_country_only_who_says_so_works()
    {
        var closed = new ClosedDays(Shop(), new WorkingCalendar([Monday.AddDays(1)]));
        Offered(closed).ShouldBe([0, 2, 3, 4, 5]);
        Offered(closed, onHolidays: true).ShouldBe([0, 1, 2, 3, 4, 5]);
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
        ["too many hands"] = Services.Terms(atOnce: 201, duration: 3, unit: ServiceDurationUnit.Days),
        ["no notice"] = Services.Terms(notice: 1),
        ["serves nowhere"] = Services.Terms(ServicePlace.AtBuyer, served: []),
        ["serves a province"] = Services.Terms(ServicePlace.AtBuyer, served: ["35"]),
        ["never open"] = new ServiceTerms(60, ServiceDurationUnit.Minutes, ServicePlace.Online, [], [], new TimeOnly(9, 0), new TimeOnly(12, 0), 3, 1, 3),
    };

    [Fact]
    public void Work_of_some_days_may_go_on_more_often_than_it_begins_in_one() =>
        Services.Terms(perDay: 2, atOnce: 6, duration: 3, unit: ServiceDurationUnit.Days).Refusals().ShouldBeEmpty();

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

    /// <summary>The days of the week from Monday on that have a time at ten.</summary>
    static IEnumerable<int> Offered(ClosedDays closed, bool onHolidays = false) =>
        Enumerable.Range(0, 7).Where(day => Services.Terms(onHolidays: onHolidays).Offers(Orders.Monday.AddDays(day).AddHours(1), closed, Orders.Monday.AddDays(-1)));

    static Store Shop() => Store.Open(Orders.BuyerId, "servis-ac", new StoreFacts("Servis AC Dingin", "", "+6281234567890", TestRegions.Surabaya, "Jl. Mawar 1", "", ["jne:REG"], true), Orders.Monday);

    static IEnumerable<string> Hours(ServiceTerms terms, DateOnly day) =>
        terms.StartsOn(day).Select(at => at.ToOffset(Wib.Offset).ToString("HH.mm", System.Globalization.CultureInfo.InvariantCulture));
}
