using System.Globalization;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;

namespace Komeji.Application.Notifications;

/// <summary>What the two sides and the officers are told about a complaint.</summary>
static class ComplaintTexts
{
    public static Notice For(Complaint complaint, ComplaintSide reader) => new(
        $"Komplain {complaint.Number}: {News(complaint, reader)}",
        $"{About(complaint)} {(complaint.State == ComplaintState.ClosedNoReply ? Again(complaint) : Ahead(complaint))}".TrimEnd(),
        Page(complaint, reader));

    public static Notice Offered(Complaint complaint, ComplaintSide by, ComplaintSide reader) => new(
        $"Komplain {complaint.Number}: {(by == ComplaintSide.Seller ? "penjual" : "pembeli")} mengajukan tawaran",
        $"{About(complaint)} Baca tawarannya, lalu terima atau ajukan yang lain. {Ahead(complaint)}".TrimEnd(),
        Page(complaint, reader));

    public static Notice Posted(Complaint complaint, ComplaintSide reader) => new(
        $"Pesan baru pada komplain {complaint.Number}", $"{About(complaint)} Baca pesannya di halaman komplain. {Ahead(complaint)}".TrimEnd(), Page(complaint, reader));

    public static Notice Overdue(string number) => new(
        $"Komplain {number} terlambat diputuskan", "Komplain ini lepas dari petugas sebelumnya. Ambil dari antrean dan putuskan hari ini.", $"/operator/komplain/{number}");

    static string Page(Complaint complaint, ComplaintSide reader) => $"{(reader == ComplaintSide.Seller ? "/penjual" : "")}/komplain/{complaint.Number}";

    static string About(Complaint complaint) => $"Komplain ini tentang pesanan {complaint.OrderNumber} dari {complaint.StoreName}.";

    static string News(Complaint complaint, ComplaintSide reader) => complaint.State switch
    {
        ComplaintState.AwaitingSeller => reader == ComplaintSide.Seller ? "menunggu jawaban Anda" : "terkirim ke penjual",
        ComplaintState.Agreed or ComplaintState.Executing => "solusi disepakati atau diputuskan, sedang dilaksanakan",
        ComplaintState.AwaitingReturn => "barang dikembalikan dahulu",
        ComplaintState.Mediation => "ditangani petugas Komeji",
        ComplaintState.AwaitingEvidence => "petugas meminta bukti tambahan",
        ComplaintState.Decided => "sudah diputuskan",
        ComplaintState.Appealed => "dibanding, petugas lain memutuskan",
        ComplaintState.FinalDecided => "keputusan akhir",
        ComplaintState.Referred => "selesai dan dirujuk ke BPSK",
        ComplaintState.ClosedNoReply => "ditutup karena tidak ada jawaban",
        ComplaintState.Cancelled => "dibatalkan pembeli",
        _ => "selesai",
    };

    /// <summary>What happens by itself, and when.</summary>
    static string Ahead(Complaint complaint) => complaint.DueAt is not { } due ? "" : complaint.OnSilence switch
    {
        ComplaintSilence.Granted => $"Bila penjual diam sampai {When(due)}, permintaan pembeli dikabulkan atas beban penjual.",
        ComplaintSilence.Mediated => $"Bila tidak ada jawaban sampai {When(due)}, petugas Komeji yang memutuskan.",
        ComplaintSilence.Closed => complaint.State == ComplaintState.AwaitingReturn
            ? $"Bila barang belum diserahkan sampai {When(due)}, komplain ditutup dan pesanan berlanjut. {Again(complaint)}"
            : $"Bila pembeli diam sampai {When(due)}, komplain ditutup dan pesanan berlanjut. {Again(complaint)}{(complaint.HelpFrom is { } help ? $" Bantuan petugas dapat diminta mulai {When(help)}." : "")}",
        ComplaintSilence.EvidenceOver => $"Kirim bukti sampai {When(due)}; sesudah itu petugas memutuskan dengan yang ada.",
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
