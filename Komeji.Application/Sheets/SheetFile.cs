using System.Text;
using Komeji.Domain.Common;

namespace Komeji.Application.Sheets;

/// <summary>
/// Reads the table in an uploaded file, CSV or XLSX, by what is in it and not by its name. Nothing is written to a disk, nothing is
/// run: a formula is a text. What is no table is refused with a sentence that says what it is and what to do.
/// </summary>
public static class SheetFile
{
    static readonly (byte[] Start, string Code, string Sentence)[] Others =
    [
        ([0xD0, 0xCF, 0x11, 0xE0], "sheet.old", "Berkas ini berformat Excel lama (.xls) atau terkunci kata sandi. Buka di Excel, lalu simpan sebagai .xlsx atau CSV tanpa kata sandi."),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "sheet.picture", Picture),
        ([0xFF, 0xD8, 0xFF], "sheet.picture", Picture),
        ([.. "GIF8"u8], "sheet.picture", Picture),
        ([.. "RIFF"u8], "sheet.picture", Picture),
        ([.. "%PDF"u8], "sheet.kind", NoTable),
    ];

    const string Picture = "Berkas ini gambar, walaupun namanya tabel. Pilih berkas CSV atau XLSX.";
    const string NoTable = "Berkas ini bukan tabel CSV atau XLSX. Unduh templat, isi, lalu unggah hasilnya.";

    /// <exception cref="RuleBroken"><c>sheet.*</c></exception>
    public static async Task<IReadOnlyList<SheetLine>> Read(Stream upload, CancellationToken cancellationToken)
    {
        var bytes = await Take(upload, cancellationToken);
        if (bytes.Length == 0)
        {
            throw new RuleBroken("sheet.empty", "Berkas ini kosong. Unduh templat, isi, lalu unggah hasilnya.");
        }

        foreach (var (start, code, sentence) in Others)
        {
            if (bytes.AsSpan().StartsWith(start))
            {
                throw new RuleBroken(code, sentence);
            }
        }

        var lines = bytes.AsSpan().StartsWith("PK\u0003\u0004"u8) ? XlsxReader.Read(bytes) : CsvReader.Read(TextOf(bytes));
        var filled = lines.Where(l => !l.IsEmpty).Take(SheetLimits.Rows + 2).ToList();
        return filled.Count switch
        {
            0 => throw new RuleBroken("sheet.empty", "Tabel ini kosong. Unduh templat, isi, lalu unggah hasilnya."),
            > SheetLimits.Rows + 1 => throw TooManyRows(),
            _ => filled,
        };
    }

    internal static RuleBroken TooManyRows() => new("sheet.rows", "Tabel paling banyak 10.000 baris. Bagi menjadi beberapa berkas.");

    internal static RuleBroken TooWide() => new("sheet.columns", "Tabel ini terlalu lebar. Hapus kolom yang tidak ada di templat.");

    static async Task<byte[]> Take(Stream upload, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var piece = new byte[64 * 1024];
        for (int read; (read = await upload.ReadAsync(piece, cancellationToken)) > 0;)
        {
            kept.Write(piece, 0, read);
            if (kept.Length > SheetLimits.Bytes)
            {
                throw new RuleBroken("sheet.too_large", "Berkas paling besar 5 MB. Hapus gambar dan lembar yang tidak perlu, atau bagi menjadi beberapa berkas.");
            }
        }

        return kept.ToArray();
    }

    /// <summary>UTF-8 with or without its mark, UTF-16 with its mark, else Windows-1252, as spreadsheets on Windows write.</summary>
    static string TextOf(byte[] bytes)
    {
        var text = Decode(bytes);
        if (text.Any(c => c < ' ' && c is not ('\t' or '\r' or '\n' or '\v' or '\f')))
        {
            throw new RuleBroken("sheet.kind", NoTable);
        }

        var start = text.AsSpan().TrimStart();
        return start.Length > 0 && start[0] == '<'
            ? throw new RuleBroken("sheet.markup", "Berkas ini halaman web (HTML), walaupun namanya tabel. Buka di Excel atau Google Spreadsheet, lalu simpan sebagai XLSX atau CSV.")
            : text;
    }

    static string Decode(byte[] bytes)
    {
        var span = bytes.AsSpan();
        if (span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(span[2..]);
        }

        if (span.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode.GetString(span[2..]);
        }

        var body = span.StartsWith(Encoding.UTF8.Preamble) ? span[3..] : span;
        return System.Text.Unicode.Utf8.IsValid(body) ? Encoding.UTF8.GetString(body) : CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(body);
    }
}
