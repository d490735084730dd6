using System.Globalization;
using Komeji.Domain.Common;

namespace Komeji.Application.Settings;

/// <summary>A setting's value as people read and type it, and as it is stored.</summary>
public static class SettingValue
{
    const int LongestText = 1_000;

    /// <summary><c>5 %</c>, <c>24</c>, <c>Rp10.000</c>, or the text itself.</summary>
    public static string Show(SettingDefinition setting, string stored) => setting.Kind switch
    {
        SettingKind.BasisPoints => new BasisPoints(int.Parse(stored, CultureInfo.InvariantCulture)).ToString(),
        SettingKind.Rupiah => new Rupiah(long.Parse(stored, CultureInfo.InvariantCulture)).ToString(),
        _ => stored,
    };

    /// <returns>The stored form of what an administrator typed.</returns>
    /// <exception cref="RuleBroken"><c>setting.value</c>: it is no such value or out of bounds.</exception>
    public static string Read(SettingDefinition setting, string typed)
    {
        var text = typed.Trim();
        if (setting.Kind == SettingKind.Text)
        {
            setting.Check?.Invoke(text);
            return text.Length is > 0 and <= LongestText && !text.Any(char.IsControl)
                ? text
                : throw Refuse($"{setting.Name}: tulis 1 sampai {LongestText} huruf dalam satu baris.");
        }

        var number = setting.Kind switch
        {
            SettingKind.BasisPoints => Percent(text),
            SettingKind.Rupiah => Rupiah.TryParse(text, out var rupiah) ? rupiah.Amount : null,
            _ => Digits(text),
        };
        var example = Show(setting, setting.Default);
        return number switch
        {
            null => throw Refuse($"{setting.Name} tidak terbaca. Tulis seperti {example}."),
            { } n when n < setting.Least || n > setting.Most => throw Refuse($"{setting.Name} harus antara {Show(setting, Text(setting.Least))} dan {Show(setting, Text(setting.Most))}."),
            { } n => Text(n),
        };
    }

    /// <summary><c>5</c>, <c>2,5</c> or <c>2,75 %</c> in hundredths of a percent.</summary>
    static long? Percent(string text)
    {
        var parts = text.TrimEnd('%').TrimEnd().Split(',');
        var whole = Digits(parts[0]);
        var fraction = parts.Length == 1 ? 0 : parts[1].Length is 1 or 2 ? Digits(parts[1].PadRight(2, '0')) : null;
        return parts.Length <= 2 ? whole * 100 + fraction : null;
    }

    static long? Digits(string text) =>
        text.Length is > 0 and <= 12 && text.All(char.IsAsciiDigit) ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    static RuleBroken Refuse(string message) => new("setting.value", message);
}
