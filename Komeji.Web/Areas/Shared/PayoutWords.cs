using Komeji.Application.Payouts;
using Komeji.Domain.Payouts;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Komeji.Web.Areas.Shared;

/// <summary>Payouts in words: the same for sellers and finance.</summary>
public static class PayoutWords
{
    /// <summary>A row of the timeline.</summary>
    public static string Step(PayoutStep step) => step.ReasonCode switch
    {
        "asked" => "Diminta penjual, saldo disisihkan",
        "weekly" => "Dibuat menurut jadwal mingguan, saldo disisihkan",
        "prepared" => "Disiapkan petugas keuangan",
        "approved" => "Disetujui petugas keuangan lain",
        "held_account" or "held_orders" or "held_debt" or "held_compliance" => "Ditunda",
        "appealed" => "Penjual keberatan atas penundaan",
        "resumed" => "Penundaan diakhiri",
        "hold_over" => "Waktu penundaan habis, menunggu persetujuan lagi",
        "rejected" => "Ditolak, uang kembali ke saldo",
        "cancelled" => "Dibatalkan, uang kembali ke saldo",
        "sent" => "Masuk berkas bank",
        "sent_by_provider" => "Diserahkan kepada penyedia pencairan",
        "name_same" => "Nama pemilik rekening cocok menurut bank",
        "name_differs" => "Nama pemilik rekening berbeda menurut bank",
        "name_no_account" => "Rekening tidak ditemukan menurut bank",
        "name_no_answer" => "Bank belum menjawab nama pemilik rekening",
        "name_decided" => "Rekening dinyatakan benar oleh petugas",
        "paid_after_all" => "Pengiriman yang dianggap gagal ternyata sampai, perlu diperiksa petugas",
        "extra_owed" => "Terbayar lebih, dikurangkan dari saldo",
        "extra_returned" => "Pembayaran lebih dikembalikan bank",
        "sent_again" => "Dikirim lagi ke bank",
        "succeeded" => "Sampai di rekening, referensi bank",
        "failed" => "Bank tidak bisa mentransfer",
        "in_doubt" => "Jawaban bank belum jelas",
        "returned" => "Dikembalikan bank, uang kembali ke saldo",
        "account_seen" => "Nomor rekening dilihat petugas",
        _ => step.To,
    };

    /// <summary>What the bank says of the account's holder.</summary>
    public static string Of(AccountNaming? naming) => naming switch
    {
        null => "Belum ditanyakan kepada bank",
        AccountNaming.Same => "Cocok dengan nama di bank",
        AccountNaming.Differs => "Berbeda dengan nama di bank",
        AccountNaming.NoAccount => "Tidak ada rekening ini di bank",
        AccountNaming.NoAnswer => "Bank belum menjawab",
        _ => throw new ArgumentOutOfRangeException(nameof(naming), naming, null),
    };

    public static string Of(PayoutChannel channel) => channel == PayoutChannel.BiFast ? "BI-FAST" : "RTGS";

    public static string Of(PayoutHoldReason reason) => reason switch
    {
        PayoutHoldReason.Account => "Rekening perlu dipastikan",
        PayoutHoldReason.Orders => "Pesanan asalnya sedang dipersoalkan",
        PayoutHoldReason.Debt => "Saldo toko kurang dari nol",
        PayoutHoldReason.Compliance => "Pemeriksaan menurut aturan",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    public static string Of(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => "Senin",
        DayOfWeek.Tuesday => "Selasa",
        DayOfWeek.Wednesday => "Rabu",
        DayOfWeek.Thursday => "Kamis",
        DayOfWeek.Friday => "Jumat",
        DayOfWeek.Saturday => "Sabtu",
        DayOfWeek.Sunday => "Minggu",
        _ => throw new ArgumentOutOfRangeException(nameof(day), day, null),
    };

    public static IEnumerable<SelectListItem> HoldReasons() => Enum.GetValues<PayoutHoldReason>().Select(r => new SelectListItem(Of(r), r.ToString()));

    /// <summary>The week from Monday on, after "only when asked".</summary>
    public static IEnumerable<SelectListItem> Days() =>
        Enumerable.Range(1, 7).Select(i => (DayOfWeek)(i % 7)).Select(d => new SelectListItem($"Setiap {Of(d)}", d.ToString())).Prepend(new SelectListItem("Hanya bila saya minta", ""));
}
