using Komeji.Domain.Catalog;
using Komeji.Domain.Reviews;

namespace Komeji.Web.Areas.Shared;

/// <summary>How the pages write ratings and what is said about products.</summary>
public static class TalkWords
{
    /// <summary><c>4,6</c></summary>
    public static string Average(Rating rating) => $"{rating.Tenths / 10},{rating.Tenths % 10}";

    /// <summary><c>★★★★☆</c></summary>
    public static string Stars(int stars) => new string('★', stars) + new string('☆', Review.MostStars - stars);

    public static string Name(TextKind kind) => kind switch
    {
        TextKind.Review => "Ulasan",
        TextKind.ReviewAnswer => "Balasan ulasan",
        TextKind.Question => "Pertanyaan",
        TextKind.QuestionAnswer => "Jawaban",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The word an address has for it.</summary>
    public static string Word(TextKind kind) => kind switch
    {
        TextKind.Review => "ulasan",
        TextKind.ReviewAnswer => "balasan",
        TextKind.Question => "pertanyaan",
        TextKind.QuestionAnswer => "jawaban",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>What an address asks for; a review where it says nothing known.</summary>
    public static TextKind Kind(string? word) => Enum.GetValues<TextKind>().FirstOrDefault(kind => Word(kind) == word);

    public static string Reason(TextReportReason why) => why switch
    {
        TextReportReason.Abuse => "Kasar, menghina, atau mengancam",
        TextReportReason.PersonalData => "Memuat data pribadi",
        TextReportReason.Advertising => "Iklan atau mengajak bertransaksi di luar Komeji",
        TextReportReason.OffTopic => "Bukan tentang produk ini",
        TextReportReason.Untrue => "Palsu atau menyesatkan",
        TextReportReason.Other => "Lainnya",
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, null),
    };
}
