using Komeji.Domain.Legal;
using Komeji.Domain.Stores;

namespace Komeji.Web.Areas.Seller.Home;

/// <summary>How the shop stands, in one sentence: what weighs most is said.</summary>
public static class HomeWords
{
    /// <param name="nib">Null for whom has no right to the papers.</param>
    public static string Standing(StoreState state, NibStatus? nib, bool onHoliday) => (state, nib, onHoliday) switch
    {
        (StoreState.Suspended, _, _) => "Toko ditangguhkan: pesanan baru berhenti. Pesanan yang sudah ada tetap berjalan.",
        (StoreState.Closed, _, _) => "Toko sudah ditutup. Riwayat pesanan dan saldo tetap bisa dibuka.",
        (StoreState.Draft or StoreState.AwaitingReview, _, _) => "Toko menunggu tinjauan petugas: pembeli belum melihatnya.",
        (_, NibStatus.Restricted, _) => "Toko dibatasi: pesanan baru tidak diterima sampai NIB terverifikasi.",
        (_, _, true) => "Toko sedang libur: pembeli tidak bisa memesan.",
        _ => "Toko buka dan menerima pesanan.",
    };
}
