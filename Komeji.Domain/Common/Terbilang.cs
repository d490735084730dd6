namespace Komeji.Domain.Common;

/// <summary>An amount in words, as receipts have it: <c>dua puluh lima ribu lima ratus rupiah</c>.</summary>
public static class Terbilang
{
    static readonly string[] Units =
        ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"];

    static readonly (long Value, string Name)[] Scales =
        [(1_000_000_000_000_000, "kuadriliun"), (1_000_000_000_000, "triliun"), (1_000_000_000, "miliar"), (1_000_000, "juta"), (1_000, "ribu"), (100, "ratus")];

    public static string Of(Rupiah amount) =>
        (amount.IsNegative ? "minus " : "") + Words(Math.Abs(amount.Amount)) + " rupiah";

    static string Words(long number)
    {
        foreach (var (value, name) in Scales)
        {
            if (number >= value)
            {
                // One hundred and one thousand are one word; from a million on "satu" is said.
                var head = number / value == 1 && value <= 1_000 ? "se" + name : $"{Words(number / value)} {name}";
                return With(head, number % value);
            }
        }

        return number switch
        {
            < 12 => Units[number],
            < 20 => Units[number - 10] + " belas",
            _ => With(Units[number / 10] + " puluh", number % 10),
        };
    }

    static string With(string head, long rest) => rest == 0 ? head : $"{head} {Words(rest)}";
}
