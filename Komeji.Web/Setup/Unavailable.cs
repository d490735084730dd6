using Komeji.Persistence.Common;

namespace Komeji.Web.Setup;

/// <summary>
/// Tells an outage of the machine below from a fault of the program: the one passes, so whoever asked is told when to come back.
/// </summary>
public class Unavailable
{
    static readonly UnavailableWords Database = new(
        StatusCodes.Status503ServiceUnavailable, "2", "Komeji sedang tidak bisa melayani",
        "Sistem kami tersambung kembali sebentar lagi. Tunggu beberapa detik, lalu muat ulang halaman ini. Bila Anda baru memesan atau membayar, periksa dahulu di Pesanan: yang sudah tercatat tidak hilang.");

    static readonly UnavailableWords Room = new(
        StatusCodes.Status507InsufficientStorage, "60", "Komeji belum bisa menyimpan",
        "Ruang penyimpanan kami penuh, jadi kiriman Anda belum tersimpan. Petugas kami sudah bisa melihatnya. Coba lagi beberapa menit lagi; melihat-lihat barang tetap bisa.");

    /// <summary>The guard that keeps outages from being taken for faults. A test takes it out to prove that it is what holds.</summary>
    protected virtual Outage Of(Exception fault) => Outages.Of(fault);

    /// <returns>Null when it is a fault of the program.</returns>
    public UnavailableWords? Because(Exception fault) => Of(fault) switch
    {
        Outage.Database => Database,
        Outage.Room => Room,
        _ => null,
    };
}

/// <param name="RetryAfter">Seconds.</param>
public sealed record UnavailableWords(int Status, string RetryAfter, string Title, string Advice);
