using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;

namespace Komeji.Tests.Support;

/// <summary>Photos as telephones and attackers send them, made by libvips in a folder of the test.</summary>
public sealed class Photos(string folder)
{
    /// <summary>Why nothing can be made of a photo here; null where the tools are.</summary>
    public static string? Missing { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(place => File.Exists(Path.Combine(place, "vips")))
        ? null
        : "No libvips tools here: infra/test installs them.";

    /// <summary>Stands in the metadata of <see cref="WithPlace"/>, and nowhere else.</summary>
    public const string Secret = "RUMAH-BU-SRI";

    /// <summary>A picture without two like pixels, so that it is of some size.</summary>
    public async Task<byte[]> Noise(int width, int height, string type)
    {
        var raw = Path.Combine(folder, "derau.v");
        await Run("vips", "gaussnoise", raw, $"{width}", $"{height}", "--mean", "128", "--sigma", "40");
        return await Made(raw, type);
    }

    /// <summary>Black on the left, white on the right.</summary>
    public async Task<byte[]> Slope(int width, int height)
    {
        var raw = Path.Combine(folder, "landai.v");
        await Run("vips", "grey", raw, $"{width}", $"{height}", "--uchar");
        return await Made(raw, "jpg");
    }

    /// <summary>As a camera of twelve megapixels takes it, in colour and not all noise.</summary>
    public async Task<byte[]> TwelveMegapixels()
    {
        var (ground, grain, sum, colour) = (Path.Combine(folder, "dasar.v"), Path.Combine(folder, "butir.v"), Path.Combine(folder, "jumlah.v"), Path.Combine(folder, "warna.v"));
        await Run("vips", "grey", ground, "4000", "3000", "--uchar");
        await Run("vips", "gaussnoise", grain, "4000", "3000", "--mean", "0", "--sigma", "8");
        await Run("vips", "add", ground, grain, sum);
        await Run("vips", "bandjoin", $"{sum} {sum} {grain}", colour);
        return await Made(colour, "jpg");
    }

    /// <summary>The size as libvips reads it, and one pixel of it.</summary>
    public async Task<string> Look(byte[] picture, params string[] what)
    {
        var path = Path.Combine(folder, "lihat.webp");
        await File.WriteAllBytesAsync(path, picture);
        return what.Length == 0 ? await Run("vipsheader", "-a", path) : await Run("vips", ["getpoint", path, .. what]);
    }

    /// <summary>The same JPEG with what a telephone writes into it: a description, how it was held, and the latitude it was taken at.</summary>
    /// <param name="held">The orientation of EXIF: 1 upright, 6 turned a quarter.</param>
    public static byte[] WithPlace(byte[] jpeg, short held = 1)
    {
        using var tiff = new MemoryStream();
        using var write = new BinaryWriter(tiff);
        const int description = 50;
        var gps = description + Secret.Length + 1 + ((Secret.Length + 1) % 2);
        var latitude = gps + 2 + (2 * 12) + 4;
        write.Write("II*\0"u8);
        write.Write(8);
        write.Write((short)3);
        Tag(write, 0x010E, 2, Secret.Length + 1, description);
        Tag(write, 0x0112, 3, 1, held);
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

    /// <summary>A PNG whose header claims other dimensions than it has.</summary>
    public static byte[] Claiming(byte[] png, int width, int height)
    {
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
        return png;
    }

    async Task<byte[]> Made(string raw, string type)
    {
        var (cast, made) = (Path.Combine(folder, "butir8.v"), Path.Combine(folder, "jadi." + type));
        await Run("vips", "cast", raw, cast, "uchar");
        await Run("vips", "copy", cast, made);
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

    static void Tag(BinaryWriter write, int tag, short type, int count, int value)
    {
        write.Write((ushort)tag);
        write.Write(type);
        write.Write(count);
        write.Write(value);
    }
}

/// <summary>A test that needs the tools of libvips; on a machine without them it shows as skipped, by name.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PhotoFactAttribute : FactAttribute
{
    public PhotoFactAttribute() => Skip = Photos.Missing;
}

/// <summary>The same, for a test with cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PhotoTheoryAttribute : TheoryAttribute
{
    public PhotoTheoryAttribute() => Skip = Photos.Missing;
}
