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
