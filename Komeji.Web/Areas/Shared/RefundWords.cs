using Komeji.Application.Ordering;
using Komeji.Domain.Payments;

namespace Komeji.Web.Areas.Shared;

/// <summary>Money that goes back, in the words of the order's pages: the same for buyer, seller and operator.</summary>
public static class RefundWords
{
    public static string Bearer(RefundBearer bearer) => bearer switch
    {
        RefundBearer.Seller => "penjual",
        RefundBearer.Courier => "kurir",
        RefundBearer.Platform => "koperasi",
        _ => throw new ArgumentOutOfRangeException(nameof(bearer), bearer, null),
    };

    /// <summary>What it is for: the lines of a decision, or what became of the order.</summary>
    public static string What(OrderRefund refund) => refund switch
    {
        { Decision: { } decision } => string.Join("; ", decision.For.Select(p => $"{(p.Name.Length > 0 ? p.Name : "ongkos kirim")} {p.Amount}")),
        { ReasonCode: var code } when code.StartsWith("rest_", StringComparison.Ordinal) => "barang yang tidak dikirim",
        { ReasonCode: var code } when code.StartsWith("refunded_", StringComparison.Ordinal) => "semua yang belum dikembalikan",
        _ => "pesanan yang dibatalkan",
    };

    /// <summary>Where the buyer finds it.</summary>
    /// <param name="paidWith">How she paid, in the provider's word; empty where it is not known.</param>
    public static string Where(RefundState state, string paidWith)
    {
        var way = paidWith.Length > 0 ? $"cara bayar semula, {paidWith}" : "cara bayar semula";
        return state switch
        {
            RefundState.Succeeded => $"Kembali lewat {way}, atau ke rekening yang disebutkan pembeli bila cara itu tidak bisa menerimanya. Kapan terlihat di sana bergantung pada bank atau dompetnya.",
            RefundState.ManualTransfer => "Petugas keuangan mentransfernya ke rekening yang disebutkan pembeli.",
            RefundState.Failed => "Cara bayarnya tidak bisa menerima kembali; petugas mentransfernya setelah pembeli menyebutkan rekening.",
            RefundState.NeedsCheck => "Sedang dipastikan ke penyedia pembayaran; tidak dikirim dua kali.",
            _ => $"Sedang dikirim lewat {way}.",
        };
    }

    /// <summary>Who bears it: "penjual 60 % (Rp6.000), kurir 40 % (Rp4.000)".</summary>
    public static string Borne(OrderRefund refund) => refund.Decision is { } decision
        ? string.Join(", ", decision.By.Select(b => $"{Bearer(b.Bearer)} {b.Percent} % ({b.Amount})"))
        : "penjual, dari dana pesanan yang ditahan";
}
