using Komeji.Domain.Ordering;

namespace Komeji.Application.Notifications;

/// <summary>What is written to people about orders that the buyer pays to the shop in cash: no money of them is held or given back here.</summary>
static class CashTexts
{
    public static Notice NewOrder(Order order) => new(
        $"Pesanan baru {order.Number}, bayar di tempat",
        $"Pembeli membayar {order.Total} tunai saat barang diserahkan. Terima atau tolak pesanannya{Texts.Deadline(order, "Lewat itu pesanan batal sendiri.")}",
        Texts.SellerPage(order));

    public static Notice Shipped(Order order) => new(
        $"Pesanan {order.Number} diantar penjual",
        $"{order.StoreName} mengantar sendiri. Siapkan {order.Total} tunai; lihat barangnya, bayar di tempat, lalu sebutkan kode terima yang ada di halaman pesanan. Bila tidak datang, tekan “Laporkan Belum Sampai”{Texts.Deadline(order, "Bila Anda diam, lewat itu pesanan dianggap sampai dan dibayar.")}",
        Texts.BuyerPage(order));

    public static Notice? Delivered(Order order) => order.State != OrderState.Delivered ? null : new(
        $"Pesanan {order.Number} sampai tujuan",
        $"Sudah membayar {order.Total} kepada penjual? Tekan “Terima dan Sudah Bayar”{Texts.Deadline(order, "Lewat itu pesanan selesai sendiri.")}",
        Texts.BuyerPage(order));

    /// <summary>She hears of it though it agrees with what she did: so a note of cash that was never paid comes to light.</summary>
    public static Notice Taken(Order order) => new(
        $"Penjual mencatat {order.Total} tunai",
        $"{order.StoreName} mencatat uang tunai pesanan {order.Number} sudah diterima. Bila benar, tekan “Terima dan Sudah Bayar”; bila tidak, hubungi kami.",
        Texts.BuyerPage(order));

    public static Notice Confirmed(Order order) => new(
        $"Pembeli sudah membayar pesanan {order.Number}",
        $"Pembeli menyatakan barang diterima dan {order.Total} sudah dibayar. Catat uang tunainya; bila belum Anda terima, hubungi kami{Texts.Deadline(order, "Lewat itu pesanan selesai sendiri.")}",
        Texts.SellerPage(order));

    public static Notice GivenBack(Order order) => new(
        $"Penjual mengembalikan uang pesanan {order.Number}",
        $"{order.StoreName} mencatat {order.Total} sudah dikembalikan tunai kepada Anda. Bila benar, tekan “Uang Sudah Kembali”; bila tidak, tekan “Uang Tidak Kembali” atau hubungi kami{Texts.Deadline(order, "Lewat itu pesanan berakhir dan uangnya dianggap sudah kembali.")}",
        Texts.BuyerPage(order));

    public static Notice CompletedForSeller(Order order) => new(
        $"Pesanan {order.Number} selesai",
        (order.Fee + order.Vat).IsPositive
            ? $"Uang tunainya ada pada Anda. Biaya layanan {order.Fee + order.Vat} dipotong dari saldo toko begitu ada isinya."
            : "Uang tunainya ada pada Anda.",
        Texts.SellerPage(order));

    public static Notice CompletedForBuyer(Order order) => new(
        $"Pesanan {order.Number} selesai",
        $"Terima kasih sudah berbelanja di {order.StoreName}. Pesanan ini Anda bayar tunai kepada penjual.",
        Texts.BuyerPage(order));

    public static Notice ReturnedForBuyer(Order order) => new(
        $"Pesanan {order.Number} kembali ke penjual",
        $"{order.StoreName} mencatat barangnya tidak jadi diserahkan. Anda tidak ditagih; ia mengantar lagi atau mengakhiri pesanan. Bila barangnya sudah Anda terima dan bayar, tekan “Sudah Saya Terima dan Bayar” di halaman pesanan.",
        Texts.BuyerPage(order));

    public static Notice ReturnedForSeller(Order order) => new(
        $"Pesanan {order.Number} tidak jadi diserahkan",
        "Antar lagi, atau akhiri pesanannya di halaman pesanan. Tidak ada biaya untuk barang yang tidak diambil.",
        Texts.SellerPage(order));

    public static Notice EndedForBuyer(Order order) => new(
        $"Pesanan {order.Number} berakhir",
        "Pesanan ini dibayar tunai, jadi uangnya kembali langsung dari penjual. Baca alasannya di halaman pesanan; bila uang Anda belum kembali, hubungi kami.",
        Texts.BuyerPage(order));

    public static Notice EndedForSeller(Order order) => new(
        $"Pesanan {order.Number} berakhir tanpa biaya",
        "Uang tunainya kembali kepada pembeli, jadi pesanan ini tidak dikenai biaya layanan. Baca alasannya di halaman pesanan.",
        Texts.SellerPage(order));
}
