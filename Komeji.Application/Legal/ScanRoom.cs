using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Domain.Common;

namespace Komeji.Application.Legal;

/// <summary>Takes uploads of papers in, made safe and sealed, and opens them again for whom a request has let through.</summary>
public sealed class ScanRoom(IPictures pictures, IPrivateFiles files, PersonalKey key)
{
    public const int MostBytes = 5 * 1_048_576;
    const string Ending = "bin";

    /// <exception cref="RuleBroken"><c>scan.*</c>, <c>picture.*</c></exception>
    public async Task<MadeSafe> MakeSafe(Stream upload, CancellationToken cancellationToken)
    {
        var bytes = await Read(upload, cancellationToken);
        if (PdfFile.Is(bytes))
        {
            PdfFile.Require(bytes);
            return new MadeSafe(bytes, "pdf");
        }

        using var picture = new MemoryStream(bytes);
        return new MadeSafe((await pictures.Clean(picture, cancellationToken)).Content, "webp");
    }

    /// <returns>The key of the sealed file.</returns>
    public Task<string> Keep(UserId owner, MadeSafe content, CancellationToken cancellationToken) => files.Save(key.Seal(owner, content.Bytes), Ending, cancellationToken);

    public Task Forget(string fileKey) => files.Delete(fileKey, CancellationToken.None);

    /// <exception cref="NotFound">The file is gone, or was sealed under another key.</exception>
    public async Task<byte[]> Open(UserId owner, string fileKey, CancellationToken cancellationToken)
    {
        await using var stored = await files.Open(fileKey, cancellationToken) ?? throw new NotFound();
        using var copy = new MemoryStream();
        await stored.CopyToAsync(copy, cancellationToken);
        return key.Open(owner, copy.ToArray()) ?? throw new NotFound();
    }

    static async Task<byte[]> Read(Stream upload, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await upload.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (copy.Length + read > MostBytes)
            {
                throw new RuleBroken("scan.too_large", "Berkas paling besar 5 MB. Perkecil fotonya atau pindai dengan mutu lebih rendah, lalu unggah lagi.");
            }

            copy.Write(buffer, 0, read);
        }

        return copy.Length > 0 ? copy.ToArray() : throw new RuleBroken("scan.empty", "Berkas ini kosong. Pilih foto atau PDF dokumennya.");
    }
}

/// <param name="Type"><c>webp</c> or <c>pdf</c>.</param>
public sealed record MadeSafe(byte[] Bytes, string Type);

/// <summary>
/// A PDF is kept as it is, so what is more than a page is refused: script, what starts programs, attachments, passwords. What
/// hides that in packed objects gets past; so it is only ever offered for download, never shown inside a page of ours.
/// </summary>
static class PdfFile
{
    const int Tail = 1_024;

    static readonly string[] Active = ["/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/AA", "/RichMedia", "/XFA", "/SubmitForm", "/ImportData"];

    public static bool Is(ReadOnlySpan<byte> bytes) => bytes.StartsWith("%PDF-"u8);

    /// <exception cref="RuleBroken"><c>scan.pdf_broken</c>, <c>scan.pdf_locked</c>, <c>scan.pdf_active</c></exception>
    public static void Require(byte[] bytes)
    {
        var end = bytes.AsSpan(Math.Max(0, bytes.Length - Tail));
        var mark = end.LastIndexOf("%%EOF"u8);
        if (mark < 0 || end.LastIndexOf("startxref"u8) < 0 || !IsBlank(end[(mark + 5)..]))
        {
            throw new RuleBroken("scan.pdf_broken", "PDF ini rusak atau terpotong. Simpan ulang sebagai PDF, atau unggah fotonya.");
        }

        if (Names(bytes, "/Encrypt"))
        {
            throw new RuleBroken("scan.pdf_locked", "PDF ini dikunci sandi. Simpan tanpa sandi, atau unggah fotonya.");
        }

        if (Active.Any(name => Names(bytes, name)))
        {
            throw new RuleBroken("scan.pdf_active", "PDF ini berisi formulir, lampiran, atau perintah. Cetak ulang sebagai PDF biasa, atau unggah fotonya.");
        }
    }

    /// <summary>Nothing but white space: a second file behind the first is none of ours.</summary>
    static bool IsBlank(ReadOnlySpan<byte> rest) => rest.IndexOfAnyExcept(" \r\n\t\0"u8) < 0;

    /// <summary>As a whole name: <c>/JS</c> is not in <c>/JSomething</c>.</summary>
    static bool Names(ReadOnlySpan<byte> bytes, string name)
    {
        var wanted = System.Text.Encoding.ASCII.GetBytes(name);
        for (var rest = bytes; rest.IndexOf(wanted) is >= 0 and var at;)
        {
            rest = rest[(at + wanted.Length)..];
            if (rest.Length == 0 || !char.IsAsciiLetterOrDigit((char)rest[0]))
            {
                return true;
            }
        }

        return false;
    }
}
