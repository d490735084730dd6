using Komeji.Domain.Ordering;

namespace Komeji.Web.Areas.Shop.Payments;

/// <summary>What the page of a purchase says that is paid to the shop in cash: its one order tells how it stands.</summary>
/// <param name="Tone">Of the status.</param>
/// <param name="IsDue">She still has to pay, or may have to.</param>
public sealed record CashPaymentWords(string Tone, string Word, string Sentence, bool IsDue)
{
    public static CashPaymentWords Of(OrderState state) => state switch
    {
        OrderState.Completed => new("ok", "Dibayar Tunai", "Pesanan ini selesai dan sudah dibayar tunai kepada penjual. Tidak ada yang perlu dibayar lagi.", false),
        OrderState.Cancelled => new("", "Dibatalkan", "Pesanan ini dibatalkan. Anda tidak perlu membayar apa pun.", false),
        OrderState.Refunded => new("", "Berakhir", "Pesanan ini berakhir tanpa pembelian, dan uang tunainya kembali langsung dari penjual. Tidak ada yang perlu dibayar.", false),
        OrderState.ReturnedToSender => new("hold", "Barang Kembali", "Barangnya tidak jadi diserahkan. Jangan bayar dahulu; penjual mengantar lagi atau mengakhiri pesanan.", false),
        OrderState.Delivered => new("work", "Bayar di Tempat", "Barangnya sudah diserahkan. Bila sudah Anda bayar tunai kepada penjual, nyatakan di halaman pesanan; di sini tidak ada yang perlu dibayar.", true),
        _ => new("work", "Bayar di Tempat", "Pesanan Anda sudah diteruskan ke penjual. Bayar jumlah ini tunai kepadanya saat barang Anda terima; di sini tidak ada yang perlu dibayar.", true),
    };
}
