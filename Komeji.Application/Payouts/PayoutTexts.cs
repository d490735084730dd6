using Komeji.Application.Notifications;
using Komeji.Domain.Common;
using Komeji.Domain.Payouts;

namespace Komeji.Application.Payouts;

/// <summary>What we write to sellers about their payouts.</summary>
static class PayoutTexts
{
    const string Page = "/penjual/saldo/pencairan";

    /// <param name="note">The officer's reason, or the bank's reference.</param>
    /// <returns>Null where there is nothing a seller has to know.</returns>
    public static Notice? Of(Payout payout, PayoutState to, string note) => to switch
    {
        PayoutState.Requested => new(
            "Pencairan dibuat",
            $"{payout.Amount} dari saldo toko Anda akan ditransfer ke {Account(payout)}, setelah disetujui dua petugas keuangan. {(payout.WeeklyFor is null ? "Bila bukan Anda yang meminta, batalkan sekarang dan ganti kata sandi." : "Pencairan ini dibuat menurut jadwal mingguan Anda.")}",
            Of(payout)),
        PayoutState.OnHold => new("Pencairan ditunda", $"Pencairan {payout.Amount} ditunda sementara. Alasan petugas: {PlainText.Sentence(note)} Anda bisa mengajukan keberatan; petugas lain yang membacanya.", Of(payout)),
        PayoutState.Processing when payout.IsWithProvider => new("Pencairan dikirim ke bank", $"{payout.Amount} sedang ditransfer ke {Account(payout)}. Kami mengabari begitu bank menjawab.", Of(payout)),
        PayoutState.Processing => new("Pencairan masuk berkas bank", $"{payout.Amount} disiapkan untuk ditransfer ke {Account(payout)}. Kami mengabari begitu bank menjawab.", Of(payout)),
        PayoutState.Succeeded => new("Pencairan berhasil", $"{payout.Amount} sudah masuk ke {Account(payout)}. Nomor referensi bank: {note}.", Of(payout)),
        PayoutState.Failed => new("Pencairan belum berhasil", $"Bank belum bisa mentransfer {payout.Amount}: {PlainText.Sentence(note)} Uangnya aman; petugas mencobanya lagi atau mengembalikannya ke saldo Anda.", Of(payout)),
        PayoutState.NeedsCheck => new("Pencairan sedang dicek", $"Jawaban bank tentang {payout.Amount} belum jelas. Petugas memastikannya dahulu; tidak ada transfer kedua sebelum itu.", Of(payout)),
        PayoutState.Returned => new("Pencairan dikembalikan bank", $"Bank mengembalikan {payout.Amount}: {PlainText.Sentence(note)} Uangnya sudah kembali ke saldo Anda. Periksa rekening toko Anda.", Of(payout)),
        PayoutState.Rejected => new("Pencairan ditolak", $"Pencairan {payout.Amount} ditolak dan uangnya kembali ke saldo Anda. Alasan petugas: {PlainText.Sentence(note)}", Of(payout)),
        PayoutState.Cancelled => new("Pencairan dibatalkan", $"{payout.Amount} kembali ke saldo Anda.{(note.Length > 0 ? $" Alasan: {PlainText.Sentence(note)}" : "")}", Of(payout)),
        _ => null,
    };

    public static Notice WeeklySkipped(string why) => new("Pencairan mingguan dilewati", $"Saldo toko Anda belum bisa dicairkan. {why}", Page);

    /// <param name="reason">The officer's.</param>
    public static Notice PaidTwice(Payout payout, string reason) => new(
        "Pencairan terbayar sekali lagi", $"{payout.Amount} masuk ke {Account(payout)} di luar pencairan yang dibukukan, jadi dikurangkan dari saldo toko Anda. Alasan petugas: {PlainText.Sentence(reason)}", Of(payout));

    static string Account(Payout payout) => $"{payout.Bank} {payout.Account} atas nama {payout.AccountHolder}";

    static string Of(Payout payout) => $"{Page}/{payout.Id.Value}";
}
