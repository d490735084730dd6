using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Regions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Regions;

/// <summary>
/// Says that a coming day is off, or that it is worked after all. Deadlines that were set before stay as they were told.
/// </summary>
/// <exception cref="RuleBroken"><c>holiday.day</c>, <c>holiday.name</c>, <c>holiday.reason</c>, <c>holiday.unchanged</c></exception>
public sealed record ChangeHoliday(DateOnly Day, HolidayKind Kind, string Name, string Source, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ChangeHoliday>
    {
        public async Task<Unit> Handle(ChangeHoliday request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var (name, source, reason) = (request.Name.Trim(), request.Source.Trim(), request.Reason.Trim());
            Check(request.Day, name, source, reason, Wib.DayOf(now));

            await db.TakeTurn("holidays", cancellationToken);
            var before = await db.Holidays.AsNoTracking().Where(h => h.Day == request.Day).OrderByDescending(h => h.Id).FirstOrDefaultAsync(cancellationToken);
            if ((before?.Kind ?? HolidayKind.WorkingDay) == request.Kind && (request.Kind == HolidayKind.WorkingDay || before?.Name == name))
            {
                throw new RuleBroken("holiday.unchanged", "Hari itu memang sudah begitu dalam daftar. Tidak ada yang perlu diubah.");
            }

            db.Holidays.Add(new Holiday(request.Day, name, request.Kind, source, reason, user.Require().Value, now));
            return Unit.Value;
        }

        static void Check(DateOnly day, string name, string source, string reason, DateOnly today)
        {
            if (day < today || day > today.AddYears(3))
            {
                throw new RuleBroken("holiday.day", "Pilih hari ini atau hari yang akan datang, paling jauh tiga tahun lagi. Hari yang sudah lewat tidak diubah.");
            }

            if (name.Length is < 3 or > 100)
            {
                throw new RuleBroken("holiday.name", "Tulis nama harinya, 3 sampai 100 huruf.");
            }

            if (source.Length is < 3 or > 200 || reason.Length is < 10 or > 500)
            {
                throw new RuleBroken("holiday.reason", "Tulis dasar keputusan (3 sampai 200 huruf) dan alasan (10 sampai 500 huruf).");
            }
        }
    }
}
