using System.Globalization;
using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Settings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Settings;

/// <summary>
/// Decides a setting anew, from now or from a coming day on. What held before stays on record. One that guards money begins tomorrow at
/// the earliest, and finance and supervisors are told, so that nobody lifts a limit and uses it before others have seen it.
/// </summary>
/// <param name="From">The day (WIB) it begins; null is as soon as may be, today is at once.</param>
/// <param name="Source">The rule or decision it comes from.</param>
/// <exception cref="RuleBroken"><c>setting.value</c>, <c>setting.past</c>, <c>setting.next_day</c>, <c>setting.too_far</c>, <c>setting.reason</c>, <c>setting.unchanged</c></exception>
public sealed record ChangeSetting(string Key, string Value, DateOnly? From, string Source, string Reason) : ICommand, INeedsProof
{
    const int FurthestYears = 2;

    internal sealed class Handler(IKomejiDb db, Notifier notifier, ICurrentUser user, TimeProvider clock) : IRequestHandler<ChangeSetting>
    {
        public async Task<Unit> Handle(ChangeSetting request, CancellationToken cancellationToken)
        {
            var setting = SettingCatalogue.All.SingleOrDefault(d => d.Key == request.Key) ?? throw new NotFound();
            var now = clock.GetUtcNow();
            var value = SettingValue.Read(setting, request.Value);
            var validFrom = Begin(setting, request.From, now);
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
            if (setting.GuardsMoney)
            {
                await TellWatchers(setting, value, validFrom, reason, cancellationToken);
            }

            return Unit.Value;
        }

        async Task TellWatchers(SettingDefinition setting, string value, DateTimeOffset validFrom, string reason, CancellationToken cancellationToken)
        {
            var notice = new Notice(
                $"Batas pengaman uang diubah: {setting.Name}",
                PlainText.Sentence($"Menjadi {SettingValue.Show(setting, value)} mulai {Wib.DayOf(validFrom).ToString("dd-MM-yyyy", CultureInfo.InvariantCulture)}. Bila ini keliru, hubungi pengurus sebelum hari itu. Alasannya: {reason}"),
                $"/operator/pengaturan/{setting.Key}");
            foreach (var person in await db.RoleGrants.Where(g => (g.Role == Roles.Finance || g.Role == Roles.Supervisor) && g.EndedAt == null).Select(g => g.UserId).Distinct().ToListAsync(cancellationToken))
            {
                await notifier.Tell(person, notice, cancellationToken);
            }
        }

        static DateTimeOffset Begin(SettingDefinition setting, DateOnly? chosen, DateTimeOffset now)
        {
            var today = Wib.DayOf(now);
            var from = chosen ?? (setting.GuardsMoney ? today.AddDays(1) : today);
            if (from == today && setting.GuardsMoney)
            {
                throw new RuleBroken("setting.next_day", "Pengaturan ini menjaga uang, jadi paling cepat berlaku besok. Pilih besok atau sesudahnya.");
            }

            if (from == today)
            {
                return now;
            }

            if (from < today)
            {
                throw new RuleBroken("setting.past", "Tanggal berlaku sudah lewat. Pilih hari ini atau hari yang akan datang.");
            }

            return from <= today.AddYears(FurthestYears)
                ? Wib.StartOf(from)
                : throw new RuleBroken("setting.too_far", $"Tanggal berlaku paling jauh {FurthestYears} tahun dari hari ini.");
        }
    }
}
