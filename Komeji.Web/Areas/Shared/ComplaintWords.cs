using Komeji.Application.Complaints;
using Komeji.Domain.Complaints;
using Komeji.Web.TagHelpers;

namespace Komeji.Web.Areas.Shared;

/// <summary>Complaints in the words of their pages: the same for buyer, seller and officer.</summary>
public static class ComplaintWords
{
    public static string Type(ComplaintType type) => type switch
    {
        ComplaintType.NotReceived => "Barang tidak sampai",
        ComplaintType.WrongItem => "Barang salah",
        ComplaintType.Damaged => "Barang rusak",
        ComplaintType.NotAsDescribed => "Tidak sesuai keterangan",
        ComplaintType.Counterfeit => "Diduga palsu",
        ComplaintType.Missing => "Jumlah kurang",
        ComplaintType.PastDate => "Lewat tanggal kedaluwarsa",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    public static string Solution(ComplaintSolution solution) => solution switch
    {
        ComplaintSolution.FullRefund => "Dana kembali penuh",
        ComplaintSolution.PartRefund => "Dana kembali sebagian",
        ComplaintSolution.Replace => "Tukar barang",
        ComplaintSolution.SendMissing => "Kirim kekurangan",
        ComplaintSolution.NoCompensation => "Tanpa ganti",
        _ => throw new ArgumentOutOfRangeException(nameof(solution), solution, null),
    };

    public static string Party(ComplaintParty party) => party switch
    {
        ComplaintParty.Seller => "penjual",
        ComplaintParty.Courier => "kurir",
        ComplaintParty.Platform => "koperasi",
        ComplaintParty.Buyer => "pembeli",
        ComplaintParty.Community => "komunitas",
        _ => throw new ArgumentOutOfRangeException(nameof(party), party, null),
    };

    /// <summary>Who answers for it: "penjual 60 %, kurir 40 %".</summary>
    public static string Bearers(ComplaintPageOffer offer) => Bearers(offer.Bearers);

    public static string Bearers(IEnumerable<(ComplaintParty Party, int Percent)> bearers) => string.Join(", ", bearers.Select(b => $"{Party(b.Party)} {b.Percent} %"));

    public static string Kind(ComplaintPageOffer offer) => Kind(offer.Kind, offer.Side);

    public static string Kind(ComplaintOfferKind kind, ComplaintSide side) => kind switch
    {
        ComplaintOfferKind.Wish => "Permintaan pembeli",
        ComplaintOfferKind.Offer => side == ComplaintSide.Seller ? "Tawaran penjual" : "Tawaran pembeli",
        ComplaintOfferKind.Decision => "Keputusan petugas",
        _ => "Keputusan akhir",
    };

    /// <summary>What has to be done before the deadline, to begin the sentence that <see cref="Silence"/> ends.</summary>
    public static string Unless(ComplaintPage complaint, ComplaintSide reader) => complaint.State switch
    {
        ComplaintState.AwaitingReturn or ComplaintState.Executing => "Bila barangnya belum dikirim sampai",
        ComplaintState.AwaitingEvidence => "Bila bukti belum lengkap sampai",
        ComplaintState.Mediation or ComplaintState.Appealed => "Bila belum diputuskan sampai",
        ComplaintState.Decided => "Bila tidak ada banding sampai",
        _ when complaint.Turn == reader => "Bila Anda tidak menjawab sampai",
        _ => "Bila tidak ada jawaban sampai",
    };

    /// <summary>What happens by itself at the deadline, to follow it: "Bila diam sampai … ".</summary>
    public static string Silence(ComplaintPage complaint) => complaint.Silence switch
    {
        ComplaintSilence.Granted => "permintaan pembeli dikabulkan atas beban penjual",
        ComplaintSilence.Mediated => "petugas Komeji yang memutuskan",
        ComplaintSilence.Closed => complaint.IsSecondTry ? "komplain ditutup, pesanan berlanjut, dan barang ini tidak bisa dikomplain lagi" : "komplain ditutup dan pesanan berlanjut; barang ini dapat dikomplain sekali lagi selama pesanan belum selesai",
        ComplaintSilence.EvidenceOver => "petugas memutuskan dengan bukti yang ada",
        ComplaintSilence.OfficerChanged => "komplain ini berpindah ke petugas lain",
        ComplaintSilence.CarriedOut => "keputusan dilaksanakan",
        _ => "",
    };

    /// <summary>Whose answer is waited for; the reader's own turn is hers.</summary>
    public static string Awaited(ComplaintPage complaint, ComplaintSide reader) => complaint.Turn switch
    {
        ComplaintSide.Buyer when complaint.State == ComplaintState.AwaitingReturn => complaint.DueAt is null ? "Barang kembali ke penjual" : reader == ComplaintSide.Buyer ? "Kirim barangnya kembali" : "Pembeli mengirim barangnya kembali",
        ComplaintSide.Seller when complaint.State == ComplaintState.Executing => complaint.DueAt is null ? "Barang dalam perjalanan" : reader == ComplaintSide.Seller ? "Kirim barangnya" : "Penjual mengirim barangnya",
        ComplaintSide.Buyer or ComplaintSide.Seller when complaint.Turn == reader => "Giliran Anda menjawab",
        ComplaintSide.Buyer => "Giliran pembeli menjawab",
        ComplaintSide.Seller => "Giliran penjual menjawab",
        ComplaintSide.Parties when complaint.State == ComplaintState.Decided => reader == ComplaintSide.Officer ? "Pembeli dan penjual boleh naik banding" : "Sudah diputuskan",
        ComplaintSide.Parties => reader == ComplaintSide.Officer ? "Pembeli dan penjual membawa bukti" : "Kirim bukti yang diminta petugas",
        ComplaintSide.Officer => "Petugas Komeji memutuskan",
        _ => StatusTagHelper.Words(complaint.State),
    };

    /// <summary>A step in the conversation.</summary>
    public static string Step(string code) => code switch
    {
        "agreed" => "Solusi diterima",
        "granted_by_silence" => "Permintaan dikabulkan: penjual tidak menjawab tepat waktu",
        "seller_silent" => "Diteruskan ke petugas: penjual tidak menjawab tepat waktu",
        "buyer_silent" => "Ditutup: pembeli tidak menjawab tepat waktu",
        "help_asked" => "Petugas Komeji diminta memutuskan",
        "claimed" => "Diambil petugas",
        "unclaimed" => "Dilepas petugas",
        "evidence_asked" => "Petugas meminta bukti tambahan",
        "evidence_seen" or "evidence_over" => "Pengumpulan bukti selesai",
        "decision_overdue" => "Keputusan terlambat, petugas diganti",
        "appealed" => "Naik banding",
        "return_awaited" => "Menunggu barang dikembalikan",
        "return_sent" => "Barang dikirim kembali",
        "not_returned" => "Ditutup: barang tidak dikembalikan",
        "not_sent" => "Diteruskan ke petugas: barang pengganti tidak sampai tepat waktu",
        "carrying_out" => "Solusi mulai dilaksanakan",
        "reopened" => "Dibuka lagi oleh petugas",
        "goods_sent" => "Barang pengganti dikirim penjual",
        "goods_arrived" => "Selesai: barang pengganti sudah sampai",
        "refunded" => "Selesai: dana dikembalikan",
        "nothing_back" => "Selesai: tidak ada dana yang kembali",
        "order_refunded" => "Selesai: seluruh dana pesanan sudah kembali",
        "cancelled" => "Dibatalkan pembeli",
        _ => code,
    };
}
