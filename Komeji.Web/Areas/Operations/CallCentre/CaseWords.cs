using Komeji.Application.CallCentre;
using Komeji.Domain.CallCentre;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Komeji.Web.Areas.Operations.CallCentre;

/// <summary>How the pages of the call centre word things.</summary>
public static class CaseWords
{
    public const string Home = "/operator/pusat-layanan";

    public static string Of(CasePart part) => part switch
    {
        CasePart.Orders => "Pesanan",
        CasePart.Payments => "Pembayaran",
        CasePart.Refunds => "Dana yang kembali",
        CasePart.Disputes => "Sengketa di bank",
        CasePart.Complaints => "Komplain",
        CasePart.Claims => "Klaim garansi",
        CasePart.Sales => "Pesanan di tokonya",
        CasePart.SalesComplaints => "Komplain di tokonya",
        CasePart.SalesReturns => "Retur di tokonya",
        CasePart.SalesClaims => "Klaim garansi di tokonya",
        CasePart.Payouts => "Pencairan",
        CasePart.Tickets => "Tiket",
        CasePart.Messages => "Surel dan pesan terkirim",
        CasePart.Notices => "Kabar di akun",
        CasePart.Sessions => "Perangkat yang masuk",
        CasePart.Consents => "Persetujuan",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };

    /// <summary>In addresses.</summary>
    public static string Slug(CasePart part) => part switch
    {
        CasePart.Orders => "pesanan",
        CasePart.Payments => "pembayaran",
        CasePart.Refunds => "dana-kembali",
        CasePart.Disputes => "sengketa",
        CasePart.Complaints => "komplain",
        CasePart.Claims => "garansi",
        CasePart.Sales => "penjualan",
        CasePart.SalesComplaints => "komplain-toko",
        CasePart.SalesReturns => "retur-toko",
        CasePart.SalesClaims => "garansi-toko",
        CasePart.Payouts => "pencairan",
        CasePart.Tickets => "tiket",
        CasePart.Messages => "surat",
        CasePart.Notices => "kabar",
        CasePart.Sessions => "perangkat",
        CasePart.Consents => "persetujuan",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };

    /// <summary>The first for a word that names none.</summary>
    public static CasePart Find(string? slug) => Enum.GetValues<CasePart>().FirstOrDefault(p => Slug(p) == slug);

    /// <summary>Null where a row has no page of its own.</summary>
    public static string? Link(CasePart part, CaseRow row) =>
        row.Key.Length == 0 ? null
        : part == CasePart.Tickets ? $"{Home}/tiket/{row.Key}"
        : part is CasePart.Complaints or CasePart.SalesComplaints ? $"/operator/komplain/{row.Key}"
        : part is CasePart.Claims or CasePart.SalesClaims ? $"/operator/garansi/{row.Key}"
        : part == CasePart.SalesReturns ? $"/operator/retur/{row.Key}"
        : $"{Home}/pesanan/{row.Key}";

    public static string Of(TicketChannel channel) => channel switch
    {
        TicketChannel.Phone => "Telepon",
        TicketChannel.WhatsApp => "WhatsApp",
        TicketChannel.Email => "Surel",
        TicketChannel.InPerson => "Tatap muka",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, null),
    };

    public static string Of(TicketUrgency urgency) => urgency switch
    {
        TicketUrgency.Ordinary => "Pertanyaan",
        TicketUrgency.Complaint => "Pengaduan",
        TicketUrgency.Urgent => "Mendesak",
        _ => throw new ArgumentOutOfRangeException(nameof(urgency), urgency, null),
    };

    public static string Of(TicketGroup group) => group switch
    {
        TicketGroup.Open => "Terbuka",
        TicketGroup.Mine => "Saya pegang",
        TicketGroup.Overdue => "Lewat batas",
        TicketGroup.Answered => "Terjawab",
        TicketGroup.Closed => "Selesai",
        TicketGroup.All => "Semua",
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, null),
    };

    public static string Of(RevealedThing thing) => thing switch
    {
        RevealedThing.Contact => "Surel dan ponsel",
        RevealedThing.Address => "Alamat lengkap",
        RevealedThing.Account => "Nomor rekening toko",
        RevealedThing.Recipient => "Ponsel dan alamat penerima",
        RevealedThing.Caller => "Kontak pelapor",
        _ => throw new ArgumentOutOfRangeException(nameof(thing), thing, null),
    };

    public static string Of(CaseSubject subject) => subject switch
    {
        CaseSubject.Person => "Orang",
        CaseSubject.Order => "Pesanan",
        CaseSubject.Ticket => "Tiket",
        CaseSubject.Message => "Surat",
        _ => throw new ArgumentOutOfRangeException(nameof(subject), subject, null),
    };

    /// <summary>A step of a ticket.</summary>
    public static string Step(string code) => code switch
    {
        "opened" => "Dibuka",
        "taken" => "Diambil",
        "assigned" => "Dialihkan",
        "asked_customer" => "Menunggu pelanggan",
        "awaits_others" => "Menunggu pihak lain",
        "resumed" => "Dilanjutkan",
        "answered" => "Dijawab",
        "closed" => "Selesai",
        "closed_by_silence" => "Selesai sendiri: tidak ada tanggapan",
        "reopened" => "Dibuka lagi",
        _ => code,
    };

    public static IEnumerable<SelectListItem> Channels => Enum.GetValues<TicketChannel>().Select(c => new SelectListItem(Of(c), c.ToString()));

    public static IEnumerable<SelectListItem> Urgencies => Enum.GetValues<TicketUrgency>().Select(u => new SelectListItem(Of(u), u.ToString()));
}
