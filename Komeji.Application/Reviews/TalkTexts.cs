using Komeji.Application.Notifications;
using Komeji.Domain.Common;
using Komeji.Domain.Reviews;

namespace Komeji.Application.Reviews;

/// <summary>What we write to people about reviews and questions.</summary>
static class TalkTexts
{
    public const string MyReviews = "/akun/ulasan?tampil=ditulis";
    public const string MyQuestions = "/akun/pertanyaan";
    public const string ShopReviews = "/penjual/ulasan";
    public const string ShopQuestions = "/penjual/pertanyaan";

    public static Notice Reviewed(Review review) => new(
        "Ulasan baru",
        $"{review.ProductName} mendapat {review.Stars} bintang. Baca dan balas ulasannya; balasan Anda dibaca semua orang.",
        ShopReviews);

    public static Notice Replied(string store, Review review) => new("Penjual membalas ulasan Anda", $"{store} membalas ulasan Anda tentang {review.ProductName}.", MyReviews);

    public static Notice Asked(string product) => new("Pertanyaan baru", $"Ada yang bertanya tentang {product}. Jawaban Anda dibaca semua pembeli.", ShopQuestions);

    public static Notice Answered(string store, string product, QuestionId question) =>
        new("Pertanyaan Anda dijawab", $"{store} menjawab pertanyaan Anda tentang {product}.", $"{MyQuestions}#tanya-{question.Value}");

    public static Notice Hidden(TextKind kind, string product, string reason) => new(
        $"{Name(kind)} Anda disembunyikan",
        $"{Name(kind)} Anda tentang {product} tidak tampil lagi. Alasan petugas: {PlainText.Sentence(reason)} Bila Anda tidak setuju, ajukan keberatan; petugas lain yang menjawab.",
        PageOf(kind));

    public static Notice Removed(TextKind kind, string product, string reason) => new(
        $"Keberatan tentang {Name(kind).ToLowerInvariant()} Anda dijawab",
        $"{Name(kind)} Anda tentang {product} tetap disembunyikan. Alasan petugas: {PlainText.Sentence(reason)}",
        PageOf(kind));

    public static Notice ShownAgain(TextKind kind, string product, string reason) => new(
        $"{Name(kind)} Anda tampil lagi",
        $"Keberatan Anda diterima: {Name(kind).ToLowerInvariant()} Anda tentang {product} tampil lagi. Alasan petugas: {PlainText.Sentence(reason)}",
        PageOf(kind));

    public static string Name(TextKind kind) => kind switch
    {
        TextKind.Review => "Ulasan",
        TextKind.ReviewAnswer => "Balasan ulasan",
        TextKind.Question => "Pertanyaan",
        TextKind.QuestionAnswer => "Jawaban",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Where its author sees it.</summary>
    static string PageOf(TextKind kind) => kind switch
    {
        TextKind.Review => MyReviews,
        TextKind.ReviewAnswer => ShopReviews,
        TextKind.Question => MyQuestions,
        _ => ShopQuestions,
    };
}
