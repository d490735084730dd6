using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Regions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Regions;

/// <summary>The days off of a year, and every row behind them.</summary>
/// <param name="Year">Null: this year (WIB).</param>
public sealed record ListHolidays(int? Year) : IQuery<HolidayYear>
{
    internal sealed class Handler(IKomejiDb db, TimeProvider clock) : IRequestHandler<ListHolidays, HolidayYear>
    {
        public async Task<HolidayYear> Handle(ListHolidays request, CancellationToken cancellationToken)
        {
            var today = Wib.DayOf(clock.GetUtcNow());
            var year = request.Year is >= 2000 and <= 2200 ? request.Year.Value : today.Year;
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            var rows = await db.Holidays.AsNoTracking().Where(h => h.Day >= first && h.Day <= last).ToListAsync(cancellationToken);
            var setBy = rows.Select(h => h.SetBy).OfType<Guid>().Distinct().ToList();
            var names = await db.Users.AsNoTracking().Where(u => setBy.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, cancellationToken);
            var inForce = Holiday.InForce(rows).Select(h => h.Id).ToHashSet();
            var years = (await db.Holidays.Select(h => h.Day.Year).Distinct().ToListAsync(cancellationToken)).Append(today.Year).Distinct().Order().ToList();
            return new HolidayYear(year, years, today, [.. rows.OrderBy(h => h.Day).ThenByDescending(h => h.Id).Select(h => new HolidayRow(
                h.Day, h.Name, h.Kind, h.Source, h.Reason, h.SetBy is { } id ? names.GetValueOrDefault(id, "administrator") : "", h.SetAt, inForce.Contains(h.Id)))]);
        }
    }
}

/// <param name="Years">Years the table knows.</param>
/// <param name="Rows">By day, of one day the newest first.</param>
public sealed record HolidayYear(int Year, IReadOnlyList<int> Years, DateOnly Today, IReadOnlyList<HolidayRow> Rows)
{
    public IReadOnlyList<HolidayRow> DaysOff => [.. Rows.Where(r => r.InForce && r.Kind != HolidayKind.WorkingDay)];

    /// <summary>What administrators changed, newest first.</summary>
    public IReadOnlyList<HolidayRow> Changes => [.. Rows.Where(r => r.SetBy.Length > 0).OrderByDescending(r => r.SetAt)];
}

/// <param name="SetBy">The administrator; empty when it came with the product.</param>
public sealed record HolidayRow(DateOnly Day, string Name, HolidayKind Kind, string Source, string Reason, string SetBy, DateTimeOffset SetAt, bool InForce);
