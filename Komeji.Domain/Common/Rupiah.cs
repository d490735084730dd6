using System.Globalization;

namespace Komeji.Domain.Common;

/// <summary>Whole rupiah. Arithmetic is checked: an overflow throws, it never wraps.</summary>
public readonly record struct Rupiah(long Amount) : IComparable<Rupiah>
{
    public static readonly Rupiah Zero = new(0);

    /// <summary>Largest amount a price, a quantity times a price, or a total may have: Rp9.999.999.999.</summary>
    public static readonly Rupiah Largest = new(9_999_999_999);

    public bool IsZero => Amount == 0;
    public bool IsPositive => Amount > 0;
    public bool IsNegative => Amount < 0;

    public static Rupiah operator +(Rupiah a, Rupiah b) => new(checked(a.Amount + b.Amount));
    public static Rupiah operator -(Rupiah a, Rupiah b) => new(checked(a.Amount - b.Amount));
    public static Rupiah operator -(Rupiah a) => new(checked(-a.Amount));
    public static Rupiah operator *(Rupiah a, int quantity) => new(checked(a.Amount * quantity));
    public static bool operator <(Rupiah a, Rupiah b) => a.Amount < b.Amount;
    public static bool operator >(Rupiah a, Rupiah b) => a.Amount > b.Amount;
    public static bool operator <=(Rupiah a, Rupiah b) => a.Amount <= b.Amount;
    public static bool operator >=(Rupiah a, Rupiah b) => a.Amount >= b.Amount;

    /// <summary>Database queries translate this cast; they do not translate <see cref="Amount"/>.</summary>
    public static explicit operator long(Rupiah rupiah) => rupiah.Amount;

    public static Rupiah Max(Rupiah a, Rupiah b) => a >= b ? a : b;
    public static Rupiah Min(Rupiah a, Rupiah b) => a <= b ? a : b;

    public static Rupiah Sum(IEnumerable<Rupiah> amounts) => amounts.Aggregate(Zero, (sum, next) => sum + next);

    public int CompareTo(Rupiah other) => Amount.CompareTo(other.Amount);

    /// <summary><c>Rp25.500</c>; a negative amount is <c>-Rp25.500</c>.</summary>
    public override string ToString() =>
        (Amount < 0 ? "-Rp" : "Rp") + Math.Abs((decimal)Amount).ToString("#,0", Indonesian);

    /// <summary>
    /// Reads what people type: <c>25.500</c>, <c>25500</c>, <c>Rp 25.500,-</c>. A dot must separate thousands;
    /// <c>25.5</c> could mean two amounts and is refused, as is anything negative, fractional or above <see cref="Largest"/>.
    /// </summary>
    public static bool TryParse(string? text, out Rupiah rupiah)
    {
        rupiah = Zero;
        if (string.IsNullOrWhiteSpace(text) || text.Length > 40)
        {
            return false;
        }

        var digits = PlainText.Figures(text).Trim();
        if (digits.StartsWith("Rp", StringComparison.OrdinalIgnoreCase))
        {
            digits = digits[2..].TrimStart('.', ' ', '\u00A0');
        }

        digits = StripZeroCents(digits.Trim());
        var groups = digits.Split('.');
        var grouped = groups.Length > 1;
        if (grouped && (groups[0].Length is 0 or > 3 || groups.Skip(1).Any(g => g.Length != 3)))
        {
            return false;
        }

        var joined = string.Concat(groups);
        if (joined.Length is 0 or > 12 || !joined.All(char.IsAsciiDigit))
        {
            return false;
        }

        rupiah = new Rupiah(long.Parse(joined, CultureInfo.InvariantCulture));
        return rupiah <= Largest;
    }

    static string StripZeroCents(string text)
    {
        foreach (var ending in new[] { ",-", ",00", ",--" })
        {
            if (text.EndsWith(ending, StringComparison.Ordinal))
            {
                return text[..^ending.Length].TrimEnd();
            }
        }

        return text;
    }

    static readonly NumberFormatInfo Indonesian = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };
}
