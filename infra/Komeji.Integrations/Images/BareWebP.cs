using System.Buffers.Binary;

namespace Komeji.Integrations.Images;

/// <summary>
/// A WebP file with its pixels and nothing else. libvips 8.14 writes metadata into WebP in spite of being told to strip it, and some of
/// its own where there was none; a WebP file is a row of named chunks, so what is not a picture is left out.
/// </summary>
static class BareWebP
{
    const int Header = 12;
    const byte Alpha = 0x10;

    /// <exception cref="InvalidDataException">It is no WebP file, or cut off.</exception>
    public static byte[] Of(byte[] file)
    {
        if (file.Length < Header || !file.AsSpan().StartsWith("RIFF"u8) || !file.AsSpan(8, 4).SequenceEqual("WEBP"u8))
        {
            throw new InvalidDataException("Not a WebP file.");
        }

        using var kept = new MemoryStream(file.Length);
        kept.Write(file, 0, Header);
        for (var at = Header; at < file.Length;)
        {
            var chunk = Chunk(file, at);
            var name = chunk[..4];
            if (name.SequenceEqual("VP8X"u8))
            {
                chunk[8] &= Alpha; // the flags that announce metadata
            }

            if (name.SequenceEqual("VP8X"u8) || name.SequenceEqual("ALPH"u8) || name.SequenceEqual("VP8 "u8) || name.SequenceEqual("VP8L"u8))
            {
                kept.Write(chunk);
            }

            at += chunk.Length;
        }

        var bare = kept.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(bare.AsSpan(4), (uint)(bare.Length - 8));
        return bare;
    }

    /// <summary>With its name, its length and the byte that makes it even.</summary>
    static Span<byte> Chunk(byte[] file, int at)
    {
        if (file.Length - at < 8)
        {
            throw new InvalidDataException("Not a whole WebP file.");
        }

        var length = 8 + (long)BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 4));
        length += length % 2;
        return length <= file.Length - at ? file.AsSpan(at, (int)length) : throw new InvalidDataException("Not a whole WebP file.");
    }
}
