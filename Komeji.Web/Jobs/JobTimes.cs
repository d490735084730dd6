using System.Globalization;
using Quartz;

namespace Komeji.Web.Jobs;

/// <summary>What a schedule's cron line means, in words and in the next moment.</summary>
public static class JobTimes
{
    public static readonly TimeZoneInfo Wib = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");

    public static DateTimeOffset? Next(string cron, DateTimeOffset after) =>
        new CronExpression(cron, Wib).GetNextValidTimeAfter(after);

    /// <summary>The forms our schedule uses; another one is shown as it stands.</summary>
    public static string Words(string cron)
    {
        var fields = cron.Split(' ');
        if (fields.Length != 6)
        {
            return cron;
        }

        var (second, minute, hour, day, month) = (fields[0], fields[1], fields[2], fields[3], fields[4]);
        var everyDay = day is "*" or "?" && month == "*" && fields[5] is "*" or "?";
        return (Step(second), Step(minute), Step(hour)) switch
        {
            ( > 0 and var s, _, _) when minute == "*" && hour == "*" && everyDay => s == 1 ? "Setiap detik" : $"Setiap {s} detik",
            (_, > 0 and var m, _) when Number(second) && hour == "*" && everyDay => m == 1 ? "Setiap menit" : $"Setiap {m} menit",
            (_, _, > 0 and var h) when Number(second) && Number(minute) && everyDay => (h == 1 ? "Setiap jam" : $"Setiap {h} jam") + $", menit ke-{minute}",
            _ when Number(minute) && Number(hour) && everyDay => $"Setiap hari pukul {Clock(hour, minute)}",
            _ when Number(minute) && Number(hour) && Number(day) && month == "*" => $"Setiap tanggal {day} pukul {Clock(hour, minute)}",
            _ => cron,
        };
    }

    /// <returns>1 for <c>*</c>, n for <c>0/n</c> and <c>*/n</c>, 0 for anything else.</returns>
    static int Step(string field)
    {
        if (field == "*")
        {
            return 1;
        }

        var parts = field.Split('/');
        return parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var step) ? step : 0;
    }

    static bool Number(string field) => int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    static string Clock(string hour, string minute) => $"{hour.PadLeft(2, '0')}.{minute.PadLeft(2, '0')} WIB";
}
