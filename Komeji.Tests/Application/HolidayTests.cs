using Komeji.Application.Regions;
using Komeji.Application.Settings;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Regions;
using Komeji.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application;

public sealed class HolidayTests
{
    const string Why = "Pemerintah menetapkan demikian";
    static readonly UserId Admin = new(Guid.Parse("0196a000-0000-7000-8000-00000000000a"));

    [Theory]
    [OnSqlite("2026-10-02T15:00", 2, "2026-10-06T15:00")] // Friday, nothing between: Tuesday.
    [OnSqlite("2026-03-17T10:00", 2, "2026-03-26T10:00")] // Nyepi and Eid with their joint leave.
    [OnSqlite("2026-12-23T23:59", 1, "2026-12-28T23:59")] // Christmas.
    [OnSqlite("2027-03-05T09:00", 2, "2027-03-17T09:00")] // Nyepi and Eid of 2027, as estimated.
    [OnPostgres("2026-10-02T15:00", 2, "2026-10-06T15:00")]
    [OnPostgres("2026-03-17T10:00", 2, "2026-03-26T10:00")]
    public async Task Working_days_pass_over_the_shipped_holidays(Engine engine, string startWib, int days, string dueWib)
    {
        await using var komeji = await TestKomeji.Create(engine);
        (await Calendar(komeji)).AddWorkingDays(AtWib(startWib), days).ShouldBe(AtWib(dueWib));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_administrator_adds_a_day_and_takes_it_back(Engine engine)
    {
        await using var komeji = (await TestKomeji.Create(engine)).As(Admin, Roles.Admin);
        var day = new DateOnly(2026, 11, 25);
        await komeji.Send(new ChangeHoliday(day, HolidayKind.National, "Pilkada serentak", "Keppres", Why));
        (await Calendar(komeji)).IsWorkingDay(day).ShouldBeFalse();
        (await komeji.Send(new ListHolidays(2026))).DaysOff.ShouldContain(r => r.Day == day && r.Name == "Pilkada serentak");

        await komeji.Send(new ChangeHoliday(day, HolidayKind.WorkingDay, "Pilkada ditunda", "Keppres", Why));
        (await Calendar(komeji)).IsWorkingDay(day).ShouldBeTrue();
        var year = await komeji.Send(new ListHolidays(2026));
        year.DaysOff.ShouldNotContain(r => r.Day == day);
        year.Changes.Count.ShouldBe(2);
    }

    [Theory]
    [OnSqlite("2026-10-04", HolidayKind.National, "Kemarin", Why, "holiday.day")]
    [OnSqlite("2036-01-01", HolidayKind.National, "Jauh sekali", Why, "holiday.day")]
    [OnSqlite("2026-12-25", HolidayKind.National, "Kelahiran Yesus Kristus", Why, "holiday.unchanged")]
    [OnSqlite("2026-11-25", HolidayKind.WorkingDay, "Hari biasa", Why, "holiday.unchanged")]
    [OnSqlite("2026-11-25", HolidayKind.National, "X", Why, "holiday.name")]
    [OnSqlite("2026-11-25", HolidayKind.National, "Pilkada", "ya", "holiday.reason")]
    [OnPostgres("2026-12-25", HolidayKind.National, "Kelahiran Yesus Kristus", Why, "holiday.unchanged")]
    public async Task Refuses_with_a_reason(Engine engine, string day, HolidayKind kind, string name, string reason, string code)
    {
        await using var komeji = (await TestKomeji.Create(engine)).As(Admin, Roles.Admin);
        var change = new ChangeHoliday(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), kind, name, "SKB", reason);
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(change))).Code.ShouldBe(code);
    }

    static async Task<WorkingCalendar> Calendar(TestKomeji komeji)
    {
        await using var scope = komeji.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SettingsInForce>().Calendar(CancellationToken.None);
    }

    static DateTimeOffset AtWib(string text) =>
        new DateTimeOffset(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), Wib.Offset).ToUniversalTime();
}
