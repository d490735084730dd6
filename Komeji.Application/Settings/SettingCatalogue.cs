using Komeji.Application.Accounts;
using Komeji.Application.Legal;
using Komeji.Application.Legal.Opening;

namespace Komeji.Application.Settings;

public enum SettingKind
{
    Number,
    BasisPoints,
    Text,
    Rupiah,
}

/// <summary>A setting the product reads: its name for people, what it may be, and what holds until somebody decides.</summary>
/// <param name="Check">Refuses a text that cannot be read.</param>
public sealed record SettingDefinition(string Key, string Name, string Explanation, SettingKind Kind, string Default, long Least, long Most, string Source, string Group, Action<string>? Check = null)
{
    /// <summary>It keeps one person from moving money alone: a change begins on a coming day, and those who watch over money are told.</summary>
    public bool GuardsMoney { get; init; }
}

/// <summary>Every setting there is. The page at /operator/pengaturan shows them in this order.</summary>
public static class SettingCatalogue
{
    public const string FeeRate = "biaya.layanan";
    public const string FeeObjectionWorkingDays = "biaya.keberatan_hari_kerja";
    public const string IncomeTaxBand = "pajak.pph22_batas_omzet";
    public const string IncomeTaxDueDay = "pajak.pph22_setor_tanggal";
    public const string VatDueDay = "pajak.ppn_setor_tanggal";
    public const string TaxRemindDays = "pajak.ingatkan_hari";
    public const string PayWithinHours = "pesanan.bayar_jam";
    public const string UnpaidPurchases = "pesanan.belum_bayar_paling_banyak";
    public const string AcceptWorkingDays = "pesanan.konfirmasi_hari_kerja";
    public const string ShipGraceWorkingDays = "pesanan.tenggang_kirim_hari_kerja";
    public const string CancelAnswerHours = "pesanan.jawab_batal_jam";
    public const string PickupDays = "pesanan.ambil_hari";
    public const string AssumeDeliveredDays = "pesanan.anggap_sampai_hari";
    public const string CompleteHours = "pesanan.periksa_jam";
    public const string CompleteWorkingDays = "pesanan.periksa_hari_kerja";
    public const string ExtendDays = "pesanan.perpanjang_hari";
    public const string ReturnSendDays = "retur.kirim_hari";
    public const string ReturnAssumeDays = "retur.anggap_sampai_hari";
    public const string ReturnFetchDays = "retur.ambil_titik_hari";
    public const string ReturnCountHours = "retur.hitung_jam";
    public const string ReturnAnswerHours = "retur.jawab_jam";
    public const string ReturnDecideWorkingDays = "retur.putus_hari_kerja";
    public const string ReturnOverdueWorkingDays = "retur.putus_ulang_hari_kerja";
    public const string ReturnFreightMost = "retur.ongkos_paling_banyak";
    public const string ReplaceWorkingDays = "retur.ganti_hari_kerja";
    public const string ServiceFreeCancelHours = "jasa.batal_bebas_jam";
    public const string ServiceNoShowHours = "jasa.tidak_datang_jam";
    public const string ServiceDoneGraceWorkingDays = "jasa.tenggang_hari_kerja";
    public const string ServiceRemindHours = "jasa.ingatkan_jam";
    public const string CashAllowed = "cod.boleh";
    public const string CashMost = "cod.paling_banyak";
    public const string CashDebtMost = "cod.utang_paling_banyak";
    public const string CashCompleteHours = "cod.selesai_jam";
    public const string ComplaintAnswerHours = "komplain.jawab_jam";
    public const string ComplaintTalkHours = "komplain.diskusi_jam";
    public const string ComplaintHelpHours = "komplain.bantuan_jam";
    public const string ComplaintGrantMost = "komplain.kabul_paling_banyak";
    public const string ComplaintDecideWorkingDays = "komplain.putus_hari_kerja";
    public const string ComplaintOverdueWorkingDays = "komplain.putus_ulang_hari_kerja";
    public const string ComplaintEvidenceDays = "komplain.bukti_hari";
    public const string ComplaintAppealDays = "komplain.banding_hari";
    public const string CashBackHours = "cod.uang_kembali_jam";
    public const string StruckPriceDays = "harga.coret_hari";
    public const string StruckPriceShownDays = "harga.coret_tampil_hari";
    public const string CodeMinutes = "akun.kode_menit";
    public const string CodesPerHour = "akun.kode_per_jam";
    public const string CodeGapSeconds = "akun.kode_jeda_detik";
    public const string SessionDays = "akun.sesi_hari";
    public const string LongestSessionDays = "akun.sesi_paling_lama_hari";
    public const string ProofMinutes = "akun.bukti_menit";
    public const string FactorResetHours = "akun.kode_kedua_tunggu_jam";
    public const string NewContactHours = "akun.kontak_baru_jam";
    public const string CartDays = "keranjang.simpan_hari";
    public const string TermsVersion = "akun.versi_ketentuan";
    public const string ReconcileMinutes = "bayar.periksa_ulang_menit";
    public const string AnswerHours = "bayar.tunggu_jawaban_jam";
    public const string DisputeHours = "bayar.tanya_sengketa_jam";
    public const string SecondOfficerAbove = "uang.petugas_kedua_di_atas";
    public const string PayoutLeast = "pencairan.paling_sedikit";
    public const string PayoutWeeklyHour = "pencairan.jam_mingguan";
    public const string PayoutHoldDays = "pencairan.tunda_hari";
    public const string PayoutBiFastMost = "pencairan.bi_fast_paling_banyak";
    public const string PayoutChargeMost = "pencairan.biaya_paling_banyak";
    public const string PayoutsPerFile = "pencairan.per_berkas";
    public const string PayoutProviderPrice = "pencairan.penyedia_biaya";
    public const string PayoutAskMinutes = "pencairan.tanya_menit";
    public const string PayoutKeyHours = "pencairan.kunci_jam";
    public const string PayoutReturnDays = "pencairan.pantau_retur_hari";
    public const string BankMatchDays = "bank.cocok_hari";
    public const string BankJournalDays = "bank.tenggang_jurnal_hari";
    public const string BankChargeMost = "bank.biaya_paling_banyak";
    public const string BankInterestMost = "bank.bunga_paling_banyak";
    public const string MidtransReportDays = "midtrans.tenggang_lapor_hari";
    public const string MidtransScanRate = "midtrans.qris_persen";
    public const string MidtransAccountPrice = "midtrans.va_rupiah";
    public const string MidtransWalletRate = "midtrans.dompet_persen";
    public const string MidtransCardRate = "midtrans.kartu_persen";
    public const string MidtransCardPrice = "midtrans.kartu_rupiah";
    public const string VoucherLeastPaid = "voucher.sisa_bayar";
    public const string VoucherMostPart = "voucher.koperasi_paling_banyak";
    public const string OperatorName = "kontak.nama_badan";
    public const string ContactEmail = "kontak.surel";
    public const string ContactPhone = "kontak.telepon";
    public const string ContactWhatsApp = "kontak.whatsapp";
    public const string ContactAddress = "kontak.alamat";
    public const string LegalMonths = "legal.proses_bulan";
    public const string LegalOldMonths = "legal.proses_lama_bulan";
    public const string LegalScanDays = "legal.hapus_berkas_hari";
    public const string IdentityScanDays = "legal.hapus_ktp_hari";
    public const string UnnamedFileHours = "berkas.tanpa_pemilik_jam";
    public const string LegalByForm = "legal.syarat_badan";
    public const string LegalByCategory = "legal.syarat_kategori";
    public const string PermitGraceDays = "legal.tenggang_izin_hari";
    public const string PreCheckDays = "legal.pra_periksa_hari_kerja";
    public const string StaffMost = "toko.staf_paling_banyak";
    public const string StaffInviteDays = "toko.undangan_staf_hari";
    public const string MentoringCodeMinutes = "pendampingan.kode_menit";
    public const string MentoringMinutes = "pendampingan.sesi_menit";
    public const string MentoringTries = "pendampingan.coba_per_jam";
    public const string PayoutBanks = "toko.bank_pencairan";
    public const string ReviewWriteDays = "ulasan.tulis_hari";
    public const string ReviewEditDays = "ulasan.ubah_hari";
    public const string AnswerEditDays = "ulasan.jawaban_ubah_hari";
    public const string ReviewsPerHour = "ulasan.per_jam";
    public const string QuestionsPerHour = "ulasan.pertanyaan_per_jam";
    public const string QuestionsWaiting = "ulasan.pertanyaan_menunggu";
    public const string ReportsPerHour = "ulasan.laporan_per_jam";
    public const string TextAppealDays = "ulasan.keberatan_hari";
    public const string ClaimAnswerWorkingDays = "garansi.jawab_hari_kerja";
    public const string ClaimSendDays = "garansi.kirim_hari";
    public const string ClaimReceiveDays = "garansi.terima_hari";
    public const string ClaimWorkWorkingDays = "garansi.kerja_hari_kerja";
    public const string ClaimBackDays = "garansi.kembali_hari";
    public const string ClaimCheckHours = "garansi.periksa_jam";
    public const string ClaimReviewDays = "garansi.tinjau_hari";
    public const string ClaimRulingWorkingDays = "garansi.putus_hari_kerja";
    public const string ChatPerHour = "pesan.per_jam";
    public const string ChatNewPerDay = "pesan.percakapan_baru_per_hari";
    public const string ChatKeepDays = "pesan.simpan_hari";
    public const string QuickRepliesMost = "pesan.balasan_cepat_paling_banyak";
    public const string HealthWindowDays = "kesehatan.jendela_hari";
    public const string HealthAnswerHours = "kesehatan.jawab_jam";
    public const string HealthShownLeast = "kesehatan.tampil_paling_sedikit";
    public const string HealthLeast = "kesehatan.pesanan_paling_sedikit";
    public const string HealthCancelMost = "kesehatan.batal_paling_banyak";
    public const string HealthComplaintMost = "kesehatan.komplain_paling_banyak";
    public const string HealthLateMost = "kesehatan.terlambat_paling_banyak";
    public const string HealthNoticeDays = "kesehatan.peringatan_hari";
    public const string HealthReviewDays = "kesehatan.tinjau_hari";
    public const string ComplaintAuthority = "kontak.pktn";
    public const string ServiceOpens = "layanan.jam_buka";
    public const string ServiceCloses = "layanan.jam_tutup";
    public const string UrgentAnswerHours = "layanan.jawab_mendesak_jam";
    public const string TicketComplaintHours = "layanan.jawab_pengaduan_jam";
    public const string OrdinaryAnswerHours = "layanan.jawab_biasa_jam";
    public const string TicketSolveDays = "layanan.selesai_hari_kerja";
    public const string TicketCloseDays = "layanan.tutup_hari_kerja";
    public const string TicketReopenDays = "layanan.buka_lagi_hari";

    public static readonly IReadOnlyList<SettingDefinition> All =
    [
        new(FeeRate, "Biaya layanan", "Bagian dari harga barang yang dibayar penjual kepada koperasi, dibekukan saat pesanan dibayar.", SettingKind.BasisPoints, "500", 0, 3_000, "Keputusan pengurus koperasi", "Biaya dan pajak"),
        new(FeeObjectionWorkingDays, "Waktu keberatan atas biaya", "Hari kerja sejak biaya layanan yang lebih tinggi diputuskan; penjual yang sampai saat itu tidak menjawab dianggap setuju.", SettingKind.Number, "14", 14, 60, "Permendag 19/2026 pasal 14 dan 18", "Biaya dan pajak"),
        new(IncomeTaxBand, "Batas omzet bebas PPh 22", "Penjual perorangan yang menyatakan omzet setahunnya paling banyak sekian tidak dipungut PPh 22.", SettingKind.Rupiah, "500000000", 0, 9_999_999_999, "PMK 37/2025; PP 55/2022", "Biaya dan pajak"),
        new(IncomeTaxDueDay, "Batas setor PPh 22 (tanggal)", "Pada bulan sesudah masa pajaknya. Bila bulannya tidak punya tanggal itu, hari terakhirnya.", SettingKind.Number, "15", 1, 31, "PMK 81/2024", "Biaya dan pajak"),
        new(VatDueDay, "Batas setor PPN (tanggal)", "Pada bulan sesudah masa pajaknya; 31 berarti akhir bulan.", SettingKind.Number, "31", 1, 31, "UU 42/2009 pasal 15A", "Biaya dan pajak"),
        new(TaxRemindDays, "Ingatkan setoran pajak (hari)", "Petugas keuangan diingatkan sekian hari sebelum batas setor, dan sekali lagi bila lewat.", SettingKind.Number, "5", 1, 14, "Keputusan pengurus koperasi", "Biaya dan pajak"),
        new(PayWithinHours, "Batas waktu bayar (jam)", "Belanja yang belum dibayar dibatalkan setelah ini.", SettingKind.Number, "24", 1, 168, "Keputusan pengurus koperasi", "Pesanan"),
        new(UnpaidPurchases, "Belanja belum dibayar per pembeli", "Barang belanja yang belum dibayar tertahan; lebih dari ini harus dibayar atau dibatalkan dahulu.", SettingKind.Number, "10", 1, 100, "Keputusan pengurus koperasi", "Pesanan"),
        new(AcceptWorkingDays, "Batas konfirmasi penjual (hari kerja)", "Pesanan yang tidak dikonfirmasi dibatalkan dan dana dikembalikan.", SettingKind.Number, "2", 1, 10, "Keputusan pengurus koperasi", "Pesanan"),
        new(ShipGraceWorkingDays, "Tenggang kirim (hari kerja)", "Ditambahkan pada hari yang dijanjikan sebelum pesanan dibatalkan.", SettingKind.Number, "3", 0, 20, "Keputusan pengurus koperasi", "Pesanan"),
        new(CancelAnswerHours, "Batas jawaban permintaan batal (jam)", "Penjual yang diam dianggap setuju.", SettingKind.Number, "24", 1, 168, "Keputusan pengurus koperasi", "Pesanan"),
        new(PickupDays, "Batas ambil di toko (hari)", "Barang yang tidak diambil dibatalkan dan dana dikembalikan, setelah diingatkan setiap hari.", SettingKind.Number, "3", 2, 30, "Keputusan pengurus koperasi", "Pesanan"),
        new(AssumeDeliveredDays, "Dianggap sampai setelah perkiraan kurir (hari)", "Dihitung dari perkiraan terlama kurir, kecuali pembeli melapor belum sampai.", SettingKind.Number, "7", 1, 60, "Keputusan pengurus koperasi", "Pesanan"),
        new(CompleteHours, "Waktu memeriksa barang (jam)", "Pesanan selesai pada yang lebih lambat dari batas jam dan hari kerja.", SettingKind.Number, "72", 48, 720, "PP 80/2019 pasal 69", "Pesanan"),
        new(CompleteWorkingDays, "Waktu memeriksa barang (hari kerja)", "Paling sedikit dua hari kerja setelah barang diterima.", SettingKind.Number, "2", 2, 30, "PP 80/2019 pasal 69", "Pesanan"),
        new(ExtendDays, "Perpanjangan waktu memeriksa (hari)", "Pembeli boleh memperpanjang sekali.", SettingKind.Number, "3", 1, 14, "Keputusan pengurus koperasi", "Pesanan"),
        new(ReturnSendDays, "Batas mengirim balik (hari)", "Pembeli mengirim barang retur dalam waktu ini; lewat itu returnya ditutup.", SettingKind.Number, "3", 1, 30, "Keputusan pengurus koperasi", "Retur"),
        new(ReturnAssumeDays, "Retur dianggap sampai (hari)", "Dihitung sejak pembeli mengirim. Sesudah itu waktu menghitung penjual mulai berjalan.", SettingKind.Number, "7", 1, 60, "Keputusan pengurus koperasi", "Retur"),
        new(ReturnFetchDays, "Batas mengambil retur di titik (hari)", "Retur yang diterima titik komunitas dianggap sudah diambil penjual setelah ini.", SettingKind.Number, "3", 1, 30, "Keputusan pengurus koperasi", "Retur"),
        new(ReturnCountHours, "Waktu menghitung retur (jam)", "Penjual yang diam setelah barang sampai dianggap menerima semuanya utuh.", SettingKind.Number, "48", 24, 336, "Keputusan pengurus koperasi", "Retur"),
        new(ReturnAnswerHours, "Jawaban atas hitungan penjual (jam)", "Pembeli yang diam dianggap setuju dengan hitungan penjual.", SettingKind.Number, "48", 24, 336, "Keputusan pengurus koperasi", "Retur"),
        new(ReturnDecideWorkingDays, "Keputusan atas keberatan retur (hari kerja)", "Petugas memutuskan keberatan dalam waktu ini.", SettingKind.Number, "5", 1, 20, "Keputusan pengurus koperasi", "Retur"),
        new(ReturnOverdueWorkingDays, "Ingatkan putusan retur yang terlambat (hari kerja)", "Semua petugas diingatkan lagi setiap sekian hari kerja, selama keberatan atas retur atau laporan pengganti belum sampai belum diputuskan.", SettingKind.Number, "1", 1, 5, "Keputusan pengurus koperasi", "Retur"),
        new(ReturnFreightMost, "Ongkos kirim balik paling banyak", "Ongkos kirim balik yang bukan tanggungan pembeli diganti paling banyak sekian, dengan foto struknya.", SettingKind.Rupiah, "200000", 0, 10_000_000, "Keputusan pengurus koperasi", "Retur") { GuardsMoney = true },
        new(ReplaceWorkingDays, "Batas mengirim pengganti (hari kerja)", "Barang pengganti atau kekurangan yang belum dikirim dalam waktu ini dinyatakan gagal, dan jalan keluar lain dicari.", SettingKind.Number, "3", 1, 20, "Keputusan pengurus koperasi", "Retur"),
        new(ServiceFreeCancelHours, "Batal bebas sebelum janji (jam)", "Pembeli jasa boleh batal tanpa bertanya sampai sekian jam sebelum janji; sesudahnya penjual ditanya. Dibekukan saat janji disepakati. Dana selalu kembali penuh.", SettingKind.Number, "24", 0, 336, "Keputusan pengurus koperasi", "Jasa"),
        new(ServiceNoShowHours, "Penjual tidak datang (jam)", "Bila jasa belum dimulai sekian jam setelah janji, pembeli boleh batal tanpa bertanya.", SettingKind.Number, "2", 1, 72, "Keputusan pengurus koperasi", "Jasa"),
        new(ServiceDoneGraceWorkingDays, "Tenggang selesai jasa (hari kerja)", "Jasa yang belum diserahkan sekian hari kerja setelah janji berakhir dibatalkan dan dana dikembalikan.", SettingKind.Number, "3", 0, 20, "Keputusan pengurus koperasi", "Jasa"),
        new(ServiceRemindHours, "Pengingat janji (jam)", "Pembeli dan penjual diingatkan sekian jam sebelum janji.", SettingKind.Number, "24", 2, 72, "Keputusan pengurus koperasi", "Jasa"),
        new(CashAllowed, "Bayar di tempat boleh", "1: toko yang mau boleh menerima uang tunai saat barang diserahkan. 0: tidak ada pesanan baru yang dibayar di tempat.", SettingKind.Number, "1", 0, 1, "Keputusan pengurus koperasi", "Bayar di tempat"),
        new(CashMost, "Bayar di tempat paling banyak", "Harga barang dan ongkos kirim satu pesanan yang boleh dibayar tunai.", SettingKind.Rupiah, "500000", 1, 100_000_000, "Keputusan pengurus koperasi", "Bayar di tempat") { GuardsMoney = true },
        new(CashDebtMost, "Biaya belum lunas paling banyak", "Toko yang biaya pesanan tunainya belum terpotong sebanyak ini tidak menerima bayar di tempat sampai berkurang.", SettingKind.Rupiah, "200000", 1, 100_000_000, "Keputusan pengurus koperasi", "Bayar di tempat") { GuardsMoney = true },
        new(CashCompleteHours, "Menunggu kedua pihak (jam)", "Pesanan tunai yang belum dinyatakan lunas oleh pembeli dan penjual selesai sendiri sesudah ini, dan tidak sebelum waktu memeriksa dalam hari kerja habis.", SettingKind.Number, "72", 48, 720, "PP 80/2019 pasal 69; keputusan pengurus koperasi", "Bayar di tempat"),
        new(ComplaintAnswerHours, "Jawaban penjual atas komplain (jam)", "Penjual yang diam selama ini dianggap mengabulkan permintaan yang kecil; yang lebih besar diputuskan petugas.", SettingKind.Number, "72", 24, 336, "Keputusan pengurus koperasi", "Komplain"),
        new(ComplaintTalkHours, "Jawaban atas tawaran (jam)", "Setiap pihak menjawab tawaran dalam waktu ini. Setelah selama ini berdiskusi, keduanya boleh meminta bantuan petugas.", SettingKind.Number, "72", 24, 336, "Keputusan pengurus koperasi", "Komplain"),
        new(ComplaintHelpHours, "Minta bantuan sebelum diam dihitung (jam)", "Pembeli atau penjual yang tidak menjawab tawaran dianggap diam paling cepat sekian jam sesudah ia boleh meminta bantuan petugas.", SettingKind.Number, "24", 12, 168, "Keputusan pengurus koperasi", "Komplain"),
        new(ComplaintGrantMost, "Dikabulkan bila penjual diam, paling banyak", "Permintaan pengembalian dana sampai sejumlah ini dikabulkan atas beban penjual yang tidak menjawab. Dibekukan saat komplain diajukan.", SettingKind.Rupiah, "500000", 0, 100_000_000, "Keputusan pengurus koperasi", "Komplain") { GuardsMoney = true },
        new(ComplaintDecideWorkingDays, "Keputusan petugas (hari kerja)", "Komplain dan banding diputuskan dalam waktu ini.", SettingKind.Number, "5", 1, 20, "Permendag 19/2026 pasal 10", "Komplain"),
        new(ComplaintOverdueWorkingDays, "Ingatkan keputusan yang terlambat (hari kerja)", "Komplain yang terlambat diputuskan lepas dari petugasnya, dan semua petugas diingatkan lagi setiap sekian hari kerja.", SettingKind.Number, "1", 1, 5, "Keputusan pengurus koperasi", "Komplain"),
        new(ComplaintEvidenceDays, "Bukti tambahan (hari)", "Pembeli dan penjual membawa bukti yang diminta petugas dalam waktu ini.", SettingKind.Number, "2", 1, 14, "Keputusan pengurus koperasi", "Komplain"),
        new(ComplaintAppealDays, "Waktu banding (hari)", "Keputusan yang tidak dibanding dalam waktu ini dilaksanakan.", SettingKind.Number, "3", 1, 14, "Keputusan pengurus koperasi", "Komplain"),
        new(CashBackHours, "Menunggu jawaban uang kembali (jam)", "Bila penjual mencatat uang tunai dikembalikan dan pembeli tidak menyangkal sampai batas ini, pesanan berakhir tanpa biaya.", SettingKind.Number, "72", 24, 720, "Keputusan pengurus koperasi", "Bayar di tempat"),
        new(StruckPriceDays, "Harga coret: harga terendah sekian hari", "Harga yang dicoret adalah harga terendah selama sekian hari sebelum harga turun. Produk yang belum tayang selama itu tidak memakai harga coret.", SettingKind.Number, "30", 7, 180, "UU 8/1999 pasal 9 dan 10 (potongan harga yang benar); lama 30 hari mengikuti Direktif Uni Eropa 98/6/EC pasal 6a", "Katalog"),
        new(StruckPriceShownDays, "Harga coret ditampilkan (hari)", "Sekian hari setelah harga turun, harga barunya menjadi harga biasa.", SettingKind.Number, "30", 1, 90, "Keputusan pengurus koperasi", "Katalog"),
        new(CodeMinutes, "Masa berlaku kode (menit)", "Kode konfirmasi dan atur ulang kata sandi.", SettingKind.Number, "15", 5, 60, "Keputusan pengurus koperasi", "Akun"),
        new(CodesPerHour, "Kode paling banyak per jam", "Untuk satu akun dan satu keperluan.", SettingKind.Number, "5", 1, 20, "Keputusan pengurus koperasi", "Akun"),
        new(CodeGapSeconds, "Jeda kirim ulang kode (detik)", "Kode yang sama keperluannya dikirim ulang paling cepat sesudah ini.", SettingKind.Number, "60", 0, 600, "Keputusan pengurus koperasi", "Akun"),
        new(SessionDays, "Lama masuk (hari)", "Setelah tidak dipakai selama ini, orang masuk kembali.", SettingKind.Number, "14", 1, 90, "Keputusan pengurus koperasi", "Akun"),
        new(LongestSessionDays, "Lama masuk paling lama (hari)", "Sesudah ini orang masuk kembali, juga bila akunnya terus dipakai.", SettingKind.Number, "90", 1, Session.LongestDays, "Keputusan pengurus koperasi", "Akun"),
        new(ProofMinutes, "Bukti diri untuk tindakan penting (menit)", "Tindakan penting diminta bukti diri lagi bila bukti terakhir lebih lama dari ini.", SettingKind.Number, "10", 1, 60, "Keputusan pengurus koperasi", "Akun") { GuardsMoney = true },
        new(FactorResetHours, "Waktu tunggu melepas kode kedua (jam)", "Orang yang kehilangan ponsel dan kode pemulihan menunggu selama ini, agar pemilik yang sebenarnya sempat menghentikannya.", SettingKind.Number, "24", 1, 336, "Keputusan pengurus koperasi", "Akun") { GuardsMoney = true },
        new(NewContactHours, "Kode kedua pertama setelah kontak diubah (jam)", "Selama ini setelah surel atau nomor akun diubah, kode kedua pertama tidak bisa dipasang, agar pemilik yang sebenarnya sempat membaca kabarnya.", SettingKind.Number, "72", 1, 336, "Keputusan pengurus koperasi", "Akun") { GuardsMoney = true },
        new(CartDays, "Keranjang tamu disimpan (hari)", "", SettingKind.Number, "30", 1, 365, "Keputusan pengurus koperasi", "Akun"),
        new(TermsVersion, "Versi syarat dan ketentuan", "Dicatat pada setiap persetujuan.", SettingKind.Text, "2026-11", 0, 0, "Keputusan pengurus koperasi", "Akun"),
        new(ReconcileMinutes, "Periksa ulang pembayaran (menit)", "Pembayaran terbuka ditanyakan kembali kepada penyedia setelah ini.", SettingKind.Number, "5", 1, 120, "Keputusan pengurus koperasi", "Pembayaran"),
        new(AnswerHours, "Menunggu jawaban penyedia setelah waktu bayar habis (jam)", "Belanja yang mungkin sudah dibayar tidak dibatalkan selama penyedia atau bank belum menjawab, paling lama sekian jam. Uang yang datang sesudahnya dikembalikan.", SettingKind.Number, "24", 1, 168, "Keputusan pengurus koperasi", "Pembayaran"),
        new(DisputeHours, "Tanyakan sengketa di bank (jam)", "Sengketa yang belum diputuskan ditanyakan kepada penyedia setiap sekian jam, agar kabar yang hilang ditemukan.", SettingKind.Number, "6", 1, 72, "Keputusan pengurus koperasi", "Pembayaran"),
        new(SecondOfficerAbove, "Keputusan uang perlu petugas kedua di atas", "Pengembalian dana yang diputuskan petugas, sengketa yang ditanggung koperasi, dan uang yang diberikan kepada pembeli di atas jumlah ini menunggu persetujuan petugas keuangan lain. Beberapa pengembalian untuk satu belanja dijumlahkan.", SettingKind.Rupiah, "1000000", 0, 1_000_000_000, "Keputusan pengurus koperasi tentang pemisahan wewenang", "Pembayaran") { GuardsMoney = true },
        new(PayoutLeast, "Pencairan paling sedikit", "Penjual mencairkan saldo paling sedikit sejumlah ini; sisanya tetap di saldo dan tidak hangus.", SettingKind.Rupiah, "50000", 1, 10_000_000, "Keputusan pengurus koperasi", "Pencairan"),
        new(PayoutWeeklyHour, "Jam pencairan mingguan (WIB)", "Pencairan toko yang memilih jadwal mingguan dibuat mulai jam ini pada harinya.", SettingKind.Number, "6", 0, 22, "Keputusan pengurus koperasi", "Pencairan"),
        new(PayoutHoldDays, "Pencairan ditunda paling lama (hari)", "Sesudah ini pencairan yang ditunda kembali menunggu persetujuan dengan sendirinya.", SettingKind.Number, "7", 1, 7, "Keputusan pengurus koperasi", "Pencairan"),
        new(PayoutBiFastMost, "Batas BI-FAST per transfer", "Pencairan di atas batas ini ditandai untuk RTGS dan tidak masuk berkas BI-FAST.", SettingKind.Rupiah, "250000000", 1, 2_000_000_000, "Ketentuan BI-FAST Bank Indonesia, batas nominal per transaksi", "Pencairan"),
        new(PayoutChargeMost, "Biaya transfer paling banyak", "Biaya bank yang dicatat untuk satu pencairan tidak boleh lebih dari ini, agar salah ketik ketahuan.", SettingKind.Rupiah, "35000", 0, 1_000_000, "Ketentuan BI-FAST (paling banyak Rp2.500) dan tarif RTGS bank", "Pencairan") { GuardsMoney = true },
        new(PayoutsPerFile, "Pencairan per berkas bank", "Selebihnya masuk berkas berikutnya.", SettingKind.Number, "200", 1, 1_000, "Keputusan pengurus koperasi", "Pencairan"),
        new(PayoutProviderPrice, "Biaya penyedia per pencairan", "Dibukukan sebagai biaya koperasi untuk setiap pencairan BI-FAST yang sampai lewat penyedia, menurut hari pengirimannya.", SettingKind.Rupiah, "2500", 0, 35_000, "Kontrak penyedia pencairan; ketentuan BI-FAST (paling banyak Rp2.500)", "Pencairan") { GuardsMoney = true },
        new(PayoutAskMinutes, "Tanyakan pencairan kepada penyedia (menit)", "Pencairan yang belum dijawab penyedia ditanyakan lagi setiap sekian menit, sampai jelas.", SettingKind.Number, "5", 1, 120, "Keputusan pengurus koperasi", "Pencairan"),
        new(PayoutKeyHours, "Kunci pengiriman berlaku (jam)", "Pencairan yang tidak pernah sampai di penyedia dikirim lagi dengan kunci yang sama selama ini. Sesudahnya petugas yang memutuskan, karena penyedia mungkin sudah lupa kuncinya.", SettingKind.Number, "20", 1, 72, "Kontrak penyedia pencairan", "Pencairan") { GuardsMoney = true },
        new(PayoutReturnDays, "Pantau pencairan yang kembali (hari)", "Pencairan yang sudah sampai ditanyakan sekali sehari selama ini, kalau-kalau dikembalikan bank.", SettingKind.Number, "7", 0, 30, "Keputusan pengurus koperasi", "Pencairan"),
        new(BankMatchDays, "Jarak tanggal mutasi dan jurnal (hari)", "Mutasi bank dicocokkan sendiri dengan jurnal bila tanggalnya berjarak paling jauh sekian hari.", SettingKind.Number, "3", 0, 30, "Keputusan pengurus koperasi", "Pembayaran"),
        new(BankJournalDays, "Tenggang jurnal tanpa mutasi (hari)", "Jurnal rekening yang setelah sekian hari belum ada mutasinya di bank masuk daftar selisih.", SettingKind.Number, "3", 0, 30, "Keputusan pengurus koperasi", "Pembayaran"),
        new(BankChargeMost, "Biaya bank paling banyak per mutasi", "Mutasi yang lebih besar tidak bisa dibukukan sebagai biaya bank, agar uang orang lain tidak salah dibukukan.", SettingKind.Rupiah, "500000", 0, 100_000_000, "Keputusan pengurus koperasi", "Pembayaran") { GuardsMoney = true },
        new(BankInterestMost, "Bunga bank paling banyak per mutasi", "Mutasi yang lebih besar tidak bisa dibukukan sebagai bunga bank atau pajaknya.", SettingKind.Rupiah, "5000000", 0, 1_000_000_000, "Keputusan pengurus koperasi", "Pembayaran") { GuardsMoney = true },
        new(MidtransReportDays, "Tenggang laporan Midtrans (hari)", "Pembayaran lewat Midtrans yang setelah sekian hari belum ada di laporan penyelesaiannya masuk daftar selisih.", SettingKind.Number, "7", 1, 60, "Keputusan pengurus koperasi", "Pembayaran"),
        new(MidtransScanRate, "Biaya Midtrans: QRIS", "Bagian pembayaran yang dipotong Midtrans, dengan PPN; dibulatkan ke bawah. Berlaku untuk pembayaran sejak harinya.", SettingKind.BasisPoints, "70", 0, 1_000, "Kontrak Midtrans", "Pembayaran"),
        new(MidtransAccountPrice, "Biaya Midtrans: Virtual Account", "Untuk setiap pembayaran, dengan PPN.", SettingKind.Rupiah, "4440", 0, 100_000, "Kontrak Midtrans", "Pembayaran"),
        new(MidtransWalletRate, "Biaya Midtrans: GoPay dan ShopeePay", "Bagian pembayaran yang dipotong Midtrans, dengan PPN; dibulatkan ke bawah.", SettingKind.BasisPoints, "222", 0, 1_000, "Kontrak Midtrans", "Pembayaran"),
        new(MidtransCardRate, "Biaya Midtrans: kartu, bagian", "Bagian pembayaran yang dipotong Midtrans, dengan PPN; dibulatkan ke bawah.", SettingKind.BasisPoints, "322", 0, 1_000, "Kontrak Midtrans", "Pembayaran"),
        new(MidtransCardPrice, "Biaya Midtrans: kartu, tetap", "Ditambahkan pada bagiannya untuk setiap pembayaran, dengan PPN.", SettingKind.Rupiah, "2220", 0, 100_000, "Kontrak Midtrans", "Pembayaran"),
        new(VoucherLeastPaid, "Sisa yang dibayar setelah voucher", "Potongan voucher dikurangi sampai pembeli masih membayar paling sedikit ini untuk satu belanja: di bawah batas penyedia pembayaran tidak ada yang bisa dibayar.", SettingKind.Rupiah, "10000", 1, 1_000_000, "Keputusan pengurus koperasi; batas terkecil penyedia pembayaran", "Voucher"),
        new(VoucherMostPart, "Potongan terbesar voucher koperasi", "Voucher yang seluruhnya atau sebagian didanai koperasi paling banyak memotong sekian dari harga barang.", SettingKind.BasisPoints, "5000", 1, 10_000, "Permendag 19/2026 pasal 18 (insentif yang wajar)", "Voucher") { GuardsMoney = true },
        new(LegalMonths, "Dalam proses legalisasi (bulan)", "Toko baru tanpa NIB terverifikasi boleh menerima pesanan selama ini sejak dibuka, dengan label untuk pembeli.", SettingKind.Number, "6", 1, 24, "Permendag 19/2026 pasal 17", "Legalitas"),
        new(LegalOldMonths, "Masa peralihan toko lama (bulan)", "Untuk toko yang sudah ada sebelum 8 Juni 2026, dihitung dari hari itu.", SettingKind.Number, "18", 1, 36, "Permendag 19/2026 pasal 74", "Legalitas"),
        new(LegalScanDays, "Berkas dokumen yang ditolak disimpan (hari)", "Sesudah dokumen ditolak atau dicabut selama ini, foto dan PDF-nya dimusnahkan; catatannya tetap ada.", SettingKind.Number, "90", 7, 1_825, "UU 27/2022 pasal 16 dan 43", "Legalitas"),
        new(IdentityScanDays, "Berkas KTP yang disetujui disimpan (hari)", "Sesudah KTP disetujui selama ini, foto dan PDF-nya dimusnahkan; nomor yang disegel dan catatan pemeriksaannya tetap ada.", SettingKind.Number, "30", 1, 1_825, "UU 27/2022 pasal 16 dan 43", "Legalitas"),
        new(LegalByForm, "Dokumen per bentuk usaha", "Bentuk usaha = dokumen, dipisah koma; garis tegak berarti salah satu; titik koma memisahkan bentuk usaha.", SettingKind.Text, LegalDefaults.ByForm, 0, 0, "Permendag 19/2026 pasal 4; keputusan Dinas Koperasi", "Legalitas", LegalDefaults.Check),
        new(LegalByCategory, "Dokumen per kategori barang", "Kategori = izin yang diperlukan, dipisah koma; garis tegak berarti salah satu; titik koma memisahkan kategori.", SettingKind.Text, LegalDefaults.ByCategory, 0, 0, "PP 42/2024; peraturan BPOM; keputusan Dinas Koperasi", "Legalitas", LegalDefaults.Check),
        new(PermitGraceDays, "Tenggang izin produk (hari)", "Produk yang kategorinya memerlukan izin boleh tayang tanpa izin itu selama ini sejak toko pertama kali menayangkan produk kategori itu, dan tidak sebelum 18 Oktober 2026; sesudahnya disembunyikan.", SettingKind.Number, "180", 14, 730, "PP 42/2024 (wajib halal usaha mikro dan kecil sejak 18 Oktober 2026); keputusan Dinas Koperasi", "Legalitas"),
        new(PreCheckDays, "Pra-periksa komunitas (hari kerja)", "Dokumen yang dalam waktu ini tidak dilihat komunitas diteruskan ke dinas.", SettingKind.Number, "2", 1, 10, "Keputusan Dinas Koperasi", "Legalitas"),
        new(StaffMost, "Staf per toko", "Termasuk undangan yang belum dijawab.", SettingKind.Number, "5", 1, 50, "Keputusan pengurus koperasi", "Toko dan pendampingan"),
        new(StaffInviteDays, "Undangan staf berlaku (hari)", "Undangan yang tidak dijawab dalam waktu ini gugur.", SettingKind.Number, "7", 1, 30, "Keputusan pengurus koperasi", "Toko dan pendampingan"),
        new(MentoringCodeMinutes, "Kode pendampingan berlaku (menit)", "Pendamping memasukkan kode dari penjual dalam waktu ini.", SettingKind.Number, "10", 2, 60, "Keputusan pengurus koperasi", "Toko dan pendampingan"),
        new(MentoringMinutes, "Lama sesi pendampingan (menit)", "Sesudah ini pendamping tidak bekerja di toko lagi; penjual bisa membuka sesi baru.", SettingKind.Number, "60", 10, 240, "Keputusan pengurus koperasi", "Toko dan pendampingan"),
        new(MentoringTries, "Salah kode pendampingan per jam", "Sesudah sekian kode salah, pendamping menunggu.", SettingKind.Number, "5", 3, 20, "Keputusan pengurus koperasi", "Toko dan pendampingan"),
        new(PayoutBanks, "Bank yang ditawarkan", "Dipilih penjual untuk rekening pencairan, dipisah koma. Bank lain boleh ditulis namanya.", SettingKind.Text, Banks.Default, 0, 0, "Keputusan pengurus koperasi", "Toko dan pendampingan", Banks.Check),
        new(ReviewWriteDays, "Waktu menulis ulasan (hari)", "Pembeli boleh mengulas barang selama ini sejak pesanannya selesai, menurut yang berlaku pada hari itu.", SettingKind.Number, "60", 7, 365, "Keputusan pengurus koperasi", "Ulasan dan pertanyaan"),
        new(ReviewEditDays, "Waktu mengubah ulasan (hari)", "Dihitung sejak ulasan ditulis, menurut yang berlaku pada hari itu.", SettingKind.Number, "30", 0, 365, "Keputusan pengurus koperasi", "Ulasan dan pertanyaan"),
        new(AnswerEditDays, "Waktu mengubah jawaban toko (hari)", "Dihitung sejak balasan ulasan atau jawaban pertanyaan ditulis.", SettingKind.Number, "7", 0, 90, "Keputusan pengurus koperasi", "Ulasan dan pertanyaan"),
        new(ReviewsPerHour, "Ulasan per orang per jam", "Lebih dari ini orang menunggu, agar tidak ada yang membanjiri.", SettingKind.Number, "20", 1, 200, "Keputusan pengurus koperasi", "Ulasan dan pertanyaan"),
        new(QuestionsPerHour, "Pertanyaan per orang per jam", "Lebih dari ini orang menunggu, agar tidak ada yang membanjiri.", SettingKind.Number, "6", 1, 100, "Keputusan pengurus koperasi", "Ulasan dan pertanyaan"),
        new(QuestionsWaiting, "Pertanyaan belum dijawab per orang dan produk", "Yang sudah bertanya sebanyak ini menunggu jawaban penjual dahulu.", SettingKind.Number, "3", 1, 20, "Keputusan pengurus koperasi", "Ulasan dan pertanyaan"),
        new(ReportsPerHour, "Laporan tulisan per orang per jam", "Lebih dari ini orang menunggu, agar tidak ada yang membanjiri.", SettingKind.Number, "10", 1, 100, "Keputusan pengurus koperasi", "Ulasan dan pertanyaan"),
        new(TextAppealDays, "Waktu keberatan atas tulisan yang disembunyikan (hari)", "Dihitung sejak petugas menyembunyikannya, menurut yang berlaku pada hari itu.", SettingKind.Number, "14", 3, 90, "PP 33/2026 (keberatan atas keputusan); keputusan pengurus koperasi", "Ulasan dan pertanyaan"),
        new(ClaimAnswerWorkingDays, "Penanggung menjawab klaim (hari kerja)", "Klaim garansi yang tidak dijawab dalam waktu ini diputuskan Pusat Resolusi.", SettingKind.Number, "3", 1, 10, "Keputusan pengurus koperasi; UU 8/1999 pasal 26", "Garansi"),
        new(ClaimSendDays, "Pembeli mengirim barang (hari)", "Klaim yang diterima tetapi barangnya tidak dikirim dalam waktu ini kedaluwarsa.", SettingKind.Number, "14", 3, 60, "Keputusan pengurus koperasi", "Garansi"),
        new(ClaimReceiveDays, "Penanggung mencatat barang datang (hari)", "Barang yang sudah dikirim atau dititipkan tetapi tidak dicatat diterima dalam waktu ini diputuskan Pusat Resolusi.", SettingKind.Number, "7", 2, 30, "Keputusan pengurus koperasi", "Garansi"),
        new(ClaimWorkWorkingDays, "Memeriksa, memperbaiki, dan mengirim kembali (hari kerja)", "Barang yang dalam waktu ini belum dikirim kembali diputuskan Pusat Resolusi.", SettingKind.Number, "14", 1, 60, "Keputusan pengurus koperasi", "Garansi"),
        new(ClaimBackDays, "Barang yang dikirim kembali dianggap sampai (hari)", "Kecuali diserahkan langsung atau pembeli melapor belum sampai.", SettingKind.Number, "7", 1, 30, "Keputusan pengurus koperasi", "Garansi"),
        new(ClaimCheckHours, "Pembeli memeriksa barang yang kembali (jam)", "Sesudah barang sampai selama ini, klaim selesai sendiri.", SettingKind.Number, "48", 24, 336, "Keputusan pengurus koperasi", "Garansi"),
        new(ClaimReviewDays, "Meminta Pusat Resolusi meninjau penolakan (hari)", "Penolakan yang dalam waktu ini tidak diminta ditinjau menjadi tetap.", SettingKind.Number, "14", 3, 90, "Keputusan pengurus koperasi", "Garansi"),
        new(ClaimRulingWorkingDays, "Pusat Resolusi memutuskan klaim (hari kerja)", "Batas waktu petugas; yang lewat ditandai terlambat.", SettingKind.Number, "5", 1, 20, "Keputusan pengurus koperasi", "Garansi"),
        new(ChatPerHour, "Pesan paling banyak per jam", "Untuk satu orang, pembeli maupun petugas toko; lebih dari ini ia menunggu.", SettingKind.Number, "60", 5, 1_000, "Keputusan pengurus koperasi", "Pesan dan kesehatan toko"),
        new(ChatNewPerDay, "Percakapan baru per pembeli per hari", "Agar tidak ada yang menyebar pesan ke banyak toko.", SettingKind.Number, "20", 1, 500, "Keputusan pengurus koperasi", "Pesan dan kesehatan toko"),
        new(ChatKeepDays, "Percakapan disimpan (hari)", "Percakapan yang selama ini tidak bertambah dihapus beserta fotonya, kecuali ada laporan yang belum diputuskan.", SettingKind.Number, "730", 180, 3_650, "UU 27/2022 pasal 16 dan 43; keputusan pengurus koperasi", "Pesan dan kesehatan toko"),
        new(QuickRepliesMost, "Balasan cepat per toko", "", SettingKind.Number, "20", 1, 100, "Keputusan pengurus koperasi", "Pesan dan kesehatan toko"),
        new(HealthWindowDays, "Jendela kesehatan toko (hari)", "Angka kesehatan toko dihitung dari pesanan yang dibayar dan pertanyaan yang masuk selama ini, sampai awal hari ini.", SettingKind.Number, "60", 14, 365, "Keputusan pengurus koperasi", "Pesan dan kesehatan toko"),
        new(HealthAnswerHours, "Pertanyaan dijawab dalam (jam)", "Jawaban sesudahnya dihitung lambat. Jam kalender; pertanyaan yang masuk saat toko libur tidak dihitung.", SettingKind.Number, "24", 1, 168, "Keputusan pengurus koperasi", "Pesan dan kesehatan toko"),
        new(HealthShownLeast, "Angka tampil di halaman toko mulai", "Pesanan atau pertanyaan paling sedikit agar suatu angka ditampilkan kepada pembeli.", SettingKind.Number, "10", 1, 1_000, "Keputusan pengurus koperasi", "Pesan dan kesehatan toko"),
        new(HealthLeast, "Pembatasan: pesanan paling sedikit", "Toko dengan pesanan lebih sedikit tidak diperingatkan dan tidak dibatasi.", SettingKind.Number, "20", 5, 10_000, "Keputusan pengurus koperasi", "Pesan dan kesehatan toko"),
        new(HealthCancelMost, "Pembatasan: pesanan batal karena toko", "Di atas ini toko diperingatkan, lalu dibatasi bila tidak membaik. 100 % berarti tidak dipakai.", SettingKind.BasisPoints, "1500", 100, 10_000, "Keputusan pengurus koperasi", "Pesan dan kesehatan toko"),
        new(HealthComplaintMost, "Pembatasan: pesanan yang salahnya pada toko", "Di atas ini toko diperingatkan, lalu dibatasi bila tidak membaik. 100 % berarti tidak dipakai.", SettingKind.BasisPoints, "1000", 100, 10_000, "Keputusan pengurus koperasi", "Pesan dan kesehatan toko"),
        new(HealthLateMost, "Pembatasan: pesanan terlambat", "Di atas ini toko diperingatkan, lalu dibatasi bila tidak membaik. 100 % berarti tidak dipakai.", SettingKind.BasisPoints, "3000", 100, 10_000, "Keputusan pengurus koperasi", "Pesan dan kesehatan toko"),
        new(HealthNoticeDays, "Pembatasan: diperingatkan sebelumnya (hari)", "Antara peringatan dan pembatasan; bila angkanya membaik, peringatannya berakhir.", SettingKind.Number, "7", 3, 60, "Keputusan pengurus koperasi", "Pesan dan kesehatan toko"),
        new(HealthReviewDays, "Pembatasan: ditinjau petugas dalam (hari)", "Petugas melihat toko yang dibatasi paling lambat pada hari ini, juga tanpa keberatan.", SettingKind.Number, "14", 1, 90, "Keputusan pengurus koperasi", "Pesan dan kesehatan toko"),
        new(UnnamedFileHours, "Berkas tanpa pemilik disimpan (jam)", "Gambar dan bukti yang tidak dipakai produk, pesanan, atau dokumen mana pun dihapus setelah selama ini tidak disentuh.", SettingKind.Number, "24", 2, 720, "Keputusan pengurus koperasi", "Berkas"),
        new(ServiceOpens, "Layanan buka (jam, WIB)", "Setiap hari kerja. Batas waktu tiket dihitung dalam jam layanan saja.", SettingKind.Number, "8", 0, 12, "Keputusan pengurus koperasi", "Layanan"),
        new(ServiceCloses, "Layanan tutup (jam, WIB)", "Setiap hari kerja.", SettingKind.Number, "16", 13, 24, "Keputusan pengurus koperasi", "Layanan"),
        new(UrgentAnswerHours, "Jawaban pertama: mendesak (jam layanan)", "Sejak tiket dibuka sampai pelapor mendengar jawaban atau apa yang masih diperlukan.", SettingKind.Number, "4", 1, 80, "PP 80/2019 pasal 27; keputusan pengurus koperasi", "Layanan"),
        new(TicketComplaintHours, "Jawaban pertama: pengaduan (jam layanan)", "Sama, untuk keluhan yang tidak mendesak.", SettingKind.Number, "12", 1, 80, "PP 80/2019 pasal 27; keputusan pengurus koperasi", "Layanan"),
        new(OrdinaryAnswerHours, "Jawaban pertama: pertanyaan biasa (jam layanan)", "Sama, untuk pertanyaan.", SettingKind.Number, "24", 1, 160, "PP 80/2019 pasal 27; keputusan pengurus koperasi", "Layanan"),
        new(TicketSolveDays, "Penyelesaian tiket (hari kerja)", "Sejak tiket dibuka sampai terjawab. Waktu menunggu pelapor tidak dihitung.", SettingKind.Number, "5", 1, 30, "PP 80/2019 pasal 27; keputusan pengurus koperasi", "Layanan"),
        new(TicketCloseDays, "Tiket terjawab ditutup (hari kerja)", "Tiket yang setelah dijawab tidak ditanggapi pelapor selesai sendiri.", SettingKind.Number, "3", 1, 30, "Keputusan pengurus koperasi", "Layanan"),
        new(TicketReopenDays, "Tiket boleh dibuka lagi (hari)", "Sejak tiket selesai; sesudahnya dibuka tiket baru.", SettingKind.Number, "7", 1, 60, "Keputusan pengurus koperasi", "Layanan"),
        new(OperatorName, "Nama badan hukum", "Tampil di kaki halaman.", SettingKind.Text, "Koperasi Komeji Nusantara", 0, 0, "PP 80/2019", "Kontak"),
        new(ContactEmail, "Surel layanan", "", SettingKind.Text, "layanan@komeji.id", 0, 0, "PP 80/2019", "Kontak"),
        new(ContactPhone, "Telepon layanan", "", SettingKind.Text, "(031) 555-0126", 0, 0, "PP 80/2019", "Kontak"),
        new(ContactWhatsApp, "WhatsApp layanan", "", SettingKind.Text, "0812-5550-0126", 0, 0, "PP 80/2019", "Kontak"),
        new(ContactAddress, "Alamat", "", SettingKind.Text, "Surabaya, Jawa Timur", 0, 0, "PP 80/2019", "Kontak"),
        new(ComplaintAuthority, "Pengaduan konsumen pemerintah", "Wajib ditampilkan.", SettingKind.Text, "Direktorat Jenderal Perlindungan Konsumen dan Tertib Niaga, Kementerian Perdagangan RI. WhatsApp 0853-1111-1010, pengaduan.konsumen@kemendag.go.id, (021) 3441839, https://ditjenpktn.kemendag.go.id", 0, 0, "Permendag 19/2026 pasal 13", "Kontak"),
    ];

    public static SettingDefinition Find(string key) => All.Single(d => d.Key == key);
}
