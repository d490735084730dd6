using System.Buffers.Binary;
using System.Text;

namespace Komeji.Tests.Web.BadInput;

/// <summary>What is not the photo that was asked for.</summary>
public static class HostileFiles
{
    static readonly string[] Names =
        ["foto.jpg", "../../../etc/passwd", "..\\..\\web.config", "foto.jpg\0.exe", "/etc/cron.d/x", "CON.webp", "a.php", new('n', 5_000), "", "\u202Egpj.exe", "foto.svg", "=1+1.png", "<script>.png"];

    static readonly string[] Kinds = ["image/jpeg", "image/png", "image/svg+xml", "text/html", "application/x-php", "image/webp", "x", "image/jpeg; charset=utf-16"];

    static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static (string Name, string Kind, byte[] Content) Any(Random random)
    {
        var name = Names[random.Next(Names.Length)];
        return (name.Replace("\0", "%00", StringComparison.Ordinal), Kinds[random.Next(Kinds.Length)], Content(random));
    }

    static byte[] Content(Random random) => random.Next(12) switch
    {
        0 => [],
        1 => "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><image href='file:///etc/passwd'/></svg>"u8.ToArray(),
        2 => "<!doctype html><script>alert(1)</script>"u8.ToArray(),
        3 => [0xFF, 0xD8, 0xFF, 0xE0, .. Noise(random, 400)],
        4 => [.. Png, .. Header(random.Next(2) == 0 ? 60_000 : 1, 60_000), .. Noise(random, 300)],
        5 => [.. "GIF89a"u8, 0xFF, 0xFF, 0xFF, 0xFF, .. Noise(random, 200)],
        6 => [.. "RIFF"u8, 0xFF, 0xFF, 0xFF, 0x7F, .. "WEBPVP8X"u8, .. Noise(random, 200)],
        7 => [.. "%PDF-1.7\n"u8, .. Noise(random, 500)],
        8 => [.. "PK\x03\x04"u8, .. Noise(random, 500)],
        9 => Encoding.ASCII.GetBytes("#EXTM3U\nfile:///etc/passwd\n" + new string('x', 200)),
        10 => Noise(random, 200_000),
        _ => Noise(random, random.Next(1, 3_000)),
    };

    /// <summary>A small file that says it is a very large picture.</summary>
    static byte[] Header(int width, int height)
    {
        var header = new byte[25];
        BinaryPrimitives.WriteUInt32BigEndian(header, 13);
        "IHDR"u8.CopyTo(header.AsSpan(4));
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(8), width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(12), height);
        (header[16], header[17]) = (8, 6);
        return header;
    }

    static byte[] Noise(Random random, int length)
    {
        var noise = new byte[length];
        random.NextBytes(noise);
        return noise;
    }
}
