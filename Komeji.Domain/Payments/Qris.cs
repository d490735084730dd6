using System.Globalization;
using System.Text;
using Komeji.Domain.Common;

namespace Komeji.Domain.Payments;

/// <summary>What is wrong with a QRIS code.</summary>
public enum QrisFault
{
    None,

    /// <summary>Empty, too long, or with characters that no code holds.</summary>
    NotACode,

    /// <summary>A field's length does not fit, or the code ends within a field.</summary>
    BrokenField,

    /// <summary>A field comes twice.</summary>
    RepeatedField,

    /// <summary>It does not begin with version 01.</summary>
    Version,

    /// <summary>It does not end with its checksum: there is none, or something follows it.</summary>
    NoChecksum,
    WrongChecksum,

    /// <summary>Neither static (11) nor for one payment (12).</summary>
    Initiation,

    /// <summary>It names no account of a merchant.</summary>
    NoMerchant,
    NoName,

    /// <summary>Another currency than rupiah (360).</summary>
    Currency,

    /// <summary>Another country than Indonesia.</summary>
    Country,

    /// <summary>It is for one payment and says no amount.</summary>
    NoAmount,

    /// <summary>Its amount is no whole rupiah.</summary>
    Amount,

    /// <summary>It asks the buyer for a tip or for the provider's price, which Bank Indonesia forbids.</summary>
    Surcharge,
}

/// <summary>A QRIS code as it is read from its text: EMVCo fields, each a tag of two digits, a length of two digits and a value.</summary>
/// <param name="IsDynamic">Made for one payment; a static one hangs on a shop's wall, and nobody is told when it is paid.</param>
/// <param name="Nmid">The merchant's national number; empty where none is told.</param>
/// <param name="Amount">Null where the buyer types it.</param>
public sealed record Qris(bool IsDynamic, string Merchant, string City, string Nmid, Rupiah? Amount)
{
    public const int Longest = 600;

    const string ChecksumTag = "63";
    const string ChecksumField = "6304";

    public static QrisReading Read(string? text)
    {
        if (text is not { Length: > 8 and <= Longest } || text.Any(char.IsControl))
        {
            return new QrisReading(null, QrisFault.NotACode);
        }

        var broken = FieldsOf(text, out var fields);
        if (broken != QrisFault.None)
        {
            return new QrisReading(null, broken);
        }

        var fault = !text.StartsWith("000201", StringComparison.Ordinal) ? QrisFault.Version
            : !fields.TryGetValue(ChecksumTag, out var sum) || sum.Length != 4 || text.LastIndexOf(ChecksumField + sum, StringComparison.Ordinal) != text.Length - 8 ? QrisFault.NoChecksum
            : Checksum(text[..^4]) != sum ? QrisFault.WrongChecksum
            : Meaning(fields);
        return fault == QrisFault.None ? new QrisReading(Of(fields), fault) : new QrisReading(null, fault);
    }

    /// <summary>CRC-16/CCITT-FALSE over everything up to and with <c>6304</c>, in four upper-case hexadecimal digits.</summary>
    public static string Checksum(string text)
    {
        var crc = 0xFFFF;
        foreach (var piece in Encoding.UTF8.GetBytes(text))
        {
            crc ^= piece << 8;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = ((crc & 0x8000) != 0 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xFFFF;
            }
        }

        return crc.ToString("X4", CultureInfo.InvariantCulture);
    }

    /// <summary>A code of all its other fields, closed with its checksum.</summary>
    public static string Close(string fields) => fields + ChecksumField + Checksum(fields + ChecksumField);

    static QrisFault Meaning(Dictionary<string, string> fields)
    {
        var initiation = fields.GetValueOrDefault("01", "11");
        var amount = fields.GetValueOrDefault("54", "");
        return initiation is not ("11" or "12") ? QrisFault.Initiation
            : !fields.Keys.Any(tag => string.CompareOrdinal(tag, "26") >= 0 && string.CompareOrdinal(tag, "51") <= 0) ? QrisFault.NoMerchant
            : fields.GetValueOrDefault("53", "") != "360" ? QrisFault.Currency
            : fields.GetValueOrDefault("58", "") != "ID" ? QrisFault.Country
            : fields.GetValueOrDefault("59", "").Trim().Length == 0 ? QrisFault.NoName
            : fields.ContainsKey("55") || fields.ContainsKey("56") || fields.ContainsKey("57") ? QrisFault.Surcharge
            : initiation == "12" && amount.Length == 0 ? QrisFault.NoAmount
            : amount.Length > 0 && AmountOf(amount) is null ? QrisFault.Amount
            : QrisFault.None;
    }

    static Qris Of(Dictionary<string, string> fields)
    {
        var isKnown = FieldsOf(fields.GetValueOrDefault("51", ""), out var national) == QrisFault.None;
        return new Qris(
            fields.GetValueOrDefault("01", "11") == "12",
            fields["59"].Trim(),
            fields.GetValueOrDefault("60", "").Trim(),
            isKnown ? national.GetValueOrDefault("02", "") : "",
            fields.TryGetValue("54", out var amount) ? AmountOf(amount) : null);
    }

    /// <summary>Seen both as <c>10000</c> and as <c>100003.00</c>.</summary>
    static Rupiah? AmountOf(string text)
    {
        var parts = text.Split('.');
        var isWhole = parts.Length == 1 || (parts.Length == 2 && parts[1].Length is 1 or 2 && parts[1].All(c => c == '0'));
        return isWhole && parts[0].Length is > 0 and <= 12 && parts[0].All(char.IsAsciiDigit) && long.Parse(parts[0], CultureInfo.InvariantCulture) is > 0 and var amount
            ? new Rupiah(amount)
            : null;
    }

    static QrisFault FieldsOf(string text, out Dictionary<string, string> fields)
    {
        fields = [];
        for (var at = 0; at < text.Length;)
        {
            if (at + 4 > text.Length || !text.Substring(at, 4).All(char.IsAsciiDigit))
            {
                return QrisFault.BrokenField;
            }

            var tag = text.Substring(at, 2);
            var length = int.Parse(text.AsSpan(at + 2, 2), CultureInfo.InvariantCulture);
            at += 4;
            if (at + length > text.Length)
            {
                return QrisFault.BrokenField;
            }

            if (!fields.TryAdd(tag, text.Substring(at, length)))
            {
                return QrisFault.RepeatedField;
            }

            at += length;
        }

        return QrisFault.None;
    }
}

/// <summary>What became of reading a code.</summary>
/// <param name="Code">Null when it has a fault.</param>
public sealed record QrisReading(Qris? Code, QrisFault Fault);
