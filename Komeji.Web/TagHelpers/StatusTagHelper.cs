using Komeji.Domain.CallCentre;
using Komeji.Domain.Catalog;
using Komeji.Domain.Complaints;
using Komeji.Domain.Legal;
using Komeji.Domain.Mentoring;
using Komeji.Domain.Messages;
using Komeji.Domain.Notifications;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Payouts;
using Komeji.Domain.Promotions;
using Komeji.Domain.Reconciliation;
using Komeji.Domain.Reviews;
using Komeji.Domain.Returns;
using Komeji.Domain.Shipping;
using Komeji.Domain.Stores;
using Komeji.Domain.Taxes;
using Komeji.Domain.Warranties;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Komeji.Web.TagHelpers;

/// <summary>
/// <c>&lt;status of="order.State" /&gt;</c>: a state in words, one colour per meaning. For what is no state of the domain:
/// <c>&lt;status kind="wait"&gt;Menunggu Anda&lt;/status&gt;</c>, with wait, work, ok, bad, hold or nothing.
/// </summary>
[HtmlTargetElement("status")]
public sealed class StatusTagHelper : TagHelper
{
    public Enum? Of { get; set; }

    public string Kind { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (kind, words) = Of is null ? (Kind, null) : Show(Of);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"status {kind}".TrimEnd());
        if (words is not null)
        {
            output.Content.SetContent(words);
        }
    }

    /// <summary>The words people see for a state.</summary>
    public static string Words(Enum state) => Show(state).Words;

    static (string Kind, string Words) Show(Enum state) => state switch
    {
        OrderState.AwaitingPayment => ("wait", "Menunggu Pembayaran"),
        OrderState.AwaitingSeller => ("wait", "Menunggu Konfirmasi Penjual"),
        OrderState.Processing => ("work", "Diproses"),
        OrderState.PartiallyShipped => ("work", "Dikirim Sebagian"),
        OrderState.ReadyForPickup => ("work", "Siap Diambil"),
        OrderState.Shipped => ("work", "Dikirim"),
        OrderState.ReturnedToSender => ("hold", "Kembali ke Penjual"),
        OrderState.Delivered => ("work", "Sampai Tujuan"),
        OrderState.Completed => ("ok", "Selesai"),
        OrderState.Refunded => ("", "Dana Dikembalikan"),
        OrderState.Cancelled => ("", "Dibatalkan"),
        OrderState.Expired => ("", "Kedaluwarsa"),
        ComplaintState.Draft => ("", "Draf"),
        ComplaintState.Submitted => ("wait", "Diajukan"),
        ComplaintState.AwaitingSeller => ("wait", "Menunggu Tanggapan Penjual"),
        ComplaintState.Negotiating => ("work", "Diskusi Solusi"),
        ComplaintState.Agreed => ("work", "Solusi Disepakati"),
        ComplaintState.AwaitingReturn => ("wait", "Menunggu Barang Dikembalikan"),
        ComplaintState.Mediation => ("hold", "Ditangani Pusat Resolusi"),
        ComplaintState.AwaitingEvidence => ("wait", "Bukti Tambahan"),
        ComplaintState.Decided => ("work", "Diputuskan"),
        ComplaintState.Appealed => ("hold", "Banding"),
        ComplaintState.FinalDecided => ("work", "Keputusan Akhir"),
        ComplaintState.Executing => ("work", "Pelaksanaan Solusi"),
        ComplaintState.Resolved => ("ok", "Selesai"),
        ComplaintState.ClosedNoReply => ("", "Ditutup"),
        ComplaintState.Cancelled => ("", "Dibatalkan"),
        ComplaintState.Referred => ("", "Dirujuk ke BPSK"),
        ServiceStage.Scheduled => ("work", "Dijadwalkan"),
        ServiceStage.InProgress => ("work", "Dikerjakan"),
        ServiceStage.Done => ("work", "Selesai Dikerjakan"),
        PaymentState.AwaitingPayment => ("wait", "Menunggu Pembayaran"),
        PaymentState.Paid => ("ok", "Lunas"),
        PaymentState.Failed => ("bad", "Gagal"),
        PaymentState.Expired => ("", "Kedaluwarsa"),
        PaymentState.Cancelled => ("", "Dibatalkan"),
        PaymentState.NeedsCheck => ("hold", "Perlu Dicek"),
        PaymentState.InCash => ("work", "Bayar di Tempat"),
        RefundState.Requested or RefundState.Sent or RefundState.ManualTransfer => ("work", "Sedang Ditransfer"),
        RefundState.Succeeded => ("ok", "Berhasil"),
        RefundState.NeedsCheck or RefundState.Failed => ("hold", "Perlu Dicek"),
        MoneyApprovalState.Waiting => ("wait", "Menunggu Petugas Kedua"),
        MoneyApprovalState.Approved => ("ok", "Disetujui"),
        MoneyApprovalState.Rejected => ("", "Ditolak"),
        PayoutState.Requested => ("wait", "Diajukan"),
        PayoutState.AwaitingApproval => ("wait", "Menunggu Persetujuan"),
        PayoutState.OnHold => ("hold", "Ditunda"),
        PayoutState.Approved => ("work", "Disetujui"),
        PayoutState.Processing => ("work", "Diproses"),
        PayoutState.Succeeded => ("ok", "Berhasil"),
        PayoutState.Failed => ("bad", "Gagal"),
        PayoutState.NeedsCheck => ("hold", "Perlu Dicek"),
        PayoutState.Returned => ("bad", "Dikembalikan Bank"),
        PayoutState.Rejected => ("", "Ditolak"),
        PayoutState.Cancelled => ("", "Dibatalkan"),
        ShipmentState.Prepared => ("", "Disiapkan"),
        ShipmentState.ReadyForPickup => ("work", "Siap Diambil"),
        ShipmentState.HandedToCourier => ("work", "Diserahkan ke Kurir"),
        ShipmentState.InTransit => ("work", "Dalam Perjalanan"),
        ShipmentState.Delivered => ("ok", "Sampai"),
        ShipmentState.DeliveryFailed => ("hold", "Gagal Antar"),
        ShipmentState.ReturnedToSender => ("hold", "Kembali ke Penjual"),
        ShipmentState.ReceivedBack => ("", "Diterima Kembali"),
        ShipmentState.Lost => ("bad", "Hilang"),
        ShipmentState.Cancelled => ("", "Dibatalkan"),
        GoodsReturnState.AwaitingReturn => ("wait", "Menunggu Barang Dikembalikan"),
        GoodsReturnState.ReturnInTransit => ("work", "Barang Dalam Perjalanan Balik"),
        GoodsReturnState.PartlyAccepted => ("wait", "Diterima Sebagian"),
        GoodsReturnState.Objected => ("hold", "Keberatan, Diputuskan Petugas"),
        GoodsReturnState.ReturnReceived => ("ok", "Barang Diterima Kembali"),
        GoodsReturnState.Closed => ("", "Ditutup"),
        ReplacementState.AwaitingReturn => ("wait", "Menunggu Barang Kembali"),
        ReplacementState.AwaitingShipment => ("wait", "Menunggu Dikirim Penjual"),
        ReplacementState.Sent => ("work", "Dikirim"),
        ReplacementState.Delivered => ("ok", "Diterima Pembeli"),
        ReplacementState.Failed => ("bad", "Tidak Jadi Dikirim"),
        ProductState.Draft => ("", "Draf"),
        ProductState.Published => ("ok", "Tayang"),
        ProductState.Archived => ("", "Diarsipkan"),
        DocumentState.Draft => ("", "Draf"),
        DocumentState.Submitted => ("wait", "Diajukan"),
        DocumentState.PreCheck => ("wait", "Pra-periksa Komunitas"),
        DocumentState.InReview => ("work", "Diperiksa Dinas"),
        DocumentState.NeedsFix => ("wait", "Perlu Perbaikan"),
        DocumentState.Approved => ("ok", "Terverifikasi"),
        DocumentState.Expiring => ("ok", "Segera Berakhir"),
        DocumentState.Expired => ("bad", "Kedaluwarsa"),
        DocumentState.Revoked => ("bad", "Dicabut"),
        DocumentState.Rejected => ("bad", "Ditolak"),
        DocumentState.Appealed => ("wait", "Keberatan"),
        DocumentState.Waived => ("ok", "Dibebaskan"),
        ImportState.Waiting => ("work", "Diperiksa"),
        ImportState.Checked => ("wait", "Menunggu Persetujuan Anda"),
        ImportState.Accepted => ("work", "Disimpan"),
        ImportState.Saved => ("ok", "Tersimpan"),
        ImportState.Faulty => ("bad", "Perlu Diperbaiki"),
        ImportState.Dropped => ("", "Dibatalkan"),
        StaffState.Invited => ("wait", "Menunggu Jawaban"),
        StaffState.Active => ("ok", "Aktif"),
        StaffState.Declined => ("", "Menolak"),
        StaffState.Lapsed => ("", "Lewat Waktu"),
        StaffState.Withdrawn => ("", "Ditarik"),
        StaffState.Ended => ("", "Berakhir"),
        MentoringState.Waiting => ("wait", "Menunggu Pendamping"),
        MentoringState.Open => ("work", "Sedang Berjalan"),
        MentoringState.Withdrawn => ("", "Ditarik"),
        MentoringState.Lapsed => ("", "Kode Lewat Waktu"),
        MentoringState.Ended => ("", "Berakhir"),
        TaxRemittanceState.Prepared => ("wait", "Disiapkan"),
        TaxRemittanceState.Confirmed => ("ok", "Disetor"),
        TaxRemittanceState.Dropped => ("", "Dibatalkan"),
        StoreState.Draft => ("", "Draf"),
        StoreState.AwaitingReview => ("wait", "Menunggu Tinjauan"),
        StoreState.Active => ("ok", "Aktif"),
        StoreState.Suspended => ("hold", "Ditangguhkan"),
        StoreState.Closed => ("", "Ditutup"),
        VoucherState.Draft => ("wait", "Menunggu Pengaktifan"),
        VoucherState.Active => ("ok", "Aktif"),
        VoucherState.Stopped => ("", "Dihentikan"),
        VoucherState.Expired => ("", "Berakhir"),
        VoucherState.Dropped => ("", "Dibatalkan"),
        VoucherUseState.Reserved => ("wait", "Menunggu Pembayaran"),
        VoucherUseState.Used => ("ok", "Dipakai"),
        VoucherUseState.Returned => ("", "Dikembalikan"),
        TextCaseState.Reported => ("wait", "Dilaporkan"),
        TextCaseState.Kept => ("ok", "Tetap Tampil"),
        TextCaseState.Hidden => ("hold", "Disembunyikan"),
        TextCaseState.Appealed => ("wait", "Keberatan"),
        TextCaseState.Removed => ("bad", "Tidak Ditampilkan Lagi"),
        ChatReportState.Open => ("wait", "Menunggu Putusan"),
        ChatReportState.Upheld => ("ok", "Pesan Dihapus"),
        ChatReportState.Dismissed => ("", "Tidak Dihapus"),
        TicketState.New => ("wait", "Baru"),
        TicketState.Handled => ("work", "Ditangani"),
        TicketState.AwaitingCustomer => ("hold", "Menunggu Pelanggan"),
        TicketState.AwaitingOthers => ("hold", "Menunggu Pihak Lain"),
        TicketState.Answered => ("ok", "Terjawab"),
        TicketState.Closed => ("", "Selesai"),
        MessageState.Waiting => ("wait", "Menunggu Dikirim"),
        MessageState.Sending => ("work", "Sedang Dikirim"),
        MessageState.Sent => ("ok", "Terkirim"),
        MessageState.Dead => ("bad", "Gagal Terkirim"),
        DisputeState.Open => ("wait", "Dibuka"),
        DisputeState.EvidenceSent => ("work", "Bukti Dikirim"),
        DisputeState.Won => ("ok", "Dimenangkan"),
        DisputeState.Lost => ("bad", "Kalah"),
        MatchState.Open => ("hold", "Perlu Dicek"),
        MatchState.Matched => ("ok", "Cocok"),
        MatchState.Explained => ("", "Dijelaskan"),
        ClaimState.Draft => ("", "Draf"),
        ClaimState.Submitted => ("wait", "Diajukan"),
        ClaimState.OutOfTerm => ("bad", "Ditolak Otomatis"),
        ClaimState.AwaitingAnswer => ("wait", "Menunggu Tanggapan Penanggung"),
        ClaimState.Accepted => ("work", "Diterima"),
        ClaimState.Rejected => ("bad", "Ditolak"),
        ClaimState.UnderReview => ("hold", "Ditinjau Pusat Resolusi"),
        ClaimState.AwaitingGoods => ("wait", "Menunggu Barang"),
        ClaimState.GoodsReceived => ("work", "Barang Diterima"),
        ClaimState.Examined => ("work", "Diperiksa"),
        ClaimState.Repaired => ("work", "Diperbaiki"),
        ClaimState.Replaced => ("work", "Diganti"),
        ClaimState.NotCovered => ("bad", "Bukan Tanggungan"),
        ClaimState.SentBack => ("work", "Dikirim Kembali"),
        ClaimState.Completed => ("ok", "Selesai"),
        ClaimState.Refunded => ("ok", "Dana Dikembalikan"),
        ClaimState.Refused => ("", "Ditolak Tetap"),
        ClaimState.Cancelled => ("", "Dibatalkan"),
        ClaimState.Expired => ("", "Kedaluwarsa"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "This state has no words yet: add them to StatusTagHelper."),
    };
}
