namespace Komeji.Domain.Legal;

/// <summary>What officers choose from, in the words people read.</summary>
public static class OfficeWords
{
    /// <summary>What it is, and what the officer adds.</summary>
    public static string Says(this Fix fix) => fix.Note.Length > 0 ? $"{fix.Of.Says()}: {fix.Note}" : fix.Of.Says();

    public static string Says(this FixOf fix) => fix switch
    {
        FixOf.Number => "Nomor tidak sama dengan dokumen",
        FixOf.Issuer => "Penerbit tidak sesuai",
        FixOf.Dates => "Tanggal terbit atau masa berlaku tidak sesuai",
        FixOf.Blurred => "Foto buram atau terpotong",
        FixOf.Incomplete => "Ada halaman yang kurang",
        FixOf.WrongName => "Nama berbeda dengan pemilik atau usaha",
        FixOf.WrongPaper => "Bukan dokumen yang diminta",
        _ => "Lainnya",
    };

    public static string Says(this CheckedHow how) => how switch
    {
        CheckedHow.Oss => "Pelacakan di OSS",
        CheckedHow.Portal => "Portal penerbit",
        _ => "Dokumen asli dilihat",
    };
}
