using Komeji.Web.Setup;

namespace Komeji.Web.Areas.Shop.Errors;

/// <summary>What an answer without a page of its own says, and what to do next.</summary>
public sealed record RefusalWords(string Title, string Advice)
{
    public static readonly RefusalWords OtherShop = new("Tidak ada di toko ini", "Mungkin ini milik toko lain tempat Anda bekerja. Pilih tokonya, lalu buka lagi.");

    public bool IsOtherShop => this == OtherShop;

    /// <param name="limit">Bytes the address takes, when more was sent.</param>
    public static RefusalWords Of(int status, long? limit = null, TooOften? wait = null) => status switch
    {
        StatusCodes.Status400BadRequest => new("Permintaan tidak terbaca", "Kembali ke halaman sebelumnya, muat ulang, lalu coba sekali lagi."),
        StatusCodes.Status401Unauthorized => new("Silakan masuk", "Masuk ke akun Anda, lalu buka halaman ini lagi."),
        StatusCodes.Status403Forbidden => new("Halaman ini bukan untuk akun Anda", "Masuk dengan akun yang berwenang, atau kembali ke beranda."),
        StatusCodes.Status405MethodNotAllowed => new("Alamat ini tidak bisa dibuka begitu saja", "Kembali ke halaman sebelumnya dan tekan tombolnya di sana."),
        StatusCodes.Status409Conflict => new("Data baru saja berubah", "Muat ulang halaman, periksa, lalu coba lagi."),
        StatusCodes.Status413PayloadTooLarge => new("Kiriman terlalu besar", TooMuch(limit)),
        StatusCodes.Status415UnsupportedMediaType => new("Bentuk kiriman tidak dikenal", "Kembali ke halaman sebelumnya dan kirim lewat formulirnya."),
        StatusCodes.Status429TooManyRequests => new("Terlalu banyak percobaan", wait?.Advice ?? "Tunggu beberapa menit, lalu coba lagi."),
        _ => new("Halaman tidak ditemukan", "Mungkin alamatnya berubah atau barangnya sudah tidak dijual. Cari lagi, atau kembali ke beranda."),
    };

    static string TooMuch(long? limit)
    {
        var most = limit is { } bytes ? $"Halaman ini menerima paling banyak {bytes / 1_048_576} MB sekali kirim. " : "";
        return most + "Tekan tombol kembali di peramban, perkecil foto atau kirim lebih sedikit sekaligus, lalu coba lagi.";
    }
}
