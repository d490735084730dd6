using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using Komeji.Domain.Common;
using Komeji.Integrations.Images;

namespace Komeji.Tests.Integrations.Images;

/// <summary>Uploads as people and attackers send them, through the real tools.</summary>
public sealed class VipsPicturesTests : IDisposable
{
    const string Secret = "RUMAH-BU-SRI";

    readonly string folder = Directory.CreateTempSubdirectory("komeji-vips-").FullName;

    [Theory]
    [InlineData("jpg")]
    [InlineData("png")]
    [InlineData("webp")]
    public async Task A_large_picture_becomes_a_bounded_webp_with_a_small_form(string type)
    {
        using var pictures = Pictures();
        var cleaned = await pictures.Clean(new MemoryStream(await Noise(1600, 800, type)), CancellationToken.None);
        (cleaned.Width, cleaned.Height).ShouldBe((1280, 640));
        ShouldBeWebP(cleaned.Content);
        ShouldBeWebP(cleaned.Thumbnail);
        Directory.GetFileSystemEntries(Path.Combine(folder, "sementara")).ShouldBeEmpty("its work is gone");
    }

    [Fact]
    public async Task Where_the_photo_was_taken_is_gone()
    {
        using var pictures = Pictures();
        var photo = WithPlace(await Noise(200, 100, "jpg"));
        await File.WriteAllBytesAsync(Path.Combine(folder, "foto.jpg"), photo);
        var told = await Run("vipsheader", "-a", Path.Combine(folder, "foto.jpg"));
        told.ShouldContain("GPSLatitude", customMessage: "the photo of this test tells its place");
        told.ShouldContain(Secret);

        var cleaned = await pictures.Clean(new MemoryStream(photo), CancellationToken.None);
        foreach (var kept in new[] { cleaned.Content, cleaned.Thumbnail })
        {
            Encoding.Latin1.GetString(kept).ShouldNotContain(Secret);
            await File.WriteAllBytesAsync(Path.Combine(folder, "bersih.webp"), kept);
            var left = await Run("vipsheader", "-a", Path.Combine(folder, "bersih.webp"));
            left.ShouldContain("webp");
            left.ShouldNotContain("GPS");
            left.ShouldNotContain("ImageDescription");
        }
    }

    [Theory]
    [InlineData("bukan foto")]
    [InlineData("")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("GIF89a\u0001\0\u0001\0")]
    [InlineData("%PDF-1.7")]
    [InlineData("RIFF\0\0\0\0WAVE")]
    [InlineData("RIFF\0\0\0\0WEBP")]
    public Task What_is_no_photo_is_refused(string content) => ShouldRefuse(Encoding.Latin1.GetBytes(content), "picture.not_a_picture");

    [Fact]
    public Task The_beginning_of_a_photo_alone_is_refused() => ShouldRefuse([0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J'], "picture.not_a_picture");

    [Theory]
    [InlineData("jpg")]
    [InlineData("png")]
    [InlineData("webp")]
    public async Task A_photo_cut_off_on_its_way_is_refused(string type)
    {
        var whole = await Noise(400, 300, type);
        await ShouldRefuse(whole[..(whole.Length / 2)], "picture.not_a_picture");
    }

    [Fact]
    public async Task More_bytes_or_pixels_than_bearable_are_refused_before_they_are_unpacked()
    {
        var photo = await Noise(400, 300, "jpg");
        await ShouldRefuse(photo, "picture.too_large", new PictureLimits { Bytes = photo.Length - 1 });
        await ShouldRefuse(photo, "picture.too_many_pixels", new PictureLimits { Pixels = 400 * 300 - 1 });
        await ShouldRefuse(Claiming(await Noise(8, 8, "png"), 60_000, 60_000), "picture.too_many_pixels");
    }

    [Fact]
    public async Task What_takes_too_long_is_given_up() =>
        await ShouldRefuse(await Noise(1600, 1200, "jpg"), "picture.too_slow", new PictureLimits { Time = TimeSpan.FromMilliseconds(1) });

    public void Dispose() => Directory.Delete(folder, recursive: true);

    VipsPictures Pictures(PictureLimits? limits = null) => new(Path.Combine(folder, "sementara"), limits);

    async Task ShouldRefuse(byte[] upload, string code, PictureLimits? limits = null)
    {
        using var pictures = Pictures(limits);
        (await Should.ThrowAsync<RuleBroken>(() => pictures.Clean(new MemoryStream(upload), CancellationToken.None))).Code.ShouldBe(code);
    }

    /// <summary>A picture without two like pixels, so that it is of some size.</summary>
    async Task<byte[]> Noise(int width, int height, string type)
    {
        var (raw, grey, made) = (Path.Combine(folder, "derau.v"), Path.Combine(folder, "abu.v"), Path.Combine(folder, "asal." + type));
        await Run("vips", "gaussnoise", raw, $"{width}", $"{height}", "--mean", "128", "--sigma", "40");
        await Run("vips", "cast", raw, grey, "uchar");
        await Run("vips", "copy", grey, made);
        return await File.ReadAllBytesAsync(made);
    }

    static async Task<string> Run(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{tool} {string.Join(' ', arguments)}");
        return output;
    }

    static void ShouldBeWebP(byte[] bytes) =>
        (Encoding.Latin1.GetString(bytes, 0, 4), Encoding.Latin1.GetString(bytes, 8, 4)).ShouldBe(("RIFF", "WEBP"));

    /// <summary>A PNG whose header claims other dimensions than it has.</summary>
    static byte[] Claiming(byte[] png, int width, int height)
    {
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
        return png;
    }

    static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320u;
            }
        }

        return ~crc;
    }

    /// <summary>The same JPEG with what a telephone writes into it: a description, and the latitude it was taken at.</summary>
    static byte[] WithPlace(byte[] jpeg)
    {
        using var tiff = new MemoryStream();
        using var write = new BinaryWriter(tiff);
        const int description = 38;
        var gps = description + Secret.Length + 1 + ((Secret.Length + 1) % 2);
        var latitude = gps + 2 + (2 * 12) + 4;
        write.Write("II*\0"u8);
        write.Write(8);
        write.Write((short)2);
        Tag(write, 0x010E, 2, Secret.Length + 1, description);
        Tag(write, 0x8825, 4, 1, gps);
        write.Write(0);
        write.Write(Encoding.ASCII.GetBytes((Secret + "\0").PadRight(gps - description, '\0')));
        write.Write((short)2);
        Tag(write, 1, 2, 2, 'S');
        Tag(write, 2, 5, 3, latitude);
        write.Write(0);
        foreach (var number in new[] { 8, 1, 10, 1, 30, 1 })
        {
            write.Write(number);
        }

        var exif = "Exif\0\0"u8.ToArray().Concat(tiff.ToArray()).ToArray();
        var length = exif.Length + 2;
        return [.. jpeg[..2], 0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. exif, .. jpeg[2..]];
    }

    static void Tag(BinaryWriter write, int tag, short type, int count, int value)
    {
        write.Write((ushort)tag);
        write.Write(type);
        write.Write(count);
        write.Write(value);
    }
}
