using Komeji.Domain.Common;

namespace Komeji.Domain.Accounts;

/// <summary>Indonesian mobile numbers, kept as E.164: <c>0812-3456-7890</c> and <c>62 812…</c> become <c>+62812…</c>.</summary>
public static class PhoneNumber
{
    /// <returns>Null when it is no Indonesian mobile number.</returns>
    public static string? Normalise(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 30)
        {
            return null;
        }

        var cleaned = new string([.. PlainText.Figures(text).Where(c => !" .-()\u00A0".Contains(c, StringComparison.Ordinal))]);
        if (cleaned.StartsWith('+'))
        {
            cleaned = cleaned[1..];
        }

        if (cleaned.StartsWith("62", StringComparison.Ordinal))
        {
            cleaned = cleaned[2..];
        }

        cleaned = cleaned.StartsWith('0') ? cleaned[1..] : cleaned;
        var valid = cleaned.Length is >= 9 and <= 12 && cleaned.All(char.IsAsciiDigit) && cleaned[0] == '8' && cleaned[1] != '0';
        return valid ? "+62" + cleaned : null;
    }

    /// <summary><c>+6281234567890</c> as <c>0812-3456-7890</c>.</summary>
    public static string Show(string e164)
    {
        var local = e164.StartsWith("+62", StringComparison.Ordinal) ? "0" + e164[3..] : e164;
        return local.Length < 9 ? local : $"{local[..4]}-{local[4..8]}-{local[8..]}";
    }
}
