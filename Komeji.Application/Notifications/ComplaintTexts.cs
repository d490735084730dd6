using System.Globalization;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;

namespace Komeji.Application.Notifications;

/// <summary>What the two sides and the officers are told about a complaint.</summary>
static class ComplaintTexts
{
    /// <param name="code">Of the step it took last.</param>
    /// <param name="refunded">What has just gone back; null where nothing has.</param>
    public static Notice For(Complaint complaint, string code, Rupiah? refunded, ComplaintSide reader) => new(
        $"Komplain {complaint.Number}: {News(complaint, code, refunded, reader)}",
        string.Join(' ', new[] { About(complaint), Outcome(complaint), complaint.State == ComplaintState.ClosedNoReply ? Again(complaint) : Ahead(complaint) }.Where(s => s.Length > 0)),
        Page(complaint, reader));

    public static Notice Offered(Complaint complaint, ComplaintSide by, ComplaintSide reader) => new(
        $"Komplain {complaint.Number}: {(by == ComplaintSide.Seller ? "penjual" : "pembeli")} mengajukan tawaran",
        $"{About(complaint)} Baca tawarannya, lalu terima atau ajukan yang lain. {Ahead(complaint)}".TrimEnd(),
        Page(complaint, reader));

    public static Notice Posted(Complaint complaint, ComplaintSide reader) => new(
        $"Pesan baru pada komplain {complaint.Number}", $"{About(complaint)} Baca pesannya di halaman komplain. {Ahead(complaint)}".TrimEnd(), Page(complaint, reader));

    public static Notice Overdue(string number) => new(
        $"Komplain {number} terlambat diputuskan", "Komplain ini lepas dari petugas sebelumnya. Ambil dari antrean dan putuskan hari ini.", $"/operator/komplain/{number}");

    public static Notice ToOfficer(Complaint complaint, string news) => new(
        $"Komplain {complaint.Number}: {news}", $"{About(complaint)} Anda memegangnya. {Ahead(complaint)}".TrimEnd(), $"/operator/komplain/{complaint.Number}");

    static string Page(Complaint complaint, ComplaintSide reader) => $"{(reader == ComplaintSide.Seller ? "/penjual" : "")}/komplain/{complaint.Number}";

    static string About(Complaint complaint) => $"Komplain ini tentang pesanan {complaint.OrderNumber} dari {complaint.StoreName}.";

    static string News(Complaint complaint, string code, Rupiah? refunded, ComplaintSide reader) => complaint.State switch
    {
        ComplaintState.AwaitingSeller => reader == ComplaintSide.Seller ? "menunggu jawaban Anda" : "terkirim ke penjual",
        ComplaintState.Agreed or ComplaintState.Executing => $"{Settled(complaint)}, sedang dilaksanakan",
        ComplaintState.AwaitingReturn => $"{Settled(complaint)}, barang dikembalikan dahulu",
        ComplaintState.Mediation => Mediated(code),
        ComplaintState.AwaitingEvidence => "petugas meminta bukti tambahan",
        ComplaintState.Decided => "sudah diputuskan",
        ComplaintState.Appealed => "dibanding, petugas lain memutuskan",
        ComplaintState.FinalDecided => "keputusan akhir",
        ComplaintState.Referred => $"selesai{Ended(code, refunded)}, dan dirujuk ke BPSK",
        ComplaintState.ClosedNoReply => code == "not_returned" ? "ditutup karena barang tidak dikembalikan" : "ditutup karena pembeli tidak menjawab",
        ComplaintState.Cancelled => "dibatalkan pembeli",
        _ => $"selesai{Ended(code, refunded)}",
    };

    /// <summary>How the solution that holds came about.</summary>
    static string Settled(Complaint complaint) => complaint.Outcome switch
    {
        { Kind: ComplaintOfferKind.Wish } when complaint.AnsweredAt is null => "permintaan pembeli dikabulkan karena penjual tidak menjawab",
        { Kind: ComplaintOfferKind.Decision } => "keputusan petugas berlaku",
        { Kind: ComplaintOfferKind.Final } => "keputusan akhir",
        _ => "solusi disepakati",
    };

    static string Mediated(string code) => code switch
    {
        "seller_silent" => "penjual tidak menjawab, petugas Komeji memutuskan",
        "not_sent" => "barang tidak dikirim penjual, petugas Komeji memutuskan",
        "help_asked" => "petugas Komeji diminta memutuskan",
        "evidence_seen" or "evidence_over" => "pengumpulan bukti selesai, petugas Komeji memutuskan",
        "reopened" => "dibuka lagi, petugas Komeji memutuskan sekali lagi",
        _ => "ditangani petugas Komeji",
    };

    static string Ended(string code, Rupiah? refunded) => code switch
    {
        "refunded" => refunded is { } amount ? $", {amount} kembali ke pembeli" : ", dananya kembali ke pembeli",
        "order_refunded" => ", seluruh dana pesanan sudah kembali",
        "goods_arrived" => ", barang pengganti sudah sampai",
        "nothing_back" => ", tidak ada dana yang kembali",
        _ => "",
    };

    /// <summary>What was agreed, decided or granted, and who answers for it; empty where nothing new holds.</summary>
    static string Outcome(Complaint complaint)
    {
        var holds = complaint.State switch
        {
            ComplaintState.Decided => complaint.Decision,
            ComplaintState.AwaitingReturn or ComplaintState.Executing => complaint.Outcome,
            _ => null,
        };
        if (holds is null)
        {
            return "";
        }

        var bearers = string.Join(", ", holds.Liability.Parts.Select(b => $"{Party(b.Party)} {b.Percent} %"));
        return $"Solusi: {Solution(holds.Solution)}{(holds.Solution.PaysBack() ? $", {(holds.NeedsReturn ? "paling banyak " : "")}{holds.Back} kembali ke pembeli" : "")}. Penanggung jawab: {bearers}.";
    }

    static string Solution(ComplaintSolution solution) => solution switch
    {
        ComplaintSolution.FullRefund => "dana kembali penuh",
        ComplaintSolution.PartRefund => "dana kembali sebagian",
        ComplaintSolution.Replace => "tukar barang",
        ComplaintSolution.SendMissing => "kirim kekurangan",
        _ => "tanpa ganti",
    };

    static string Party(ComplaintParty party) => party switch
    {
        ComplaintParty.Seller => "penjual",
        ComplaintParty.Courier => "kurir",
        ComplaintParty.Platform => "koperasi",
        ComplaintParty.Buyer => "pembeli",
        _ => "komunitas",
    };

    /// <summary>What happens by itself, and when.</summary>
    static string Ahead(Complaint complaint) => complaint.DueAt is not { } due ? "" : complaint.OnSilence switch
    {
        ComplaintSilence.Granted => $"Bila penjual diam sampai {When(due)}, permintaan pembeli dikabulkan atas beban penjual.",
        ComplaintSilence.Mediated => $"Bila tidak ada jawaban sampai {When(due)}, petugas Komeji yang memutuskan.",
        ComplaintSilence.Closed => complaint.State == ComplaintState.AwaitingReturn
            ? $"Bila barang belum diserahkan sampai {When(due)}, komplain ditutup dan pesanan berlanjut. {Again(complaint)}"
            : $"Bila pembeli diam sampai {When(due)}, komplain ditutup dan pesanan berlanjut. {Again(complaint)}{(complaint.HelpFrom is { } help ? $" Bantuan petugas dapat diminta mulai {When(help)}." : "")}",
        ComplaintSilence.EvidenceOver => $"Yang diminta tertulis di halaman komplain. Kirim bukti sampai {When(due)}; sesudah itu petugas memutuskan dengan yang ada.",
        ComplaintSilence.OfficerChanged => $"Petugas memutuskan paling lambat {When(due)}.",
        ComplaintSilence.CarriedOut => $"Anda dapat naik banding sampai {When(due)}; sesudah itu keputusan dilaksanakan.",
        _ => "",
    };

    /// <summary>Whether what is closed for want of an answer can be complained of again.</summary>
    static string Again(Complaint complaint) => complaint.IsSecondTry
        ? "Barang ini kemudian tidak bisa dikomplain lagi."
        : "Barang ini masih dapat dikomplain sekali lagi sebelum pesanan selesai.";

    static string When(DateTimeOffset at) => at.ToOffset(Wib.Offset).ToString("d MMM yyyy HH.mm 'WIB'", Indonesian);

    static readonly CultureInfo Indonesian = new("id-ID");
}
