using System.Globalization;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Notifications;

/// <summary>What we write to people about orders of services, as <see cref="Texts"/> does about goods.</summary>
static class ServiceTexts
{
    static readonly CultureInfo Indonesian = new("id-ID");

    public static Notice Accepted(Order order) => new(
        $"Janji {order.Number} terjadwal",
        $"{order.StoreName} menerima janji Anda {When(order.Appointment!.StartsAt)}. Kode selesai ada di halaman pesanan; berikan kepada penjual setelah hasilnya Anda lihat.",
        BuyerPage(order));

    public static Notice NewOrder(Order order) => new(
        $"Janji baru {order.Number}",
        $"Pembeli ingin {When(order.Appointment!.StartsAt)}. Terima, usulkan waktu lain, atau tolak sebelum {Due(order)}; lewat itu pesanan batal sendiri dan dana kembali ke pembeli.",
        SellerPage(order));

    public static Notice TimeProposed(Order order) => new(
        $"Penjual mengusulkan waktu lain: {order.Number}",
        $"{order.StoreName} mengusulkan {When(order.Appointment!.ProposedStart!.Value)} sebagai ganti {When(order.Appointment.StartsAt)}. Setujui atau tolak di halaman pesanan; sampai itu janji semula berlaku.",
        BuyerPage(order));

    public static Notice TimeAgreed(Order order) => new(
        $"Waktu baru disetujui: {order.Number}",
        $"Pembeli setuju {When(order.Appointment!.StartsAt)}. Janjinya sudah masuk jadwal Anda.",
        SellerPage(order));

    public static Notice TimeDeclined(Order order) => new(
        $"Usulan waktu ditolak: {order.Number}",
        $"Pembeli tetap pada {When(order.Appointment!.StartsAt)}. Layani pada waktu itu, usulkan waktu lain, atau batalkan.",
        SellerPage(order));

    public static Notice NearForBuyer(Order order) => new(
        $"Pengingat janji {order.Number}",
        $"Janji Anda dengan {order.StoreName} {When(order.Appointment!.StartsAt)}. Tempat dan kode selesai ada di halaman pesanan.",
        BuyerPage(order));

    public static Notice NearForSeller(Order order) => new(
        $"Pengingat janji {order.Number}",
        $"Anda punya janji {When(order.Appointment!.StartsAt)}. Alamat dan catatan pembeli ada di halaman pesanan.",
        SellerPage(order));

    /// <summary>A buyer who has just said "I am content" need not be asked to look.</summary>
    public static Notice? Done(Order order) => order.State != OrderState.Delivered ? null : new(
        $"Jasa {order.Number} selesai dikerjakan",
        $"Periksa hasilnya, lalu tekan “Terima Hasil” sebelum {Due(order)}. Lewat itu pesanan selesai sendiri dan dana diteruskan ke penjual.",
        BuyerPage(order));

    static string Due(Order order) => order.NextTimer is { } timer ? When(timer.DueAt) : "batas waktunya";

    static string BuyerPage(Order order) => $"/pesanan/{order.Number}";

    static string SellerPage(Order order) => $"/penjual/pesanan/{order.Number}";

    static string When(DateTimeOffset at) => at.ToOffset(Wib.Offset).ToString("dddd, d MMM yyyy HH.mm 'WIB'", Indonesian);
}
