using Komeji.Domain.Common;
using Komeji.Domain.Stores;

namespace Komeji.Tests.Domain;

public sealed class StoreHolidayTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void A_planned_holiday_begins_and_ends_by_itself()
    {
        var store = Shop();
        store.PlanHoliday(Today.AddDays(2), Today.AddDays(4), Today);
        (store.OnHoliday, store.TurnHoliday(Today.AddDays(1)), store.OnHoliday).ShouldBe((false, null, false));
        (store.TurnHoliday(Today.AddDays(2)), store.OnHoliday).ShouldBe((true, true));
        (store.TurnHoliday(Today.AddDays(4)), store.OnHoliday).ShouldBe((null, true), "the last day is a day away");
        (store.TurnHoliday(Today.AddDays(5)), store.OnHoliday, store.HolidayFrom, store.HolidayUntil).ShouldBe((false, false, null, null));
    }

    [Fact]
    public void Without_a_last_day_it_lasts_until_the_seller_is_back()
    {
        var store = Shop();
        store.PlanHoliday(Today, null, Today);
        (store.OnHoliday, store.TurnHoliday(Today.AddDays(900))).ShouldBe((true, null));
        store.ComeBack();
        (store.OnHoliday, store.TurnHoliday(Today)).ShouldBe((false, null));
    }

    [Fact]
    public void A_holiday_nobody_looked_at_in_time_is_over_without_having_begun()
    {
        var store = Shop();
        store.PlanHoliday(Today.AddDays(1), Today.AddDays(1), Today);
        (store.TurnHoliday(Today.AddDays(9)), store.OnHoliday, store.HolidayFrom).ShouldBe((null, false, null));
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, -1)]
    [InlineData(3, 2)]
    [InlineData(181, null)]
    [InlineData(0, 180)]
    public void Dates_without_sense_are_refused(int from, int? until)
    {
        var store = Shop();
        Should.Throw<RuleBroken>(() => store.PlanHoliday(Today.AddDays(from), until is { } days ? Today.AddDays(days) : null, Today)).Code.ShouldBe("store.holiday");
        (store.OnHoliday, store.HolidayFrom).ShouldBe((false, null));
    }

    [Fact]
    public void The_longest_holiday_has_180_days_and_begins_180_days_ahead()
    {
        var store = Shop();
        store.PlanHoliday(Today, Today.AddDays(179), Today);
        store.HolidayUntil.ShouldBe(Today.AddDays(179));
        store.PlanHoliday(Today.AddDays(180), Today.AddDays(359), Today);
        (store.OnHoliday, store.HolidayFrom).ShouldBe((false, Today.AddDays(180)));
    }

    static Store Shop() => Store.Open(new UserId(Guid.CreateVersion7(Now)), "uji", new StoreFacts("Dapur Bu Sri", "", "+6281234567890", "35.78.10.1001", "Jl. Mawar 1", "", ["jne:REG"], true), Now);
}
