using System.Globalization;
using Komeji.Application.Notifications;
using Komeji.Domain.Common;
using Komeji.Domain.Mentoring;

namespace Komeji.Application.Mentoring;

/// <summary>What we write to sellers and mentors, and how pages call what was done.</summary>
public static class MentoringTexts
{
    static readonly CultureInfo Indonesian = new("id-ID");

    internal static Notice Begun(string mentor, DateTimeOffset until, MentoringId session) => new(
        "Pendamping mulai membantu Anda",
        $"{mentor} membantu Anda sampai pukul {Clock(until)}. Anda bisa melihat apa yang dikerjakan dan mengakhirinya kapan saja.",
        Page(session));

    internal static Notice Over(string mentor, int deeds, MentoringId session) => new(
        "Sesi pendampingan berakhir",
        deeds == 0 ? $"{mentor} tidak mengubah apa pun." : $"{mentor} mengerjakan {deeds} hal. Lihat daftarnya, dan periksa dokumen yang menunggu persetujuan Anda.",
        Page(session));

    internal static Notice Stopped(string seller) => new("Sesi pendampingan diakhiri penjual", $"{seller} mengakhiri sesinya. Minta kode baru bila masih ada yang perlu dibantu.", "/mitra/pendampingan");

    internal static Notice Prepared(string mentor, string paper, string link) => new(
        $"{paper} siap Anda periksa",
        $"{mentor} sudah mengisinya untuk Anda. Periksa, lalu ajukan sendiri ke dinas: pendamping tidak bisa mengajukannya.",
        link);

    /// <summary>A request as the seller reads it.</summary>
    public static string Done(string what) => what switch
    {
        "TellOwner" => "Mengisi data pemilik",
        "TellBusiness" => "Mengisi data usaha",
        "TellPlace" => "Mengisi tempat usaha",
        "TellShop" => "Mengisi nama dan cerita toko",
        "SaveDocument" => "Mengisi dokumen",
        "AddScan" => "Mengunggah foto dokumen",
        "RemoveScan" => "Menghapus foto dokumen",
        "SubmitDocument" => "Menyiapkan dokumen untuk Anda ajukan",
        "ListProduct" => "Menambah produk",
        "EditProduct" => "Mengubah produk",
        "EditProducts" => "Mengubah beberapa produk",
        "CopyProduct" => "Menyalin produk",
        "PublishProduct" => "Menayangkan produk",
        "ArchiveProduct" => "Mengarsipkan produk",
        "AddPictures" => "Menambah foto produk",
        "RemovePicture" => "Menghapus foto produk",
        "LeadWithPicture" => "Memilih foto utama",
        "MovePicture" => "Mengurutkan foto produk",
        "DescribePicture" => "Menulis keterangan foto",
        "AskToLookAgain" => "Meminta produk ditinjau lagi",
        "UploadImport" => "Mengunggah tabel produk",
        "AcceptImport" => "Menyetujui impor produk",
        "DropImport" => "Membatalkan impor produk",
        "MakeShelf" or "RenameShelf" or "MoveShelf" or "RemoveShelf" or "PutOnShelf" or "TakeFromShelf" => "Mengatur etalase",
        "EditStore" => "Mengubah halaman toko",
        "TakeHoliday" => "Mengatur libur toko",
        "WritePolicy" => "Menulis kebijakan toko",
        "SaveDeliveryAreas" or "RemoveDeliveryArea" => "Mengatur daerah antar",
        "ServePoints" => "Mengatur titik ambil",
        _ => "Mengubah data toko",
    };

    public static string Page(MentoringId session) => $"/penjual/pendamping/{session.Value}";

    public static string Clock(DateTimeOffset at) => at.ToOffset(Wib.Offset).ToString("HH.mm", Indonesian);
}
