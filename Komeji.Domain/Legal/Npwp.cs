using Komeji.Domain.Common;

namespace Komeji.Domain.Legal;

/// <summary>A taxpayer's number: the old one of 15 digits, or one of 16 that is the old one after a 0, or the person's NIK.</summary>
public readonly record struct Npwp
{
    const int Old = 15;
    const int New = 16;
    const int Checked = 9;

    Npwp(string digits) => Digits = digits;

    public string Digits { get; }

    /// <summary>The person's own number serves as one.</summary>
    public bool IsNik => Digits.Length == New && Digits[0] != '0';

    public string Masked => Legal.Digits.Mask(Digits);

    /// <returns>Null when it is none.</returns>
    public static Npwp? Read(string? typed)
    {
        var digits = Legal.Digits.Clean(typed);
        var valid = digits.Length switch
        {
            _ when !Legal.Digits.Are(digits, Old, New) => false,
            Old => Legal.Digits.PassLuhn(digits.AsSpan(0, Checked)),
            _ when digits[0] == '0' => Legal.Digits.PassLuhn(digits.AsSpan(1, Checked)),
            _ => Nik.Read(digits) is not null,
        };
        return valid ? new Npwp(digits) : null;
    }

    /// <exception cref="RuleBroken"><c>legal.npwp</c></exception>
    public static Npwp Require(string? typed) => Read(typed)
        ?? throw new RuleBroken("legal.npwp", "NPWP ini tidak benar. Tulis 16 angka seperti di kartu NPWP, atau NIK Anda bila NPWP Anda sudah memakai NIK.");
}
