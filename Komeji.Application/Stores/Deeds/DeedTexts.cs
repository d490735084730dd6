using Komeji.Application.Legal;
using Komeji.Domain.Legal;
using Komeji.Domain.Stores;

namespace Komeji.Application.Stores.Deeds;

/// <summary>How pages call what staff and mentors did, and to what.</summary>
public static class DeedTexts
{
    /// <summary>A request as people read it.</summary>
    public static string Done(string what) => what switch
    {
        "TellOwner" => "Mengisi data pemilik",
        "TellBusiness" => "Mengisi data usaha",
        "TellPlace" => "Mengisi tempat usaha",
        "TellShop" => "Mengisi nama dan cerita toko",
        "SaveDocument" => "Mengisi dokumen",
        "AddScan" => "Mengunggah foto dokumen",
        "RemoveScan" => "Menghapus foto dokumen",
        "SubmitDocument" => "Menyiapkan dokumen untuk diajukan pemilik",
        "EditStore" => "Mengubah halaman toko",
        "SetShopPicture" or "RemoveShopPicture" => "Mengatur gambar toko",
        "TakeHoliday" => "Mengatur libur toko",
        "ReplyToReview" => "Membalas ulasan",
        "AnswerQuestion" => "Menjawab pertanyaan",
        "AppealAnswer" => "Mengajukan keberatan atas jawaban yang disembunyikan",
        "WritePolicy" => "Menulis kebijakan toko",
        "SaveDeliveryAreas" or "RemoveDeliveryArea" => "Mengatur daerah antar",
        "ServePoints" => "Mengatur titik ambil",
        "AllowCash" => "Mengatur bayar di tempat",
        _ => WithGoods(what) ?? WithOrders(what) ?? "Mengubah data toko",
    };

    /// <summary>What kind of thing, before which one it is.</summary>
    public static string Thing(string kind) => kind switch
    {
        DeedThing.Product => "Produk",
        DeedThing.Shelf => "Etalase",
        DeedThing.Import => "Tabel produk",
        DeedThing.Paper => "Dokumen",
        DeedThing.Scan => "Berkas",
        DeedThing.Order => "Pesanan",
        DeedThing.Complaint => "Komplain",
        DeedThing.District => "Kecamatan",
        _ => "",
    };

    /// <summary>As what somebody worked there.</summary>
    public static string Role(string role) => role == "pendamping" ? "pendamping" : "staf";

    internal static string Paper(string kind) => Enum.TryParse<DocumentKind>(kind, out var known) ? DocumentNames.Of(known) : "";

    static string? WithGoods(string what) => what switch
    {
        "ListProduct" => "Menambah produk",
        "EditProduct" => "Mengubah produk",
        "EditProducts" => "Mengubah beberapa produk sekaligus",
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
        "MakeShelf" => "Membuat etalase",
        "RenameShelf" => "Menamai etalase",
        "MoveShelf" => "Mengurutkan etalase",
        "RemoveShelf" => "Menghapus etalase",
        "PutOnShelf" => "Mengisi etalase",
        "TakeFromShelf" => "Mengeluarkan produk dari etalase",
        _ => null,
    };

    static string? WithOrders(string what) => what switch
    {
        "AcceptOrder" => "Menerima pesanan",
        "DeclineOrder" => "Menolak pesanan",
        "AnswerCancellation" => "Menjawab permintaan batal",
        "CancelRest" => "Membatalkan sisa pesanan",
        "MakeOrderReady" => "Menyatakan pesanan siap diambil",
        "ShipOrder" => "Mengirim pesanan",
        "HandOverOrder" => "Menyerahkan pesanan",
        "ProveDelivery" => "Membuktikan pengantaran",
        "TakeCash" => "Mencatat uang tunai pesanan",
        "ReturnOrder" => "Mencatat paket yang kembali",
        "RefundOrder" => "Mengembalikan dana pesanan",
        "ProposeSolution" => "Menawarkan solusi komplain",
        "AcceptSolution" => "Menerima solusi komplain",
        "AskForHelp" => "Meminta bantuan atas komplain",
        "PostToComplaint" or "AddComplaintPictures" or "KeepComplaintScrap" => "Menulis atau membawa bukti pada komplain",
        "AppealDecision" => "Naik banding atas komplain",
        "NoteSerial" => "Mencatat nomor seri kartu garansi",
        "AcceptClaim" => "Menerima klaim garansi",
        "RejectClaim" => "Menolak klaim garansi",
        "ReceiveClaimedGoods" => "Mencatat barang klaim diterima",
        "ExamineClaim" => "Mencatat hasil pemeriksaan klaim",
        "MendClaim" => "Memperbaiki atau mengganti barang klaim",
        "AskClaimRuling" => "Meminta Pusat Resolusi memutuskan klaim",
        "SendClaimBack" => "Mengirim kembali barang klaim",
        "ReceiveReturn" => "Mencatat retur sampai",
        "CountReturn" => "Menghitung barang retur",
        "ObjectToReturn" => "Mengajukan keberatan atas retur",
        "RenewFetchCode" => "Membuat kode ambil retur baru",
        "SendReplacement" => "Mengirim barang pengganti",
        "HandOverReplacement" or "ProveReplacement" => "Menyerahkan barang pengganti",
        "GiveUpReplacement" => "Menyatakan tidak bisa mengirim pengganti",
        "ProposeTime" => "Mengusulkan waktu lain",
        "BeginWork" => "Memulai pekerjaan jasa",
        "PostChat" => "Menulis pesan kepada pembeli",
        "ReadConversation" => "Membaca pesan pembeli",
        "MuteConversation" => "Mengatur kabar percakapan",
        "ReportChat" => "Melaporkan pesan pembeli",
        "SaveQuickReply" or "RemoveQuickReply" => "Mengatur balasan cepat",
        "FinishWork" or "FinishWorkWithPhoto" => "Menyelesaikan pekerjaan jasa",
        _ => null,
    };
}
