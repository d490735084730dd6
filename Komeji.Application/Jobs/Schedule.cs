using Komeji.Application.Accounts;
using Komeji.Application.Accounts.SecondFactors;
using Komeji.Application.CallCentre;
using Komeji.Application.Catalog.Imports;
using Komeji.Application.Catalog.Searches;
using Komeji.Application.Complaints;
using Komeji.Application.Files;
using Komeji.Application.Ledger;
using Komeji.Application.Ledger.Cash;
using Komeji.Application.Ledger.Days;
using Komeji.Application.Legal;
using Komeji.Application.Legal.PreChecks;
using Komeji.Application.Mentoring;
using Komeji.Application.Messages;
using Komeji.Application.Notifications;
using Komeji.Application.Ordering;
using Komeji.Application.Ordering.Carts;
using Komeji.Application.Payments;
using Komeji.Application.Payouts;
using Komeji.Application.Payouts.Providers;
using Komeji.Application.Promotions;
using Komeji.Application.Reconciliation;
using Komeji.Application.Reviews;
using Komeji.Application.Returns;
using Komeji.Application.Stores;
using Komeji.Application.Stores.Fees;
using Komeji.Application.Stores.Health;
using Komeji.Application.Stores.Staff;
using Komeji.Application.Taxes.Desk;
using Komeji.Application.Warranties;
using Komeji.Application.Warranties.Cards;
using Komeji.Domain.Catalog;
using Komeji.Domain.Notifications;
using Komeji.Domain.Payments;
using Komeji.Domain.Payouts;
using Komeji.Domain.Reconciliation;

namespace Komeji.Application.Jobs;

/// <summary>Every recurring job on one screen.</summary>
public static class Schedule
{
    public static readonly IReadOnlyList<ScheduledJob> All =
    [
        new("notifikasi-bayar", "Menindaklanjuti kabar dari penyedia pembayaran", "0/10 * * * * ?", typeof(DuePaymentEvents), After: typeof(PaymentEvent)),
        new("periksa-bayar", "Menanyakan pembayaran yang belum jelas kepada penyedia", "15 * * * * ?", typeof(ReconcilePayments)),
        new("kirim-pengembalian", "Mengirim pengembalian dana dan menanyakan yang belum terjawab", "5/30 * * * * ?", typeof(DueRefunds), After: typeof(Refund)),
        new("tanya-sengketa", "Menanyakan sengketa di bank yang belum diputuskan", "0 50 * * * ?", typeof(DueDisputes)),
        new("cocokkan-rekening", "Mencocokkan mutasi bank dengan jurnal", "40 5/30 * * * ?", typeof(BankLinesToMatch), After: typeof(BankStatement)),
        new("bukukan-pembulatan", "Membukukan bagian rupiah yang dihitung penyedia pembayaran", "0 15 2 * * ?", typeof(RoundingToBook)),
        new("pencairan-mingguan", "Membuat pencairan toko yang memilih jadwal mingguan", "0 12 * * * ?", typeof(WeeklyPayouts), ByTheClock: true),
        new("tagih-biaya-tunai", "Memotong biaya pesanan bayar di tempat dari saldo toko", "25 4/10 * * * ?", typeof(CashFeesToCollect)),
        new("kirim-pencairan", "Meminta penyedia mengirim pencairan dan menanyakan yang belum terjawab", "5/20 * * * * ?", typeof(DueTransfers), After: typeof(PayoutFile)),
        new("tanya-nama-rekening", "Menanyakan nama pemilik rekening pencairan kepada bank", "25 * * * * ?", typeof(NamesToAsk), After: typeof(Payout)),
        new("akhir-penundaan", "Mengakhiri penundaan pencairan yang lewat waktu", "45 8 * * * ?", typeof(EndedPayoutHolds), ByTheClock: true),
        new("ingatkan-pajak", "Mengingatkan petugas keuangan akan batas setor pajak", "0 0 8 * * ?", typeof(TaxesToRemit)),
        new("tutup-hari-buku", "Menutup hari pembukuan dan mengunci jurnalnya", "0 10 1 * * ?", typeof(DaysToClose), ByTheClock: true),
        new(NightlyLedgerCheck.JobName, "Memeriksa seluruh aturan uang di buku besar", "0 30 2 * * ?", typeof(NightlyLedgerCheck)),
        new("sesi-lama", "Menghapus sesi, kode dan pendaftaran yang sudah lewat waktu", "0 20 * * * ?", typeof(ForgetExpiredAccess.Sweep)),
        new("lepas-kode-kedua", "Melepas kode kedua yang hilang setelah waktu tunggu dan persetujuan", "30 0/5 * * * ?", typeof(DueFactorResets), ByTheClock: true),
        new("kirim-pesan", "Mengirim surel dan pesan", "0 * * * * ?", typeof(DueMessages), After: typeof(Message)),
        new("hapus-catatan-lama", "Menghapus catatan teknis lama", "0 10 2 * * ?", typeof(OldRecords)),
        new("pesanan-waktu", "Menjalankan batas waktu pesanan", "10 * * * * ?", typeof(DueOrderTimers), ByTheClock: true),
        new("komplain-waktu", "Menjalankan batas waktu komplain dan melaksanakan solusinya", "25 * * * * ?", typeof(DueComplaints), ByTheClock: true),
        new("garansi-waktu", "Menjalankan batas waktu klaim garansi", "25 * * * * ?", typeof(DueClaims), ByTheClock: true),
        new("kartu-garansi", "Membuat kartu garansi pesanan lama yang belum punya", "0 20 3 * * ?", typeof(CardsToMake)),
        new("retur-waktu", "Menjalankan batas waktu retur dan barang pengganti", "25 * * * * ?", typeof(DueReturns), ByTheClock: true),
        new("belanja-kedaluwarsa", "Membatalkan belanja yang tidak dibayar", "20 * * * * ?", typeof(DuePurchases), ByTheClock: true),
        new("kabar-biaya", "Memberi tahu penjual tentang perubahan biaya layanan", "0 5/10 * * * ?", typeof(FeeChangesToTell)),
        new("akhir-voucher", "Mengakhiri voucher yang masa berlakunya lewat", "25 * * * * ?", typeof(DueVouchers), ByTheClock: true),
        new("hitung-laris", "Menghitung yang terjual untuk urutan pencarian", "0 25 * * * ?", typeof(SalesToCount)),
        new("periksa-nilai", "Memeriksa nilai ulasan yang tersimpan pada produk", "0 55 2 * * ?", typeof(RatingsToCheck)),
        new("hitung-kata", "Menghitung seberapa umum kata-kata pencarian", "0 40 3 * * ?", typeof(WordsToCount)),
        new("dokumen-tertinggal", "Mengembalikan dokumen yang lama tidak diputuskan ke antrean", "40 5 * * * ?", typeof(OverduePapers), ByTheClock: true),
        new("masa-berlaku-dokumen", "Menjalankan masa berlaku dokumen dan pengingatnya", "0 1 * * * ?", typeof(EndingPapers), ByTheClock: true),
        new("batas-nib", "Mengingatkan penjual sebelum waktu mengurus NIB habis", "0 6 7 * * ?", typeof(DueNibs), ByTheClock: true),
        new("batas-izin", "Menyembunyikan produk yang izinnya belum ada sampai tenggangnya habis", "0 8 7 * * ?", typeof(OverduePermits), ByTheClock: true),
        new("hapus-berkas-dokumen", "Memusnahkan berkas dokumen yang ditolak atau dicabut, dan KTP yang sudah diverifikasi", "0 35 3 * * ?", typeof(ScansToDestroy), ByTheClock: true),
        new("hapus-berkas-tanpa-pemilik", "Menghapus gambar dan bukti yang tidak dipakai apa pun", "0 50 3 * * ?", typeof(UnnamedFiles), ByTheClock: true),
        new("pra-periksa-diam", "Meneruskan dokumen yang tidak dilihat komunitas ke dinas", "50 5 * * * ?", typeof(SilentPreChecks), ByTheClock: true),
        new("undangan-staf", "Menggugurkan undangan staf yang tidak dijawab", "30 15 * * * ?", typeof(DueInvitations), ByTheClock: true),
        new("akhir-pendampingan", "Mengakhiri sesi pendampingan yang lewat waktu", "35 * * * * ?", typeof(DueMentoring), ByTheClock: true),
        new("impor-produk", "Memeriksa dan menyimpan tabel produk yang diunggah penjual", "0/10 * * * * ?", typeof(DueImports), After: typeof(ProductImport)),
        new("libur-toko", "Memulai dan mengakhiri libur toko pada harinya", "15 0 * * * ?", typeof(TurningHolidays), ByTheClock: true),
        new("kesehatan-toko", "Menghitung kesehatan toko, memperingatkan, dan membatasi sesudah peringatan", "0 30 4 * * ?", typeof(ShopsToReckon), ByTheClock: true),
        new("hapus-percakapan-lama", "Menghapus percakapan lama beserta fotonya", "0 20 3 * * ?", typeof(OldConversations), ByTheClock: true),
        new("tutup-tiket", "Menyelesaikan tiket terjawab yang tidak ditanggapi", "25 10 * * * ?", typeof(DueTickets), ByTheClock: true),
        new("hitung-layanan", "Menghitung bulan lalu berapa tiket dijawab tepat waktu", "0 45 0 * * ?", typeof(ServiceMonthsToCount), ByTheClock: true),
        new("keranjang-lama", "Menghapus keranjang tamu yang lama", "0 15 3 * * ?", typeof(OldVisitorCarts)),
    ];

    public static ScheduledJob? Find(string name) => All.SingleOrDefault(j => j.Name == name);
}
