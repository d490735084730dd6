using System.Text;

namespace Komeji.Integrations.Images;

/// <summary>What a file is by its first bytes, never by its name.</summary>
static class PictureType
{
    public const string Unreadable = "Foto ini rusak atau terpotong, jadi tidak bisa dibaca. Ambil atau simpan ulang fotonya, lalu unggah lagi.";
    const string Advice = "Unggah foto JPG, PNG, atau WebP.";
    const string OnPhones = "di iPhone: Pengaturan, Kamera, Format, Paling Kompatibel";

    /// <returns>An ending for our own name of the file; null for anything else.</returns>
    public static string? Of(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? "jpg"
        : bytes.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "png"
        : bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8) ? "webp"
        : null;

    /// <summary>Says what was sent instead of a picture we take, as far as it can be told.</summary>
    public static string Instead(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 512)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        var what = text.Length == 0 ? "kosong"
            : Has(text, "<svg") ? "gambar SVG, yang bisa berisi program"
            : text[0] == '<' ? "halaman web (HTML), walaupun namanya foto"
            : text.StartsWith("GIF8", StringComparison.Ordinal) ? "gambar GIF"
            : text.StartsWith("BM", StringComparison.Ordinal) || text.StartsWith("II*", StringComparison.Ordinal) || text.StartsWith("MM\0*", StringComparison.Ordinal) ? "gambar BMP atau TIFF"
            : text.StartsWith("%PDF", StringComparison.Ordinal) ? "dokumen PDF"
            : text.Length > 8 && text[4..8] == "ftyp" ? Has(text, "heic") || Has(text, "heix") || Has(text, "heif") || Has(text, "hevc") || Has(text, "mif1") || Has(text, "avif") ? $"foto HEIC atau AVIF ({OnPhones})" : "video"
            : null;
        return what is null ? $"Berkas ini bukan foto yang bisa dibaca. {Advice} Fotonya berakhiran .heic? Ubah dahulu ({OnPhones})." : $"Berkas ini {what}. {Advice}";
    }

    static bool Has(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);
}
