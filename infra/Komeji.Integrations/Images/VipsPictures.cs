using System.Globalization;
using System.Text.RegularExpressions;
using Komeji.Application.Files;
using Komeji.Domain.Common;

namespace Komeji.Integrations.Images;

/// <summary>
/// Cleans pictures with the tools of libvips, in a process of their own with a time limit: what is drawn anew from pixels carries
/// no metadata, no script and no second file behind it. The type is decided by the first bytes, never by the name.
/// </summary>
/// <param name="temporary">A folder of our own below it holds each picture's work, and is gone when that ends.</param>
/// <param name="limits">Smaller ones serve tests.</param>
public sealed partial class VipsPictures(string temporary, PictureLimits? limits = null) : IPictures, IDisposable
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
        var type = PictureType.Of(bytes) ?? throw Refuse(PictureType.Instead(bytes));
        var source = Path.Combine(folder, "asal." + type);
        await File.WriteAllBytesAsync(source, bytes, cancellationToken);
        var (width, height) = await Size(source, cancellationToken);
        if ((long)width * height > limits.Pixels)
        {
            throw new RuleBroken("picture.too_many_pixels", $"Foto paling banyak {limits.Pixels / 1_000_000} megapiksel. Perkecil fotonya, lalu unggah lagi.");
        }

        // Reads all of it, strip by strip, and gives up at the first fault: a photo cut off on its way would else be shown half grey.
        await Must("vips", ["avg", source + "[fail,access=sequential]"], folder, cancellationToken);

        var full = await Draw(source, Path.Combine(folder, "penuh.webp"), Full, 78, cancellationToken);
        var small = await Draw(source, Path.Combine(folder, "kecil.webp"), Small, 72, cancellationToken);
        (width, height) = await Size(Path.Combine(folder, "penuh.webp"), cancellationToken);
        return new Picture(full, width, height, small);
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
    static async Task<(int Width, int Height)> Size(string path, CancellationToken cancellationToken)
    {
        var told = await Tool.Run("vipsheader", [path], Path.GetDirectoryName(path)!, cancellationToken);
        return told.Succeeded && HeaderSize().Match(told.Output) is { Success: true } size
            && int.TryParse(size.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var width) && width > 0
            && int.TryParse(size.Groups[2].ValueSpan, CultureInfo.InvariantCulture, out var height) && height > 0
            ? (width, height)
            : throw Refuse(PictureType.Unreadable);
    }

    /// <summary><c>asal.jpg: 4000x3000 uchar, 3 bands, srgb, jpegload</c>.</summary>
    [GeneratedRegex(": ([0-9]{1,9})x([0-9]{1,9}) ", RegexOptions.NonBacktracking)]
    private static partial Regex HeaderSize();

    /// <summary>Upright as the camera was held, and in the colours screens show: what says so goes with the metadata.</summary>
    static async Task<byte[]> Draw(string source, string target, string size, int quality, CancellationToken cancellationToken)
    {
        await Must("vipsthumbnail", [source, "--size", size, "--export-profile", "srgb", "-o", $"{target}[strip,Q={quality.ToString(CultureInfo.InvariantCulture)}]"], Path.GetDirectoryName(target)!, cancellationToken);
        return BareWebP.Of(await File.ReadAllBytesAsync(target, cancellationToken));
    }

    static async Task Must(string tool, string[] arguments, string folder, CancellationToken cancellationToken)
    {
        if (!(await Tool.Run(tool, arguments, folder, cancellationToken)).Succeeded)
        {
            throw Refuse(PictureType.Unreadable);
        }
    }

    static RuleBroken Refuse(string why) => new("picture.not_a_picture", why);
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
