using System.Globalization;
using Komeji.Application.Notifications;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Returns;
using Komeji.Domain.Shipping;

namespace Komeji.Application.Returns;

/// <summary>What we write to people about returns and replacements: what to do, until when, and what happens by itself then. Codes stay on the page behind the link.</summary>
static class ReturnTexts
{
    static readonly CultureInfo Indonesian = new("id-ID");

    public static Notice OpenedForBuyer(GoodsReturn goods, Order order) => new(
        $"Kirim balik barang pesanan {order.Number}",
        $"Kirim lewat kurir atau antar ke titik komunitas sebelum {Due(goods.DueAt)}. Lewat itu retur {goods.Number} ditutup dan barangnya tetap pada Anda.",
        Buyer(goods));

    public static Notice OpenedForShop(GoodsReturn goods, Order order) => new(
        $"Barang pesanan {order.Number} akan kembali",
        $"Pembeli mengirim balik sesuai {goods.CauseNumber}, paling lambat {Due(goods.DueAt)}. Anda diberi tahu saat barangnya berangkat.",
        Shop(goods));

    public static Notice Sent(GoodsReturn goods, Order order) => new(
        goods.IsAtPoint ? $"Retur {goods.Number} menunggu di titik komunitas" : $"Retur {goods.Number} sedang dikirim balik",
        goods.IsAtPoint
            ? $"Ambil barang pesanan {order.Number} di sana dengan kode di halaman retur, sebelum {Due(goods.DueAt)}. Lewat itu dianggap sudah Anda ambil."
            : $"Hitung isinya begitu sampai. Bila tidak ada kabar sampai {Due(goods.DueAt)}, paketnya dianggap sampai.",
        Shop(goods));

    public static Notice Arrived(GoodsReturn goods, Order order) => new(
        $"Hitung barang retur {goods.Number}",
        $"Barang pesanan {order.Number} sudah sampai atau dianggap sampai. Hitung sebelum {Due(goods.DueAt)}; lewat itu semuanya dianggap Anda terima utuh. Bila paketnya tidak ada, ajukan keberatan.",
        Shop(goods));

    public static Notice PartlyAccepted(GoodsReturn goods, Order order) => new(
        $"Penjual menerima sebagian retur {goods.Number}",
        $"{order.StoreName} menerima {goods.Lines.Sum(l => l.Accepted)} dari {goods.Lines.Sum(l => l.Pieces)} barang. Lihat alasan dan fotonya, lalu setujui atau ajukan keberatan sebelum {Due(goods.DueAt)}; diam berarti setuju.",
        Buyer(goods));

    public static Notice Objected(GoodsReturn goods, bool forBuyer) => new(
        $"Keberatan atas retur {goods.Number}",
        $"{(forBuyer ? "Penjual" : "Pembeli")} tidak sependapat. Petugas Komeji memutuskan paling lambat {Due(goods.DueAt)}; foto dan keterangan Anda di halaman retur ikut dilihat.",
        forBuyer ? Buyer(goods) : Shop(goods));

    public static Notice Overdue(string number) => new(
        $"Keberatan atas retur {number} terlambat diputuskan", "Pembeli dan penjual masih menunggu, dan dananya belum berjalan. Baca foto dan keterangan keduanya, lalu putuskan hari ini.", $"/operator/retur/{number}");

    public static Notice Received(GoodsReturn goods, bool forBuyer) => new(
        $"Barang retur {goods.Number} sudah dihitung",
        $"{goods.Lines.Sum(l => l.Accepted)} dari {goods.Lines.Sum(l => l.Pieces)} barang dianggap kembali."
            + (goods.Offered.IsPositive ? $" Dana {goods.Offered} untuk itu dikembalikan kepada {(forBuyer ? "Anda" : "pembeli")} menurut {goods.CauseNumber}." : ""),
        forBuyer ? Buyer(goods) : Shop(goods));

    public static Notice Closed(GoodsReturn goods, bool forBuyer, string reasonCode) => new(
        $"Retur {goods.Number} ditutup",
        reasonCode == "cause_ended"
            ? $"{goods.CauseNumber} berlanjut dengan cara lain, jadi barangnya tidak dikirim balik."
            : reasonCode == "withdrawn"
            ? $"{(forBuyer ? "Anda" : "Pembeli")} memilih tetap menyimpan barangnya. Tidak ada dana yang kembali untuk retur ini."
            : $"Barangnya tidak dikirim balik sampai batas waktunya. {(forBuyer ? "Barang tetap pada Anda, dan tidak ada dana yang kembali untuk retur ini." : "Anda tidak perlu menunggunya lagi.")}",
        forBuyer ? Buyer(goods) : Shop(goods));

    public static Notice ReplacementOpened(Replacement replacement, Order order) => new(
        $"{Kind(replacement.Kind)} untuk pesanan {order.Number}",
        replacement.State == ReplacementState.AwaitingReturn
            ? $"Siapkan barangnya sesuai {replacement.CauseNumber}, dan kirim setelah barang lama kembali. Pembeli tidak membayar lagi."
            : $"Kirim sesuai {replacement.CauseNumber} sebelum {Due(replacement.DueAt)}; pembeli tidak membayar lagi. Lewat itu dinyatakan gagal dan jalan keluar lain dicari.",
        $"/penjual/pengganti/{replacement.Number}");

    public static Notice ReplacementDue(Replacement replacement, Order order) => new(
        $"Kirim pengganti untuk pesanan {order.Number}",
        $"Barang lamanya sudah kembali. Kirim penggantinya sebelum {Due(replacement.DueAt)}; lewat itu dinyatakan gagal dan jalan keluar lain dicari.",
        $"/penjual/pengganti/{replacement.Number}");

    public static Notice ReplacementSent(Replacement replacement, Order order) => new(
        $"{Kind(replacement.Kind)} pesanan {order.Number} {(replacement.Way == ShipmentKind.Pickup ? "siap diambil" : "dikirim")}",
        $"{order.StoreName} sudah mengirimnya tanpa biaya. Tekan “Sudah Saya Terima” setelah Anda memeriksanya, sebelum {Due(replacement.DueAt)}; lewat itu dianggap sampai, kecuali Anda melapor belum sampai.",
        $"/pengganti/{replacement.Number}");

    public static Notice ReplacementNotArrived(Replacement replacement, Order order) => new(
        $"Pembeli melapor belum sampai: {replacement.Number}",
        $"{Kind(replacement.Kind)} pesanan {order.Number} belum diterima pembeli. Tanyakan kurir, lalu unggah foto bukti terima di halamannya; petugas Komeji memutuskan paling lambat {Due(replacement.DueAt)}.",
        $"/penjual/pengganti/{replacement.Number}");

    public static Notice ReplacementOverdue(string number) => new(
        $"Laporan belum sampai {number} terlambat diputuskan", "Pembeli melapor barang yang dikirim lagi belum sampai. Tanyakan kurir, lihat bukti penjual, lalu putuskan hari ini.", $"/operator/pengganti/{number}");

    public static Notice ReplacementDelivered(Replacement replacement, bool forBuyer) => new(
        $"{Kind(replacement.Kind)} {replacement.Number} sampai",
        forBuyer ? "Barangnya tercatat sudah Anda terima." : "Pembeli tercatat sudah menerimanya. Tidak ada lagi yang perlu Anda kirim.",
        forBuyer ? $"/pengganti/{replacement.Number}" : $"/penjual/pengganti/{replacement.Number}");

    public static Notice ReplacementFailed(Replacement replacement, bool forBuyer) => new(
        $"{Kind(replacement.Kind)} {replacement.Number} tidak jadi",
        $"Barangnya tidak dikirim atau tidak sampai. Jalan keluar lain dicari di {replacement.CauseNumber}.",
        forBuyer ? $"/pengganti/{replacement.Number}" : $"/penjual/pengganti/{replacement.Number}");

    public static string Kind(ReplacementKind kind) => kind switch
    {
        ReplacementKind.Missing => "Kiriman kekurangan",
        ReplacementKind.SentBack => "Barang yang dikirim kembali",
        _ => "Barang pengganti",
    };

    static string Buyer(GoodsReturn goods) => $"/retur/{goods.Number}";

    static string Shop(GoodsReturn goods) => $"/penjual/retur/{goods.Number}";

    static string Due(DateTimeOffset? at) => at is { } due ? due.ToOffset(Wib.Offset).ToString("d MMM yyyy HH.mm 'WIB'", Indonesian) : "batas waktunya";
}
