using System.IO.Compression;
using Komeji.Domain.Common;

namespace Komeji.Application.Legal;

/// <summary>
/// A PDF is kept as it is, so what is more than a page is refused: script, what starts programs, attachments, passwords, also where
/// it is hidden in packed objects; what is cut off; and what would swell beyond reason when it is opened. It is still only ever
/// offered for download, never shown inside a page of ours.
/// </summary>
static class PdfFile
{
    const int Tail = 1_024;

    /// <summary>What all streams together may hold once they are unpacked: four scanned pages in full colour.</summary>
    const long MostUnpacked = 200 * 1_048_576L;

    /// <summary>Objects are small; a packed lot of them larger than this is none.</summary>
    const int MostObjects = 16 * 1_048_576;

    /// <summary>
    /// Names no page needs. Long enough not to turn up by chance in a picture's bytes; <c>/JS</c> and <c>/AA</c> would, and what they
    /// lead to does nothing without one of these.
    /// </summary>
    static readonly string[] Active = ["/JavaScript", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/RichMedia", "/SubmitForm", "/ImportData", "/Rendition", "/GoToE", "/XFA"];

    const string PackedObjects = "/ObjStm";

    public static bool Is(ReadOnlySpan<byte> bytes) => bytes.StartsWith("%PDF-"u8);

    /// <exception cref="RuleBroken"><c>scan.pdf_broken</c>, <c>scan.pdf_locked</c>, <c>scan.pdf_active</c>, <c>scan.pdf_bomb</c></exception>
    public static void Require(byte[] bytes)
    {
        var end = bytes.AsSpan(Math.Max(0, bytes.Length - Tail));
        var mark = end.LastIndexOf("%%EOF"u8);
        var start = end.LastIndexOf("startxref"u8);
        if (mark < 0 || start < 0 || !IsBlank(end[(mark + 5)..]))
        {
            throw Broken();
        }

        var written = Written(bytes);
        RequirePlain(written);
        if (RequirePlainStreams(bytes) < Count(written, PackedObjects))
        {
            throw IsActive(); // Objects are packed where they were not found, so nobody has looked at them.
        }

        if (!PointsIntoTheFile(end[(start + 9)..mark], bytes))
        {
            throw Broken();
        }
    }

    static RuleBroken Broken() => new("scan.pdf_broken", "PDF ini rusak atau terpotong. Simpan ulang sebagai PDF, atau unggah fotonya.");

    static void RequirePlain(byte[] objects)
    {
        if (Names(objects, "/Encrypt"))
        {
            throw new RuleBroken("scan.pdf_locked", "PDF ini dikunci sandi. Simpan tanpa sandi, atau unggah fotonya.");
        }

        if (Active.Any(name => Names(objects, name)))
        {
            throw IsActive();
        }
    }

    static RuleBroken IsActive() => new("scan.pdf_active", "PDF ini berisi formulir, lampiran, atau perintah. Cetak ulang sebagai PDF biasa, atau unggah fotonya.");

    /// <summary>Every place where a stream begins, whatever the file says of it: what a reader might unpack is unpacked.</summary>
    /// <returns>How many of them hold objects.</returns>
    static int RequirePlainStreams(byte[] bytes)
    {
        var (left, lots) = (MostUnpacked, 0);
        for (var at = 0; bytes.AsSpan(at).IndexOf("stream"u8) is >= 0 and var found;)
        {
            var (word, data) = (at + found, at + found + 6);
            at = data;
            if (word >= 3 && bytes.AsSpan(word - 3, 3).SequenceEqual("end"u8))
            {
                continue;
            }

            data += bytes.AsSpan(data).StartsWith("\r\n"u8) ? 2 : data < bytes.Length && bytes[data] is (byte)'\n' or (byte)'\r' ? 1 : 0;
            var (held, objects) = Unpack(bytes, data, IsSaidToHoldObjects(bytes, word), left);
            left -= held;
            lots += objects ? 1 : 0;
        }

        return lots;
    }

    static (long Held, bool Objects) Unpack(byte[] bytes, int data, bool saidToHoldObjects, long most)
    {
        if (!IsZlib(bytes.AsSpan(data)))
        {
            // Objects packed in another way than the usual: not to be looked into, so not to be kept.
            return saidToHoldObjects && !LooksLikeObjects(bytes.AsSpan(data, Math.Min(64, bytes.Length - data))) ? throw IsActive() : (0, saidToHoldObjects);
        }

        using var packed = new ZLibStream(new MemoryStream(bytes, data, bytes.Length - data), CompressionMode.Decompress);
        using var kept = new MemoryStream();
        var piece = new byte[81_920];
        var total = 0L;
        var objects = saidToHoldObjects;
        try
        {
            for (int read; (read = packed.Read(piece)) > 0; total += read)
            {
                objects |= total == 0 && LooksLikeObjects(piece.AsSpan(0, read));
                if (total + read > most || (objects && total + read > MostObjects))
                {
                    throw new RuleBroken("scan.pdf_bomb", "PDF ini membengkak tidak wajar saat dibuka. Pindai ulang dengan mutu lebih rendah, atau unggah fotonya.");
                }

                if (objects)
                {
                    kept.Write(piece, 0, read);
                }
            }
        }
        catch (InvalidDataException) when (!objects)
        {
            return (total, false); // It only looked packed, or a picture is cut: a reader shows what there is.
        }
        catch (InvalidDataException)
        {
            throw Broken();
        }

        if (objects)
        {
            RequirePlain(Written(kept.GetBuffer().AsSpan(0, (int)kept.Length)));
        }

        return (total, objects);
    }

    /// <summary>A packed lot of objects says how many there are and where the first begins.</summary>
    static bool IsSaidToHoldObjects(byte[] bytes, int stream)
    {
        const int Head = 2_048;
        var head = Written(bytes.AsSpan(Math.Max(0, stream - Head), Math.Min(Head, stream)));
        var own = head[Math.Max(0, head.AsSpan().LastIndexOf(" obj"u8))..];
        return Names(own, PackedObjects) || (Names(own, "/First") && Names(own, "/N"));
    }

    /// <summary>It begins with numbers: of objects, and where each is.</summary>
    static bool LooksLikeObjects(ReadOnlySpan<byte> content)
    {
        var rest = content.TrimStart(" \t\r\n\f\0"u8);
        for (var numbers = 0; numbers < 2; numbers++)
        {
            var digits = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (digits is <= 0 or > 10 || !" \t\r\n\f\0"u8.Contains(rest[digits]))
            {
                return rest.Length > 0 && rest[0] == (byte)'%';
            }

            rest = rest[digits..].TrimStart(" \t\r\n\f\0"u8);
        }

        return true;
    }

    static bool IsZlib(ReadOnlySpan<byte> data) => data.Length > 2 && (data[0] & 0x0F) == 8 && ((data[0] << 8) | data[1]) % 31 == 0;

    /// <summary>Nothing but white space: a second file behind the first is none of ours.</summary>
    static bool IsBlank(ReadOnlySpan<byte> rest) => rest.IndexOfAnyExcept(" \r\n\t\0"u8) < 0;

    /// <summary>Where the table of objects is said to be there is one, or the stream that holds it.</summary>
    static bool PointsIntoTheFile(ReadOnlySpan<byte> said, byte[] bytes)
    {
        var digits = said.Trim(" \t\r\n\f\0"u8);
        if (!System.Buffers.Text.Utf8Parser.TryParse(digits, out int at, out var used) || used != digits.Length || at < 0 || at >= bytes.Length)
        {
            return false;
        }

        var there = bytes.AsSpan(at).TrimStart(" \t\r\n\f\0"u8);
        return there.StartsWith("xref"u8) || (there.Length > 0 && char.IsAsciiDigit((char)there[0]));
    }

    /// <summary>As a reader sees it: names may have letters written as <c>#4a</c>.</summary>
    static byte[] Written(ReadOnlySpan<byte> bytes)
    {
        var plain = new byte[bytes.Length];
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == (byte)'#' && i + 2 < bytes.Length && System.Buffers.Text.Utf8Parser.TryParse(bytes.Slice(i + 1, 2), out byte letter, out var used, 'x') && used == 2)
            {
                plain[length++] = letter;
                i += 2;
            }
            else
            {
                plain[length++] = bytes[i];
            }
        }

        return plain[..length];
    }

    static bool Names(byte[] bytes, string name) => Count(bytes, name) > 0;

    /// <summary>As a whole name: <c>/Launch</c> is not in <c>/Launcher</c>.</summary>
    static int Count(byte[] bytes, string name)
    {
        var wanted = System.Text.Encoding.ASCII.GetBytes(name);
        var count = 0;
        for (var rest = bytes.AsSpan(); rest.IndexOf(wanted) is >= 0 and var at;)
        {
            rest = rest[(at + wanted.Length)..];
            count += rest.Length == 0 || !char.IsAsciiLetterOrDigit((char)rest[0]) ? 1 : 0;
        }

        return count;
    }
}
