using Komeji.Domain.CallCentre;
using Komeji.Domain.Common;

namespace Komeji.Tests.Domain.CallCentre;

/// <summary>Working time, worked by hand: eight to sixteen o'clock WIB, Monday to Friday, without holidays.</summary>
public sealed class ServiceHoursTests
{
    static ServiceHours Hours(params DateOnly[] holidays) => new(new WorkingCalendar(holidays), 8, 16);

    /// <summary>October 2026; the 5th is a Monday.</summary>
    static DateTimeOffset At(int day, int hour, int minute = 0) => new(2026, 10, day, hour, minute, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData(5, 9, 4, 5, 13)]
    [InlineData(5, 9, 7, 5, 16)] // to the minute it closes
    [InlineData(5, 9, 12, 6, 13)] // seven on Monday, five on Tuesday
    [InlineData(9, 15, 4, 12, 11)] // over a weekend
    [InlineData(10, 10, 4, 12, 12)] // begun on a Saturday
    [InlineData(5, 20, 1, 6, 9)] // after hours
    [InlineData(5, 6, 1, 5, 9)] // before hours
    [InlineData(5, 9, 40, 12, 9)] // five days
    public void Time_passes_in_working_hours_only(int day, int hour, int work, int dueDay, int dueHour) =>
        Hours().Add(At(day, hour), TimeSpan.FromHours(work)).ShouldBe(At(dueDay, dueHour));

    [Fact]
    public void A_holiday_is_no_working_day() =>
        Hours(new DateOnly(2026, 10, 6)).Add(At(5, 9), TimeSpan.FromHours(12)).ShouldBe(At(7, 13));

    [Fact]
    public void Nothing_to_wait_for_is_now()
    {
        Hours().Add(At(10, 10), TimeSpan.Zero).ShouldBe(At(10, 10));
        Hours().Between(At(6, 9), At(5, 9)).ShouldBe(TimeSpan.Zero);
        Hours().Between(At(10, 9), At(11, 20)).ShouldBe(TimeSpan.Zero);
        Hours().Between(At(5, 15, 30), At(6, 8, 30)).ShouldBe(TimeSpan.FromHours(1));
    }

    [Fact]
    public void What_was_added_lies_between()
    {
        var random = new Random(20261005);
        var hours = Hours(new DateOnly(2026, 10, 6), new DateOnly(2026, 10, 15));
        for (var i = 0; i < 500; i++)
        {
            var from = At(5, 0).AddMinutes(random.Next(20 * 24 * 60));
            var work = TimeSpan.FromMinutes(random.Next(1, 6_000));
            hours.Between(from, hours.Add(from, work)).ShouldBe(work, $"{from} + {work}");
        }
    }
}
