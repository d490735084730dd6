using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Settings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Settings;

/// <summary>Decides a setting anew, from now or from a coming day on. What held before stays on record.</summary>
/// <param name="From">The day (WIB) it begins; null or today is at once.</param>
/// <param name="Source">The rule or decision it comes from.</param>
/// <exception cref="RuleBroken"><c>setting.value</c>, <c>setting.past</c>, <c>setting.too_far</c>, <c>setting.reason</c>, <c>setting.unchanged</c></exception>
public sealed record ChangeSetting(string Key, string Value, DateOnly? From, string Source, string Reason) : ICommand, INeedsProof
{
    const int FurthestYears = 2;

    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ChangeSetting>
    {
        public async Task<Unit> Handle(ChangeSetting request, CancellationToken cancellationToken)
        {
            var setting = SettingCatalogue.All.SingleOrDefault(d => d.Key == request.Key) ?? throw new NotFound();
            var now = clock.GetUtcNow();
            var value = SettingValue.Read(setting, request.Value);
            var validFrom = Begin(request.From, now);
            var (source, reason) = (request.Source.Trim(), request.Reason.Trim());
            if (source.Length is < 3 or > 200 || reason.Length is < 10 or > 500)
            {
                throw new RuleBroken("setting.reason", "Tulis dasar keputusan (3 sampai 200 huruf) dan alasan (10 sampai 500 huruf), agar kelak orang tahu mengapa nilainya berubah.");
            }

            await db.TakeTurn($"setting {setting.Key}", cancellationToken);
            var before = await db.Settings.AsNoTracking().Where(s => s.Key == setting.Key && s.ValidFrom <= validFrom)
                .OrderByDescending(s => s.ValidFrom).ThenByDescending(s => s.Id).Select(s => s.Value).FirstOrDefaultAsync(cancellationToken);
            if (value == (before ?? setting.Default))
            {
                throw new RuleBroken("setting.unchanged", $"{setting.Name} pada saat itu memang sudah {SettingValue.Show(setting, value)}. Tidak ada yang perlu diubah.");
            }

            db.Settings.Add(new Setting(setting.Key, value, validFrom, source, reason, user.Require().Value, now));
            return Unit.Value;
        }

        static DateTimeOffset Begin(DateOnly? from, DateTimeOffset now)
        {
            var today = Wib.DayOf(now);
            if (from is null || from == today)
            {
                return now;
            }

            if (from < today)
            {
                throw new RuleBroken("setting.past", "Tanggal berlaku sudah lewat. Pilih hari ini atau hari yang akan datang.");
            }

            return from <= today.AddYears(FurthestYears)
                ? Wib.StartOf(from.Value)
                : throw new RuleBroken("setting.too_far", $"Tanggal berlaku paling jauh {FurthestYears} tahun dari hari ini.");
        }
    }
}
