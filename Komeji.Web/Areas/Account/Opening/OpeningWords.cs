using Komeji.Domain.Stores;

namespace Komeji.Web.Areas.Account.Opening;

/// <summary>What is said of a shop after its five steps: nobody is told that a shop is open which is not.</summary>
public static class OpeningWords
{
    public static string Opened(StoreState state) => state == StoreState.Active
        ? "Toko Anda sudah buka. Unggah dokumen agar terverifikasi, lalu tambah produk pertama."
        : "Semua sudah diterima. Petugas melihat toko Anda dahulu; Anda diberi tahu begitu toko dibuka.";

    /// <param name="state">Null before there is a shop.</param>
    public static string Title(StoreState? state) => state switch
    {
        null => "Buka toko",
        StoreState.Active => "Toko Anda sudah buka",
        StoreState.Suspended => "Toko Anda ditangguhkan",
        StoreState.Closed => "Toko Anda sudah ditutup",
        _ => "Toko Anda menunggu tinjauan",
    };

    /// <param name="state">Null before there is a shop.</param>
    public static string About(StoreState? state) => state switch
    {
        null => "Lima langkah singkat. Setiap langkah tersimpan, jadi boleh dilanjutkan kapan saja.",
        StoreState.Active => "Tinggal dua hal: unggah dokumen, lalu tambah produk.",
        StoreState.Suspended => "Pesanan baru berhenti. Alasannya, dan cara mengajukan keberatan, ada di halaman toko.",
        StoreState.Closed => "Riwayat pesanan dan saldo Anda tetap bisa dibuka.",
        _ => "Ada kata pada nama atau keterangan toko yang dilihat petugas dahulu. Ganti kata itu di halaman toko, atau tunggu sambil menyiapkan dokumen dan produk.",
    };
}
