using Komeji.Application.Common;
using Komeji.Application.Support;

namespace Komeji.Web.Areas.Operations.Home;

/// <summary>A kind of waiting work as the operator's start page words it.</summary>
/// <param name="Slug">Its address under <c>/operator/perlu/</c>.</param>
/// <param name="Advice">What to do about it.</param>
/// <param name="Address">The page that handles it; null where the rows are handled by hand.</param>
/// <param name="Policy">Who handles it, and alone sees it.</param>
/// <param name="RowAddress">Where one row is handled: this with its key after it.</param>
/// <param name="RowButton">A button that handles one row at once, by posting to its address.</param>
public sealed record WaitingWorkKind(
    WaitingKind Kind, string Slug, string Title, string Advice, string? Address = null, string? Policy = null, string? RowAddress = null, string? RowButton = null)
{
    public static readonly IReadOnlyList<WaitingWorkKind> All =
    [
        new(WaitingKind.OrdersNotArrived, "belum-sampai", "Pesanan dilaporkan belum sampai", "Tanyakan kurir dan penjual, lalu putuskan.", "/operator/pesanan", "Orders", "/operator/pesanan/"),
        new(WaitingKind.PickupsLocked, "kode-ambil-terkunci", "Kode ambil terkunci", "Pastikan yang datang memang pembelinya, lalu nyatakan sampai.", "/operator/pesanan", "Orders", "/operator/pesanan/"),
        new(WaitingKind.ComplaintsToDecide, "komplain", "Komplain menunggu keputusan", "Ambil dari antrean dan putuskan sebelum tenggatnya. Yang tertahan: baca sebabnya.", "/operator/komplain", "Complaints", "/operator/komplain/"),
        new(WaitingKind.ReturnsObjected, "retur-keberatan", "Retur yang dipersoalkan", "Lihat foto dan alasan kedua pihak, lalu putuskan berapa yang dianggap kembali.", "/operator/retur?tab=keberatan", "Orders", "/operator/retur/"),
        new(WaitingKind.ReplacementsNotArrived, "pengganti-belum-sampai", "Barang pengganti dilaporkan belum sampai", "Tanyakan kurir dan penjual, lalu putuskan.", "/operator/pengganti", "Orders", "/operator/pengganti/"),
        new(WaitingKind.NewTickets, "tiket-baru", "Tiket belum ditangani", "Ambil tiketnya, lalu jawab sebelum tenggatnya.", "/operator/pusat-layanan/tiket", "CallCentre", "/operator/pusat-layanan/tiket/"),
        new(WaitingKind.ParkedPaymentEvents, "kabar-pembayaran", "Kabar pembayaran yang tidak terproses", "Periksa catatannya, perbaiki sebabnya, lalu proses ulang. Yang tidak perlu dibukukan ditutup dengan alasan.", Policy: "Jobs", RowAddress: "/operator/kabar-pembayaran/"),
        new(WaitingKind.PaymentsInDoubt, "pembayaran-perlu-dicek", "Pembayaran perlu dicek", "Cocokkan dengan laporan penyedia pembayaran. Uang yang tidak sesuai dikembalikan oleh petugas keuangan.", Policy: "Finance", RowAddress: "/operator/uang-tidak-sesuai/"),
        new(WaitingKind.RefundsInDoubt, "pengembalian-gagal", "Pengembalian dana gagal", "Kembalikan dana lewat transfer, lalu catat. Yang menunggu keputusan bank pembeli jangan ditransfer.", Policy: "Finance", RowAddress: "/operator/pengembalian-dana/"),
        new(WaitingKind.Payouts, "pencairan", "Pencairan penjual", "Siapkan, setujui, kirim berkas ke bank, lalu catat jawabannya. Yang menyiapkan dan yang menyetujui harus orang berbeda.", "/operator/pencairan", "Finance", "/operator/pencairan/"),
        new(WaitingKind.MoneyApprovals, "persetujuan", "Keputusan uang menunggu petugas kedua", "Petugas keuangan lain dari yang memutuskan menyetujui atau menolaknya. Sebelum itu tidak ada uang yang bergerak.", "/operator/persetujuan", "Finance", "/operator/persetujuan/"),
        new(WaitingKind.ShopsToLookAt, "toko-ditinjau", "Toko menunggu ditinjau", "Buka tokonya, atau jawab keberatan pemiliknya.", "/operator/toko", "Shops", "/operator/toko/"),
        new(WaitingKind.FlaggedShops, "toko-ditandai", "Toko dengan kata yang perlu dilihat", "Baca nama dan keterangannya, lalu biarkan atau tangguhkan tokonya.", "/operator/tinjauan-toko", "Shops", "/operator/toko/"),
        new(WaitingKind.Disputes, "sengketa", "Sengketa di bank pembeli", "Kirim bukti di dasbor penyedia sebelum tenggatnya. Bila kalah, putuskan siapa yang menanggung: pesanannya dibatalkan atau dikembalikan dananya, atau koperasi yang menanggung dan pesanan berlanjut.", Policy: "Finance", RowAddress: "/operator/sengketa/"),
        new(WaitingKind.WarrantyClaims, "klaim-garansi", "Klaim garansi yang perlu diputuskan", "Baca kata kedua pihak dan fotonya, lalu putuskan dengan alasan. Yang terkait dengan tokonya atau pembelinya tidak memutuskan.", "/operator/garansi", "Refunds", "/operator/garansi/"),
        new(WaitingKind.TaxesPrepared, "setoran-pajak", "Setoran pajak disiapkan", "Petugas keuangan lain dari yang menyiapkan membayarnya dan mencatat NTPN.", Policy: "Finance", RowAddress: "/operator/pajak/masa/"),
        new(WaitingKind.BankLinesToExplain, "mutasi-bank", "Mutasi bank tanpa jurnal", "Cocokkan dengan jurnalnya, atau jelaskan mengapa tidak ada.", "/operator/selisih", "Finance", "/operator/selisih/mutasi/"),
        new(WaitingKind.ReportedDifferences, "laporan-berbeda", "Laporan Midtrans berbeda dari buku", "Tanyakan Midtrans, lalu jelaskan selisihnya.", "/operator/selisih?jenis=midtrans", "Finance", "/operator/selisih/laporan/"),
        new(WaitingKind.LostSecondFactors, "kode-kedua-hilang", "Kode kedua hilang", "Pastikan orangnya lewat telepon atau tatap muka, lalu setujui atau tolak.", "/operator/pemulihan", "Admin"),
        new(WaitingKind.FlaggedListings, "produk-ditandai", "Produk dengan kata yang perlu dilihat", "Baca nama dan keterangannya, lalu biarkan tayang atau turunkan dengan alasan.", "/operator/tinjauan-produk", "Listings"),
        new(WaitingKind.ListingsAskedAgain, "produk-minta-ditinjau", "Penjual minta produknya ditinjau lagi", "Baca jawaban penjual, lalu lepas atau pertahankan dengan alasan. Yang mempertahankan harus petugas lain.", "/operator/tinjauan-produk", "Listings"),
        new(WaitingKind.ReportedTexts, "tulisan-dilaporkan", "Ulasan dan pertanyaan yang dilaporkan", "Baca tulisannya, lalu biarkan tampil atau sembunyikan dengan alasan. Keberatan dijawab petugas lain.", "/operator/tinjauan-ulasan", "Listings"),
        new(WaitingKind.ReportedChats, "pesan-dilaporkan", "Pesan dilaporkan", "Tulis mengapa Anda membukanya, baca pesannya, lalu hapus atau biarkan dengan alasan.", "/operator/pesan-dilaporkan", "Shops", "/operator/pesan-dilaporkan/"),
        new(WaitingKind.FailedJobs, "pekerjaan-gagal", "Pekerjaan gagal", "Baca kesalahannya, lalu jalankan ulang.", "/operator/pekerjaan", "Jobs"),
        new(WaitingKind.DeadMessages, "surat-gagal", "Surat gagal terkirim", "Periksa tujuannya, lalu coba lagi.", "/operator/surat?status=Dead", "Messages"),
    ];
}

public sealed record WaitingNumber(WaitingWorkKind Kind, int Count);

public sealed record WaitingRowsPage(WaitingWorkKind Kind, PageOf<WaitingRow> Rows);
