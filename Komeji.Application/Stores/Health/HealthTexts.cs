using System.Globalization;
using Komeji.Application.Notifications;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;

namespace Komeji.Application.Stores.Health;

/// <summary>How figures of a shop are called and told.</summary>
public static class HealthTexts
{
    const string Page = "/penjual/kesehatan";

    static readonly CultureInfo Indonesian = new("id-ID");

    /// <summary>A figure as pages call it.</summary>
    public static string Name(HealthMeasure measure) => measure switch
    {
        HealthMeasure.SlowAnswer => "Pertanyaan yang lambat dijawab",
        HealthMeasure.Cancelled => "Pesanan batal karena toko",
        HealthMeasure.Complained => "Pesanan yang salahnya pada toko",
        HealthMeasure.Late => "Pesanan terlambat",
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, null),
    };

    /// <summary>How it is reckoned, in one sentence.</summary>
    /// <param name="answerHours">The time a shop has to answer.</param>
    public static string Formula(HealthMeasure measure, int answerHours) => measure switch
    {
        HealthMeasure.SlowAnswer => $"Pertanyaan pembeli yang tidak dijawab dalam {answerHours} jam, dibagi semua pertanyaan yang waktunya menjawab sudah habis atau sudah dijawab. Jam kalender; yang masuk saat toko libur, dan ucapan sesudah jawaban, tidak dihitung.",
        HealthMeasure.Cancelled => "Pesanan yang ditolak toko, tidak dikonfirmasi, tidak dikirim, atau tidak dikerjakan sampai batas waktunya, seluruhnya atau sebagian, dibagi semua pesanan yang dibayar. Pembatalan oleh pembeli atau petugas tidak dihitung.",
        HealthMeasure.Complained => "Pesanan yang dananya kembali dengan toko ikut menanggung, atau yang komplainnya berakhir dengan barang ditukar atau dikirim lagi atas tanggungan toko, dibagi semua pesanan yang dibayar. Sama saja apakah itu diputuskan petugas, disepakati toko, atau dikabulkan karena toko diam. Komplain yang dibatalkan, yang ditutup tanpa jawaban, dan yang ditanggung pihak lain tidak dihitung.",
        HealthMeasure.Late => "Pesanan yang dikirim, siap diambil, atau selesai dikerjakan sesudah hari yang dijanjikan, atau belum juga padahal harinya lewat, dibagi semua pesanan yang sudah atau seharusnya sudah jalan.",
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, null),
    };

    /// <summary>Why an order or a question counts against the shop.</summary>
    public static string Why(string code) => code switch
    {
        "" => "Baik",
        "declined_by_seller" => "Ditolak toko",
        "not_accepted_in_time" => "Tidak dikonfirmasi sampai batas waktu",
        "not_shipped_in_time" => "Tidak dikirim sampai batas waktu",
        "not_done_in_time" => "Tidak dikerjakan sampai batas waktu",
        "rest_cancelled" => "Sisanya dibatalkan toko",
        "rest_not_shipped_in_time" => "Sisanya tidak dikirim sampai batas waktu",
        "complained" => "Toko ikut menanggung",
        PastComplaint.PaidBack => "Dana kembali, toko ikut menanggung",
        PastComplaint.SentAnew => "Barang ditukar atau dikirim lagi, toko ikut menanggung",
        "late" => "Sesudah hari yang dijanjikan",
        "slow" => "Dijawab sesudah batas waktu",
        "unanswered" => "Belum dijawab",
        _ => code,
    };

    /// <summary><c>45 menit</c>, <c>3 jam</c>, <c>2 hari</c>; never less than it was.</summary>
    public static string Time(int minutes) => minutes switch
    {
        < 1 => "1 menit",
        < 60 => $"{minutes} menit",
        < 48 * 60 => $"{(minutes + 59) / 60} jam",
        _ => $"{(minutes + 1_439) / 1_440} hari",
    };

    internal static string Say(IReadOnlyList<HealthBreach> breaches, ShopHealth health) => PlainText.Cut(
        $"Sejak {Day(Wib.DayOf(health.ForgivenAt > health.From ? health.ForgivenAt.Value : health.From))}: "
        + string.Join("; ", breaches.Select(b => $"{Name(b.Measure).ToLower(Indonesian)} {b.Tally.Bad} dari {b.Tally.Total} ({b.Tally.Rate}), batasnya {b.Most}")) + ".",
        500);

    internal static Notice Warned(string store, string words, DateOnly day) => new(
        "Angka toko Anda melewati batas",
        $"{store}. {words} Bila pada {Day(day)} angkanya masih di atas batas, pesanan baru berhenti dengan sendirinya sampai petugas meninjau toko Anda. Lihat pesanan di balik angkanya, dan hubungi kami bila ada yang keliru.",
        Page);

    internal static Notice Recovered(string store) => new("Angka toko Anda sudah membaik", $"{store} kembali di bawah batas. Peringatan sebelumnya berakhir.", Page);

    internal static Notice Restricted(string store, string words, DateOnly review) => new(
        "Toko Anda dibatasi",
        $"{store} tidak menerima pesanan baru. {words} Petugas meninjaunya paling lambat {Day(review)}. Pesanan yang sudah ada, pengembalian dana, dan pencairan tetap berjalan. Bila Anda tidak setuju, ajukan keberatan di halaman toko; seorang petugas yang menjawab.",
        "/penjual/toko");

    static string Day(DateOnly day) => day.ToString("d MMM yyyy", Indonesian);
}
