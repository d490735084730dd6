using System.Globalization;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Shipping;

namespace Komeji.Application.Notifications;

/// <summary>
/// Everything we write to people about orders, in one place. A text holds what the person needs to decide whether to act now: the
/// order's number, the deadline and what happens by itself then. Names, addresses and codes stay on the page behind the link.
/// </summary>
static class Texts
{
    static readonly CultureInfo Indonesian = new("id-ID");

    public static Notice PayNow(Purchase purchase) => new(
        $"Selesaikan pembayaran {purchase.Total}",
        $"Belanja {purchase.Number} menunggu pembayaran sampai {When(purchase.PayBefore)}. Setelah itu pesanan batal sendiri.",
        $"/bayar/{purchase.Number}");

    public static Notice Paid(string purchaseNumber, Rupiah amount) => new(
        "Pembayaran diterima",
        $"{amount} untuk belanja {purchaseNumber} sudah kami terima. Dana ditahan sampai barang atau hasil jasanya Anda terima.",
        "/pesanan");

    public static Notice NewOrder(Order order) => order.Appointment is not null ? ServiceTexts.NewOrder(order) : order.PaysInCash ? CashTexts.NewOrder(order) : new(
        $"Pesanan baru {order.Number}",
        $"Terima atau tolak pesanan senilai {order.Goods}{Deadline(order, "Lewat itu pesanan batal sendiri dan dana kembali ke pembeli.")}",
        SellerPage(order));

    public static Notice Accepted(Order order) => order.Appointment is not null ? ServiceTexts.Accepted(order) : new(
        $"Pesanan {order.Number} diproses",
        $"{order.StoreName} sedang menyiapkan pesanan Anda" + (order.PromisedBy is { } day ? $", paling lambat siap {Day(day)}." : "."),
        BuyerPage(order));

    public static Notice CancellationAsked(Order order) => new(
        $"Pembeli minta batal: {order.Number}",
        $"Setujui atau tolak permintaan batal pesanan ini{Deadline(order, "Bila Anda diam, permintaan dianggap disetujui.")}",
        SellerPage(order));

    public static Notice CancellationRefused(Order order) => new(
        $"Pesanan {order.Number} tetap dilanjutkan",
        $"{order.StoreName} tidak menyetujui pembatalan. Baca alasannya di halaman pesanan.",
        BuyerPage(order));

    public static Notice CancelledForBuyer(Order order, OrderCancelled fact) => new(
        $"Pesanan {order.Number} dibatalkan",
        $"{Why(fact.ReasonCode)}{(fact.WasPaid && !order.PaysInCash ? $" {Back(order, order.Total, "penuh ")}" : "")}",
        BuyerPage(order));

    public static Notice CancelledForSeller(Order order, OrderCancelled fact) => new(
        $"Pesanan {order.Number} dibatalkan",
        $"{Why(fact.ReasonCode)} {NothingToDo(order)}",
        SellerPage(order));

    public static Notice TakenIn(Order order) => new(
        $"Paket {order.Number} diterima titik ambil",
        $"{Place(order)} sudah menerima paket Anda. Pembeli diberi kode ambil; Anda tidak perlu menunggu di sana.",
        SellerPage(order));

    public static Notice Expired(Order order) => new(
        $"Pesanan {order.Number} kedaluwarsa",
        "Pembayaran tidak kami terima sampai batas waktunya. Silakan pesan lagi bila masih berminat.",
        BuyerPage(order));

    public static Notice Shipped(Order order) => order.PaysInCash ? CashTexts.Shipped(order) : new(
        $"Pesanan {order.Number} dikirim",
        $"{(order.Shipping.Kind == ShipmentKind.SellerDelivery ? $"{order.StoreName} mengantar sendiri; tunjukkan kode terima di halaman pesanan setelah barang Anda lihat." : $"{order.StoreName} sudah menyerahkan paket kepada kurir.")} Tekan “Terima Pesanan” setelah barang sampai{Deadline(order, "Lewat itu pesanan dianggap sampai, kecuali Anda melapor belum sampai.")}",
        BuyerPage(order));

    public static Notice PartShipped(Order order) => new(
        $"Sebagian pesanan {order.Number} dikirim",
        $"{order.StoreName} mengirim sebagian barang Anda dahulu{Deadline(order, "Sisa yang belum dikirim sampai saat itu batal sendiri dan harganya kami kembalikan.")}",
        BuyerPage(order));

    public static Notice PartArrived(Order order) => new(
        $"Satu paket pesanan {order.Number} sampai",
        "Penjual mencatat bahwa satu paket sudah diterima. Lihat fotonya di halaman pesanan; paket lain masih ditunggu.",
        BuyerPage(order));

    public static Notice RestCancelledForBuyer(Order order, OrderRestCancelled fact) => new(
        $"Sisa pesanan {order.Number} tidak dikirim",
        $"{Why(fact.ReasonCode)} {Back(order, fact.Price)} Barang yang sudah dikirim tetap berlanjut.",
        BuyerPage(order));

    public static Notice RestCancelledForSeller(Order order, OrderRestCancelled fact) => new(
        $"Sisa pesanan {order.Number} dibatalkan",
        $"{Why(fact.ReasonCode)} Barangnya tidak perlu dikirim; stok sudah dikembalikan.",
        SellerPage(order));

    public static Notice ReadyForPickup(Order order) => new(
        $"Pesanan {order.Number} siap diambil",
        $"Ambil di {Place(order)} dan tunjukkan kode ambil yang ada di halaman pesanan{PickupDeadline(order)}",
        BuyerPage(order));

    public static Notice PickupReminder(Order order) => new(
        $"Jangan lupa ambil pesanan {order.Number}",
        $"Pesanan menunggu Anda di {Place(order)}{PickupDeadline(order)}",
        BuyerPage(order));

    public static Notice NotArrived(Order order) => new(
        $"Paket {order.Number} dilaporkan belum sampai",
        "Pembeli melapor paket belum sampai. Tanyakan kurir dan siapkan bukti kirimnya; operator Komeji memeriksa dan menghubungi Anda.",
        SellerPage(order));

    /// <summary>A buyer who has just said "I have it" need not be asked to look.</summary>
    public static Notice? Delivered(Order order) => order.Appointment is not null ? ServiceTexts.Done(order) : order.PaysInCash ? CashTexts.Delivered(order) : order.State != OrderState.Delivered ? null : new(
        $"Pesanan {order.Number} sampai tujuan",
        $"Periksa barangnya, lalu tekan “Terima Pesanan”{Deadline(order, "Lewat itu pesanan selesai sendiri dan dana diteruskan ke penjual.")}",
        BuyerPage(order));

    public static Notice CompletedForSeller(Order order) => order.PaysInCash ? CashTexts.CompletedForSeller(order) : new(
        $"Pesanan {order.Number} selesai",
        "Dana pesanan ini sudah masuk ke saldo Anda, setelah biaya layanan.",
        SellerPage(order));

    public static Notice CompletedForBuyer(Order order) => order.PaysInCash ? CashTexts.CompletedForBuyer(order) : new(
        $"Pesanan {order.Number} selesai",
        $"{(order.Appointment is null ? "Terima kasih sudah berbelanja di" : "Terima kasih sudah memakai jasa")} {order.StoreName}. Dana sudah diteruskan ke penjual. Ceritakan pendapat Anda lewat tombol Beri Ulasan di halaman pesanan.",
        BuyerPage(order));

    public static Notice ReturnedForBuyer(Order order) => order.PaysInCash ? CashTexts.ReturnedForBuyer(order) : new(
        $"Paket {order.Number} kembali ke penjual",
        $"Kurir tidak berhasil mengantar paket Anda. {order.StoreName} mengirim ulang atau mengembalikan dana.",
        BuyerPage(order));

    public static Notice ReturnedForSeller(Order order) => order.PaysInCash ? CashTexts.ReturnedForSeller(order) : new(
        $"Paket {order.Number} kembali kepada Anda",
        "Kurir tidak berhasil mengantar. Kirim ulang, atau kembalikan dana pembeli, di halaman pesanan.",
        SellerPage(order));

    public static Notice RefundedForBuyer(Order order, Rupiah back) => new(
        $"Dana pesanan {order.Number} dikembalikan",
        Back(order, back),
        BuyerPage(order));

    /// <summary>Of an order a voucher paid a part of the buyer gets less, which her page says; of a dispute she had won, her bank gave it.</summary>
    static string Back(Order order, Rupiah amount, string whole = "") =>
        order.CooperativeDiscount.IsPositive ? "Yang Anda bayar untuk itu kembali kepada Anda; jumlahnya ada di halaman pesanan." : $"{amount} kembali {whole}kepada Anda.";

    public static Notice RefundedForSeller(Order order) => new(
        $"Dana pesanan {order.Number} dikembalikan ke pembeli",
        order.Kept.IsPositive
            ? $"Pesanan ini berakhir. Dari yang ditanggung pihak lain, {order.Kept} tetap menjadi hak Anda, dikurangi biaya layanan. Baca alasannya di halaman pesanan."
            : "Pesanan ini berakhir tanpa pencairan. Baca alasannya di halaman pesanan.",
        SellerPage(order));

    public static Notice Disputed(Order order) => new(
        $"Bank pembeli mempersoalkan pesanan {order.Number}",
        order.State == OrderState.Completed
            ? "Bagian Anda dari pesanan ini ditahan dari saldo sampai bank memutuskan. Simpan bukti kirim dan percakapan Anda; Komeji menjawab bank dengan bukti itu."
            : "Jangan kirim atau serahkan barangnya dulu: dananya dibekukan dan batas waktunya berhenti sampai bank memutuskan. Simpan bukti Anda; Komeji menjawab bank dengan bukti itu.",
        SellerPage(order));

    public static Notice DisputeWon(Order order) => new(
        $"Sengketa pesanan {order.Number} dimenangkan",
        order.State == OrderState.Completed ? "Bagian Anda yang ditahan sudah kembali ke saldo." : "Dananya tidak lagi dibekukan. Lanjutkan pesanan ini; batas waktunya berjalan lagi.",
        SellerPage(order));

    public static Notice DisputeLost(Order order) => new(
        $"Sengketa pesanan {order.Number} kalah",
        order.State == OrderState.Completed
            ? "Bank mengembalikan uangnya kepada pembeli, jadi bagian Anda yang ditahan tidak kembali ke saldo. Rinciannya ada di halaman saldo."
            : "Bank mengembalikan uangnya kepada pembeli. Jangan kirim barangnya; Komeji memutuskan kelanjutan pesanan ini dan memberi tahu Anda.",
        SellerPage(order));

    static string Why(string reasonCode) => reasonCode switch
    {
        "declined_by_seller" => "Penjual tidak bisa memenuhi pesanan ini.",
        "cancelled_by_buyer" => "Dibatalkan atas permintaan pembeli.",
        "cancelled_by_staff" => "Dibatalkan oleh operator Komeji; alasannya ada di halaman pesanan.",
        "cancellation_agreed" => "Penjual menyetujui permintaan batal.",
        "cancellation_unanswered" => "Permintaan batal tidak dijawab sampai batas waktunya, jadi dianggap disetujui.",
        "not_accepted_in_time" => "Penjual tidak mengonfirmasi sampai batas waktunya.",
        "not_shipped_in_time" => "Penjual tidak mengirim sampai batas waktunya.",
        "not_done_in_time" => "Jasanya tidak diserahkan sampai batas waktunya.",
        "rest_cancelled" => "Penjual tidak bisa mengirim sisa barangnya.",
        "rest_cancelled_by_staff" => "Sisanya dibatalkan oleh operator Komeji; alasannya ada di halaman pesanan.",
        "rest_not_shipped_in_time" => "Penjual tidak mengirim sisa barangnya sampai batas waktunya.",
        "not_collected_in_time" => "Barang tidak diambil sampai batas waktunya.",
        "not_taken" => "Barang tidak jadi diterima, dan sudah kembali ke penjual.",
        _ => "Pesanan ini tidak dilanjutkan.",
    };

    /// <summary>Ends the sentence before it with the moment the order's clock runs out, and says what happens then.</summary>
    internal static string Deadline(Order order, string then) => order.NextTimer is { } timer ? $" sebelum {When(timer.DueAt)}. {then}" : ".";

    static string PickupDeadline(Order order) =>
        order.Timers.FirstOrDefault(t => t.IsRunning && t.Action == OrderTimerAction.CancelUncollected) is { } timer
            ? $" sebelum {When(timer.DueAt)}. Lewat itu pesanan batal sendiri{(order.PaysInCash ? "" : " dan dana dikembalikan")}."
            : ".";

    /// <summary>What a cancellation spares the shop, or leaves it to do.</summary>
    static string NothingToDo(Order order) =>
        order.Appointment is not null ? "Janjinya tidak perlu dilayani; waktunya bisa dipesan orang lain."
        : order.Shipping.Kind == ShipmentKind.CommunityPoint && order.PickupCode is not null ? $"Ambil kembali paketnya di {Place(order)}; stok sudah dikembalikan."
        : "Barang tidak perlu dikirim; stok sudah dikembalikan.";

    /// <summary>Where the buyer collects it.</summary>
    static string Place(Order order) => order.Shipping.Kind == ShipmentKind.CommunityPoint ? order.Shipping.Service : order.StoreName;

    internal static string BuyerPage(Order order) => $"/pesanan/{order.Number}";

    internal static string SellerPage(Order order) => $"/penjual/pesanan/{order.Number}";

    static string When(DateTimeOffset at) => at.ToOffset(Wib.Offset).ToString("d MMM yyyy HH.mm 'WIB'", Indonesian);

    static string Day(DateTimeOffset at) => at.ToOffset(Wib.Offset).ToString("d MMM yyyy", Indonesian);
}
