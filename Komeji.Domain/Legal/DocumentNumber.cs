using System.Text.RegularExpressions;
using Komeji.Domain.Common;

namespace Komeji.Domain.Legal;

/// <summary>
/// The form of each paper's number. A number of the right form may still be of nobody: that is what the office finds out.
/// </summary>
public static class DocumentNumber
{
    const int NibLength = 13;
    const int HomeFoodLength = 15;

    static readonly Format[] Cooperatives = [new(@"AHU-\d{5,7}\.AH\.01\.26\.?\s?TAHUN \d{4}"), new(@"\d+/BH/[\w./-]{1,50}")];
    static readonly Format[] Companies = [new(@"AHU-\d{5,7}\.AH\.\d{2}\.\d{2}(\.\d{2})?[. ]?TAHUN \d{4}"), .. Cooperatives];

    static readonly Format[] FoodAndDrugs = [new(@"M[DL]\d{12}(\d{3})?"), new(@"N[A-E]\d{11}"), new(@"T[RLI]\d{9}")];
    static readonly Format[] HalalNumbers = [new(@"ID\d{15,18}")];
    static readonly Format[] Standards = [new(@"SNI \d{2,5}(-\d+)*:\d{4}")];
    static readonly Format[] Trademarks = [new(@"IDM\d{9}")];

    /// <returns>The number as it is kept.</returns>
    /// <exception cref="RuleBroken"><c>legal.nik</c>, <c>legal.npwp</c>, <c>legal.number</c></exception>
    public static string Require(DocumentKind kind, string? typed) => kind switch
    {
        DocumentKind.IdentityCard => Nik.Require(typed).Digits,
        DocumentKind.TaxNumber => Npwp.Require(typed).Digits,
        DocumentKind.NotHalal => "",
        _ => Read(kind, typed) ?? throw new RuleBroken("legal.number", Advice(kind)),
    };

    /// <summary>It has the form of its kind; of whom it is the form does not say.</summary>
    public static bool Fits(DocumentKind kind, string? typed) => kind switch
    {
        DocumentKind.IdentityCard => Nik.Read(typed) is not null,
        DocumentKind.TaxNumber => Npwp.Read(typed) is not null,
        DocumentKind.NotHalal => true,
        _ => Read(kind, typed) is not null,
    };

    /// <summary>A decree is a cooperative's by its number: one of the office for cooperatives, or of its own series.</summary>
    public static bool IsOfCooperative(string number) => Matching(Cooperatives, number) is not null;

    static string? Read(DocumentKind kind, string? typed)
    {
        var clean = Digits.Clean(typed);
        var line = string.Join(' ', PlainText.Figures(typed ?? "").ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return kind switch
        {
            DocumentKind.BusinessNumber => Digits.Are(clean, NibLength, NibLength) ? clean : null,
            DocumentKind.CooperativeNumber => Digits.Are(clean, 10, 16) ? clean : null,
            DocumentKind.HomeFoodPermit => IsHomeFood(clean) ? $"{clean[..NibLength]}-{clean[NibLength..]}" : null,
            DocumentKind.FoodAndDrugPermit => Matching(FoodAndDrugs, clean),
            DocumentKind.Halal => Matching(HalalNumbers, clean),
            DocumentKind.Trademark => Matching(Trademarks, clean),
            DocumentKind.LegalEntity => Matching(Companies, line),
            DocumentKind.Standard => Matching(Standards, line),
            _ => null,
        };
    }

    /// <summary>The first digit is the packaging: glass, plastic, carton, can, foil, other, composite, several.</summary>
    static bool IsHomeFood(string clean) => Digits.Are(clean, HomeFoodLength, HomeFoodLength) && clean[0] is >= '1' and <= '8';

    static string? Matching(Format[] formats, string text) => formats.Any(f => f.Fits(text)) ? text : null;

    /// <summary>The last day the number itself names: a P-IRT ends with the year its last two digits say.</summary>
    public static DateOnly? EndsOn(DocumentKind kind, string number) =>
        kind == DocumentKind.HomeFoodPermit && number.Length > HomeFoodLength && int.TryParse(number.AsSpan(number.Length - 2), out var year) ? new DateOnly(2000 + year, 12, 31) : null;

    /// <summary>The last day that binds: what is told and what the number itself names, whichever is earlier.</summary>
    public static DateOnly? LastDay(DocumentKind kind, string number, DateOnly? told) =>
        EndsOn(kind, number) is { } end && !(told < end) ? end : told;

    /// <summary>What is odd about the number and may still be right, for the officer to look at; null when nothing is.</summary>
    public static string? Oddity(DocumentKind kind, string number) => kind switch
    {
        DocumentKind.Halal when number.Length != 19 => "Nomor halal biasanya ID diikuti 17 angka.",
        DocumentKind.Halal when !int.TryParse(number.AsSpan(number.Length - 4, 2), out var month) || month is < 1 or > 12 => "Empat angka terakhir nomor halal bukan bulan dan tahun terbit.",
        _ => null,
    };

    static string Advice(DocumentKind kind) => kind switch
    {
        DocumentKind.BusinessNumber => "NIB terdiri dari 13 angka. Lihat di bagian atas lembar NIB dari oss.go.id.",
        DocumentKind.CooperativeNumber => "Nomor Induk Koperasi terdiri dari 10 sampai 16 angka. Lihat di sertifikat NIK koperasi.",
        DocumentKind.HomeFoodPermit => "Nomor P-IRT terdiri dari 15 angka, misalnya 2063578010214-29.",
        DocumentKind.FoodAndDrugPermit => "Tulis nomor izin edar BPOM seperti di kemasan, misalnya MD 123456789012.",
        DocumentKind.Halal => "Nomor sertifikat halal diawali ID, misalnya ID35110001234560426.",
        DocumentKind.LegalEntity => "Tulis nomor SK seperti AHU-0012345.AH.01.01.TAHUN 2024, atau nomor Badan Hukum seperti 1234/BH/XIV/1998.",
        DocumentKind.Standard => "Tulis nomor SNI seperti SNI 01-2886-2015:2015 atau SNI 2886:2015.",
        DocumentKind.Trademark => "Nomor merek diawali IDM diikuti 9 angka, misalnya IDM000123456.",
        _ => "Nomor ini tidak benar. Tulis seperti di dokumennya.",
    };

    sealed class Format(string form)
    {
        readonly Regex whole = new($@"\A(?:{form})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

        public bool Fits(string text) => text.Length <= 80 && whole.IsMatch(text);
    }
}
