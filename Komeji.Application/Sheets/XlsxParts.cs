using System.IO.Compression;
using System.Xml;
using Komeji.Domain.Common;

namespace Komeji.Application.Sheets;

/// <summary>The parts of a workbook, unpacked as far as they are read and no further than they may: not what the archive claims counts.</summary>
sealed class XlsxParts : IDisposable
{
    const int MostParts = 1_000;

    readonly ZipArchive zip;
    readonly Budget budget = new(SheetLimits.Unpacked);

    public XlsxParts(byte[] file)
    {
        zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        if (zip.Entries.Count > MostParts)
        {
            throw TooMuch();
        }
    }

    /// <summary>Null when there is no such part.</summary>
    public XmlReader? Open(string part) => zip.GetEntry(part) is { } entry
        ? XmlReader.Create(new Bounded(entry.Open(), budget), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true, IgnoreComments = true, IgnoreProcessingInstructions = true })
        : null;

    public XmlReader Need(string part) => Open(part) ?? throw XlsxReader.Broken();

    public void Dispose() => zip.Dispose();

    public static RuleBroken TooMuch() =>
        new("sheet.unpacked", "Isi berkas ini terlalu besar setelah dibuka. Salin tabel produk ke berkas baru tanpa gambar, lalu unggah lagi.");

    /// <summary>Bytes all parts together may still unpack to, whatever the archive claims.</summary>
    sealed class Budget(long left)
    {
        long left = left;

        public void Take(int bytes)
        {
            left -= bytes;
            if (left < 0)
            {
                throw TooMuch();
            }
        }
    }

    sealed class Bounded(Stream inner, Budget budget) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            budget.Take(read);
            return read;
        }

        public override void Flush() => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
