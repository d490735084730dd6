using Komeji.Application.Warranties;
using Komeji.Domain.Catalog;
using Komeji.Domain.Warranties;
using Komeji.Web.TagHelpers;

namespace Komeji.Web.Areas.Shared;

/// <summary>Warranty cards and claims in the words of their pages: the same for buyer, seller and officer.</summary>
public static class ClaimWords
{
    public static string Freight(WarrantyFreight freight) => freight switch
    {
        WarrantyFreight.Shared => "Pembeli membayar pengiriman ke penanggung, penanggung membayar pengiriman kembali.",
        WarrantyFreight.Warrantor => "Penanggung membayar pengiriman pergi dan pulang.",
        WarrantyFreight.Buyer => "Pembeli membayar pengiriman pergi dan pulang.",
        _ => throw new ArgumentOutOfRangeException(nameof(freight), freight, null),
    };

    public static string Kind(WarrantyKind kind) => kind == WarrantyKind.Maker ? "Garansi pembuat" : "Garansi toko";

    public static string Solution(ClaimSolution solution) => solution switch
    {
        ClaimSolution.Repair => "Diperbaiki",
        ClaimSolution.Replace => "Diganti",
        ClaimSolution.Refund => "Dana dikembalikan",
        _ => throw new ArgumentOutOfRangeException(nameof(solution), solution, null),
    };

    /// <summary>Why an officer decides.</summary>
    public static string Cause(ReviewCause cause) => cause switch
    {
        ReviewCause.OutOfTerm => "Klaim diajukan di luar masa garansi; pembeli meminta ditinjau",
        ReviewCause.Rejected => "Penanggung menolak; pembeli meminta ditinjau",
        ReviewCause.Silence => "Penanggung tidak menjawab sampai batas waktunya",
        ReviewCause.NotReceived => "Barang dikirim, tetapi tidak dicatat diterima",
        ReviewCause.WorkLate => "Barang tidak dikirim kembali sampai batas waktunya",
        ReviewCause.NotCovered => "Penanggung menyatakan bukan tanggungan garansi",
        ReviewCause.Refund => "Penanggung ingin mengembalikan dana",
        ReviewCause.NotMended => "Pembeli melapor barang sudah sampai dan belum beres",
        ReviewCause.NotBack => "Pembeli melapor barang belum sampai kembali",
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, null),
    };

    /// <summary>What nobody's doing anything leads to, to follow it with its moment; null where nothing happens by itself.</summary>
    public static string? Silence(ClaimState state, bool sent) => state switch
    {
        ClaimState.AwaitingAnswer => "Bila penanggung diam, Pusat Resolusi memutuskan sesudah",
        ClaimState.OutOfTerm or ClaimState.Rejected => "Bila tidak diminta ditinjau, penolakan menjadi tetap sesudah",
        ClaimState.AwaitingGoods when !sent => "Bila barang tidak dikirim, klaim kedaluwarsa sesudah",
        ClaimState.AwaitingGoods => "Bila barang tidak dicatat diterima, Pusat Resolusi memutuskan sesudah",
        ClaimState.GoodsReceived or ClaimState.Examined or ClaimState.Repaired or ClaimState.Replaced or ClaimState.NotCovered =>
            "Bila barang tidak dikirim kembali, Pusat Resolusi memutuskan sesudah",
        ClaimState.SentBack => "Bila pembeli tidak melapor, klaim selesai sendiri sesudah",
        ClaimState.UnderReview => "Petugas memutuskan paling lambat",
        _ => null,
    };

    /// <summary>Where a ruling leads.</summary>
    public static string Leads(ClaimState to) => to switch
    {
        ClaimState.Accepted => "Klaim diterima; penanggung wajib melayani",
        ClaimState.Refused => "Klaim ditolak tetap",
        ClaimState.NotCovered => "Bukan tanggungan; barang dikirim kembali apa adanya",
        ClaimState.Completed => "Klaim selesai; barang sudah kembali dan beres",
        ClaimState.GoodsReceived => "Barang dinyatakan diterima; penanggung wajib memeriksa",
        ClaimState.Examined => "Penanggung wajib memperbaiki atau mengganti",
        ClaimState.Repaired or ClaimState.Replaced => "Penanggung wajib mengirim kembali",
        _ => StatusTagHelper.Words(to),
    };

    /// <summary>A row of the history.</summary>
    public static string Step(ClaimStep step) => step.ReasonCode switch
    {
        "drafted" => "Draf ditulis",
        "submitted" => "Diajukan pembeli",
        "in_term" => "Masih dalam masa garansi, menunggu tanggapan penanggung",
        "out_of_term" => "Ditolak otomatis: di luar masa garansi",
        "cancelled" => "Dibatalkan pembeli",
        "accepted" => "Diterima penanggung",
        "goods_awaited" => "Menunggu barang dari pembeli",
        "at_work" => "Penanggung memeriksa di tempat",
        "rejected" => "Ditolak penanggung",
        "point_chosen" => "Pembeli memilih titik titip",
        "sent" => "Barang dikirim pembeli",
        "taken_in" => "Barang diterima petugas titik",
        "received" => "Barang diterima penanggung",
        "examined" => "Diperiksa penanggung",
        "repaired" => "Diperbaiki",
        "replaced" => "Diganti",
        "sent_back" => "Dikirim kembali",
        "handed_back" => "Diserahkan kembali kepada pembeli",
        "confirmed" => "Selesai: pembeli menerima barangnya kembali",
        "checking_time_over" => "Selesai sendiri: waktu memeriksa habis",
        "review_asked" => "Pembeli meminta Pusat Resolusi meninjau",
        "not_answered_in_time" => "Ke Pusat Resolusi: penanggung tidak menjawab",
        "not_received_in_time" => "Ke Pusat Resolusi: barang tidak dicatat diterima",
        "not_sent_back_in_time" => "Ke Pusat Resolusi: barang tidak dikirim kembali",
        "found_not_covered" => "Ke Pusat Resolusi: menurut penanggung bukan tanggungan",
        "refund_proposed" => "Ke Pusat Resolusi: penanggung ingin mengembalikan dana",
        "contested" => "Ke Pusat Resolusi: pembeli melapor belum sampai atau belum beres",
        "upheld" => "Diputuskan Pusat Resolusi: pembeli benar",
        "dismissed" => "Diputuskan Pusat Resolusi: penanggung benar",
        "refunded" => "Dana dikembalikan atas keputusan Komeji",
        "no_review_asked" => "Penolakan menjadi tetap: tidak diminta ditinjau",
        "not_sent_in_time" => "Kedaluwarsa: barang tidak dikirim",
        _ => step.To,
    };
}
