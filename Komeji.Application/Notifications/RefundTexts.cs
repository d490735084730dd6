using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;

namespace Komeji.Application.Notifications;

/// <summary>What people are told about money that goes back to a buyer.</summary>
static class RefundTexts
{
    public static Notice DecidedForBuyer(Order order, RefundDecision decision) => new(
        $"{decision.Amount} dari pesanan {order.Number} dikembalikan",
        $"{decision.Amount} kembali{(order.CooperativeDiscount.IsPositive ? ": kepada Anda bagian yang Anda bayar, sisanya ke dana voucher koperasi" : " kepada Anda")}. {Why(decision)} Rinciannya ada di halaman pesanan.",
        $"/pesanan/{order.Number}");

    public static Notice DecidedForSeller(Order order, RefundDecision decision) => new(
        $"{decision.Amount} dari pesanan {order.Number} dikembalikan ke pembeli",
        $"{Borne(decision)} {Why(decision)} Rinciannya ada di halaman pesanan.",
        $"/penjual/pesanan/{order.Number}");

    public static Notice AccountAsked(string purchase, RefundFailed refund) => new(
        $"Sebutkan rekening untuk pengembalian {refund.Amount}",
        $"Cara bayar Anda untuk belanja {purchase} tidak bisa menerima kembali uangnya. Sebutkan rekening atas nama Anda di Komeji, lalu petugas keuangan mentransfernya. Komeji tidak pernah meminta rekening lewat telepon atau pesan.",
        $"/pengembalian-dana/{refund.RefundId.Value}");

    static string Why(RefundDecision decision) => PlainText.Sentence($"Alasannya: {decision.Reason}");

    static string Borne(RefundDecision decision) =>
        decision.OfShop.IsZero ? "Anda tidak menanggung apa pun; dana pesanan Anda tetap."
        : decision.AfterRelease ? $"Anda menanggung {decision.OfShop}: saldo Anda berkurang {decision.Reversed.OfShop}, karena biaya layanan dan pajaknya ikut kembali."
        : $"Anda menanggung {decision.OfShop}, diambil dari dana pesanan yang masih ditahan; biaya layanannya dihitung dari sisanya.";
}
