using System.Globalization;
using Komeji.Application.Files;
using Komeji.Domain.Common;

namespace Komeji.Integrations.Images;

/// <summary>
/// Cleans pictures with the tools of libvips, in a process of their own with a time limit: what is drawn anew from pixels carries
/// no metadata, no script and no second file behind it. The type is decided by the first bytes, never by the name.
/// </summary>
/// <param name="temporary">A folder of our own below it holds each picture's work, and is gone when that ends.</param>
/// <param name="limits">Smaller ones serve tests.</param>
public sealed class VipsPictures(string temporary, PictureLimits? limits = null) : IPictures, IDisposable
{
    const string Full = "1280x1280>";
    const string Small = "400x400>";

    readonly PictureLimits limits = limits ?? new PictureLimits();
    readonly SemaphoreSlim places = new(2);

    public async Task<Picture> Clean(Stream upload, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        var folder = Directory.CreateDirectory(Path.Combine(temporary, Path.GetRandomFileName())).FullName;
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(limits.Time);
            return await Clean(upload, folder, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RuleBroken("picture.too_slow", "Foto ini terlalu rumit untuk diproses. Perkecil fotonya, lalu unggah lagi.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();

    async Task<Picture> Clean(Stream upload, string folder, CancellationToken cancellationToken)
    {
        var bytes = await Read(upload, cancellationToken);
        var type = PictureType.Of(bytes) ?? throw NotAPicture();
        var source = Path.Combine(folder, "asal." + type);
        await File.WriteAllBytesAsync(source, bytes, cancellationToken);
        await CheckPixels(source, cancellationToken);

        // Reads all of it and gives up at the first fault: a photo cut off on its way would else be shown half grey.
        await Must("vips", ["avg", source + "[fail]"], cancellationToken);

        // WebP written by this version of libvips keeps metadata in spite of "strip", so a stripped picture stands between.
        // It is PNG where the source may be transparent.
        var between = type == PictureType.Jpeg ? "jpg[strip,Q=95]" : "png[strip]";
        var full = await Resize(source, Path.Combine(folder, "penuh"), Full, between, 78, cancellationToken);
        var small = await Resize(full.Stripped, Path.Combine(folder, "kecil"), Small, between, 72, cancellationToken);
        return new Picture(
            await File.ReadAllBytesAsync(full.WebP, cancellationToken),
            await Dimension(full.WebP, "width", cancellationToken),
            await Dimension(full.WebP, "height", cancellationToken),
            await File.ReadAllBytesAsync(small.WebP, cancellationToken));
    }

    async Task<byte[]> Read(Stream upload, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await upload.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (copy.Length + read > limits.Bytes)
            {
                throw new RuleBroken("picture.too_large", $"Foto paling besar {limits.Bytes / 1_048_576} MB. Perkecil fotonya, lalu unggah lagi.");
            }

            copy.Write(buffer, 0, read);
        }

        return copy.ToArray();
    }

    /// <summary>Asked from the header alone, before anything is unpacked: a small file can hold a picture that fills the memory.</summary>
    async Task CheckPixels(string path, CancellationToken cancellationToken)
    {
        var pixels = (long)await Dimension(path, "width", cancellationToken) * await Dimension(path, "height", cancellationToken);
        if (pixels > limits.Pixels)
        {
            throw new RuleBroken("picture.too_many_pixels", $"Foto paling banyak {limits.Pixels / 1_000_000} megapiksel. Perkecil fotonya, lalu unggah lagi.");
        }
    }

    static async Task<int> Dimension(string path, string name, CancellationToken cancellationToken)
    {
        var told = await Tool.Run("vipsheader", ["-f", name, path], cancellationToken);
        return told.Succeeded && int.TryParse(told.Output.Trim(), CultureInfo.InvariantCulture, out var pixels) && pixels > 0 ? pixels : throw NotAPicture();
    }

    static async Task<(string Stripped, string WebP)> Resize(string source, string target, string size, string between, int quality, CancellationToken cancellationToken)
    {
        var stripped = target + "." + between[..between.IndexOf('[', StringComparison.Ordinal)];
        await Must("vipsthumbnail", [source, "--size", size, "-o", target + "." + between], cancellationToken);
        await Must("vips", ["webpsave", stripped, target + ".webp", "--Q", quality.ToString(CultureInfo.InvariantCulture)], cancellationToken);
        return (stripped, target + ".webp");
    }

    static async Task Must(string tool, string[] arguments, CancellationToken cancellationToken)
    {
        if (!(await Tool.Run(tool, arguments, cancellationToken)).Succeeded)
        {
            throw NotAPicture();
        }
    }

    static RuleBroken NotAPicture() =>
        new("picture.not_a_picture", "Berkas ini bukan foto yang bisa dibaca. Unggah foto JPG, PNG, atau WebP.");
}

/// <param name="Bytes">Of the upload.</param>
/// <param name="Pixels">Width times height, before anything is unpacked.</param>
/// <param name="Time">For all steps of one picture.</param>
public sealed record PictureLimits(int Bytes, long Pixels, TimeSpan Time)
{
    public PictureLimits()
        : this(10 * 1_048_576, 50_000_000, TimeSpan.FromSeconds(20))
    {
    }
}

/// <summary>What a file is by its first bytes.</summary>
static class PictureType
{
    public const string Jpeg = "jpg";

    /// <returns>An ending for our own name of the file; null for anything else.</returns>
    public static string? Of(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? Jpeg
        : bytes.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "png"
        : bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8) ? "webp"
        : null;
}
