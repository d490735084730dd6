using Komeji.Application.Ordering;
using Komeji.Domain.Ordering;
using Komeji.Domain.Shipping;

namespace Komeji.Web.Areas.Shared;

/// <summary>What happens to an order, in the words of its pages: the same for buyer, seller and operator.</summary>
public static class OrderWords
{
    /// <summary>A row of the timeline.</summary>
    public static string Step(OrderStep step) => step.ReasonCode switch
    {
        "placed" => "Pesanan dibuat",
        "paid" => "Dibayar, dana ditahan",
        "cash_agreed" => "Dipesan, dibayar di tempat",
        "cash_taken" => "Uang tunai diterima penjual",
        "cash_confirmed" => "Pembeli menyatakan sudah membayar",
        "cash_assumed" => "Uang tunai dianggap sudah diterima penjual",
        "cash_settled" => "Selesai: barang diterima dan dibayar tunai",
        "cash_back_told" => "Penjual mencatat uang tunai dikembalikan",
        "cash_back_confirmed" => "Berakhir: uang tunai sudah kembali kepada pembeli",
        "cash_back_denied" => "Pembeli menyatakan uang tunai tidak dikembalikan",
        "cash_back_unanswered" => "Berakhir: pembeli tidak menyangkal bahwa uang tunai kembali",
        "not_taken" => "Berakhir: barang tidak jadi diterima pembeli",
        "payment_expired" => "Batal: tidak dibayar sampai batas waktu",
        "accepted" => "Diterima penjual, sedang disiapkan",
        "declined_by_seller" => "Dibatalkan penjual",
        "cancelled_by_buyer" => "Dibatalkan pembeli",
        "cancelled_by_staff" => "Dibatalkan petugas Komeji",
        "cancellation_asked" => "Pembeli meminta pembatalan",
        "cancellation_refused" => "Penjual melanjutkan pesanan",
        "cancellation_agreed" => "Batal: penjual menyetujui permintaan pembeli",
        "cancellation_unanswered" => "Batal: penjual tidak menjawab permintaan pembeli",
        "not_accepted_in_time" => "Batal: penjual tidak mengonfirmasi tepat waktu",
        "not_shipped_in_time" => "Batal: penjual tidak mengirim tepat waktu",
        "not_collected_in_time" => "Batal: tidak diambil sampai batas waktu",
        "not_done_in_time" => "Batal: jasa tidak diserahkan tepat waktu",
        "scheduled" => "Janji diterima penjual",
        "time_proposed" => "Penjual mengusulkan waktu lain",
        "time_agreed" => "Pembeli menyetujui waktu usulan penjual",
        "time_declined" => "Pembeli tetap pada waktu semula",
        "service_started" => "Mulai dikerjakan",
        "service_done" => "Selesai dikerjakan, dengan kode dari pembeli",
        "service_done_with_photo" => "Selesai dikerjakan, dengan foto hasil kerja",
        "shipped" => "Dikirim",
        "part_shipped" => "Dikirim sebagian",
        "rest_shipped" => "Sisanya dikirim",
        "rest_cancelled" => "Sisa yang belum dikirim dibatalkan penjual",
        "rest_cancelled_by_staff" => "Sisa yang belum dikirim dibatalkan petugas Komeji",
        "rest_not_shipped_in_time" => "Sisa yang belum dikirim batal: lewat batas waktu",
        "part_arrived" => "Satu paket sampai, dengan bukti terima dari penjual",
        "all_parts_arrived" => "Sampai tujuan: semua paket sudah diterima",
        "shipped_again" => "Dikirim ulang",
        "ready_for_pickup" => "Siap diambil",
        "handed_over" => "Diserahkan penjual, dengan kode pembeli",
        "picked_up" => "Diambil pembeli",
        "proof_of_delivery" => "Sampai, dengan bukti terima dari penjual",
        "delivered_by_staff" => "Dinyatakan sampai oleh petugas Komeji",
        "assumed_delivered" => "Dianggap sampai: perkiraan kurir sudah lewat",
        "confirmed_by_buyer" when step.To == nameof(OrderState.Completed) => "Selesai: diterima pembeli",
        "confirmed_by_buyer" => "Sampai tujuan",
        "arrived_by_complaint" => "Dianggap sampai: pembeli mengajukan komplain atas barangnya",
        "not_arrived" => "Pembeli melapor belum sampai",
        "checking_extended" => "Waktu memeriksa diperpanjang",
        "checking_time_over" => "Selesai sendiri: waktu memeriksa habis",
        "returned_to_sender" => "Kembali ke penjual",
        "part_refunded" when IsOfSides(step) => "Dana dikembalikan kepada pembeli sesuai solusi komplain",
        "part_refunded" => "Dana dikembalikan kepada pembeli atas keputusan Komeji",
        "refunded_by_seller" => "Dana dikembalikan penjual",
        "refunded_by_decision" when IsOfSides(step) => "Seluruh dana dikembalikan sesuai solusi komplain",
        "refunded_by_decision" => "Dana dikembalikan atas keputusan Komeji",
        _ => step.To,
    };

    /// <summary>Buyer and seller came to it themselves, without an officer.</summary>
    static bool IsOfSides(OrderStep step) => step.ActorRole is "pembeli" or "penjual" or "staf_toko";

    /// <summary>Who took a step, to follow it; empty where the words say so, or nobody did.</summary>
    public static string ByWhom(OrderStep step) =>
        step.ActorRole is "sistem" or "pembeli" || step.ReasonCode is "part_refunded" or "refunded_by_decision" ? "" : " · oleh " + Role(step.ActorRole);

    public static string Role(string role) => role switch
    {
        "sistem" => "sistem",
        "pembeli" => "pembeli",
        "penjual" => "penjual",
        "staf_toko" => "staf toko",
        "pendamping" => "pendamping",
        "titik_ambil" => "petugas titik ambil",
        _ => "petugas Komeji",
    };

    /// <summary>Steps still to come when all goes well.</summary>
    public static IReadOnlyList<string> Ahead(OrderPage order) => order switch
    {
        { Complaint.IsOpen: true } => ["Dilanjutkan setelah komplain selesai"],
        { Cash: not null } => [.. Ahead(order.State, order.Way.Kind).SkipLast(1), .. Ahead(order.State, order.Way.Kind).TakeLast(1).Select(_ => "Selesai, dibayar tunai kepada penjual")],
        { Appointment: null } => Ahead(order.State, order.Way.Kind),
        { State: OrderState.AwaitingPayment } => ["Dibayar", "Janji diterima penjual", .. AheadOfAppointment],
        { State: OrderState.AwaitingSeller } => ["Janji diterima penjual", .. AheadOfAppointment],
        { State: OrderState.Processing, Appointment.StartedAt: null } => AheadOfAppointment,
        { State: OrderState.Processing } => AheadOfAppointment[1..],
        _ => Ahead(order.State, order.Way.Kind),
    };

    static readonly string[] AheadOfAppointment = ["Mulai dikerjakan", "Selesai dikerjakan", "Selesai, dana diteruskan ke penjual"];

    /// <summary>The same for goods.</summary>
    public static IReadOnlyList<string> Ahead(OrderState state, ShipmentKind kind) => state switch
    {
        OrderState.AwaitingPayment => ["Dibayar", .. Ahead(OrderState.AwaitingSeller, kind)],
        OrderState.AwaitingSeller => ["Diproses penjual", .. Ahead(OrderState.Processing, kind)],
        OrderState.Processing when kind is ShipmentKind.Pickup or ShipmentKind.CommunityPoint => ["Siap diambil", .. Ahead(OrderState.ReadyForPickup, kind)],
        OrderState.Processing or OrderState.PartiallyShipped or OrderState.ReturnedToSender => ["Dikirim", .. Ahead(OrderState.Shipped, kind)],
        OrderState.ReadyForPickup => ["Diambil", .. Ahead(OrderState.Delivered, kind)],
        OrderState.Shipped => ["Sampai tujuan", .. Ahead(OrderState.Delivered, kind)],
        OrderState.Delivered => ["Selesai, dana diteruskan ke penjual"],
        _ => [],
    };

    /// <summary>What a clock does, to follow it with its moment: "Batal sendiri 24 Nov …".</summary>
    public static string Clock(OrderTimerAction action, OrderState state) => action switch
    {
        OrderTimerAction.AssumeDelivered => "Dianggap sampai",
        OrderTimerAction.CancelUnshipped when state == OrderState.PartiallyShipped => "Sisanya batal sendiri",
        OrderTimerAction.Complete => "Selesai sendiri",
        OrderTimerAction.AcceptCashBack => "Berakhir sendiri tanpa biaya",
        _ => "Batal sendiri",
    };
}
