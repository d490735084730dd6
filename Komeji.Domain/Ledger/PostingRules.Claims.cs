using Komeji.Domain.Common;
using Komeji.Domain.Payments;

namespace Komeji.Domain.Ledger;

/// <summary>What becomes of what is claimed from couriers (P16).</summary>
public static partial class PostingRules
{
    /// <summary>P16: a courier paid a claim, or a part of it; what had been written off of it makes up for the cooperative's loss. The bank's reference ends the key, as the bank's line holds it.</summary>
    public static Journal ClaimPaid(ClaimPayment payment, PurchaseId purchase, DateTimeOffset now) =>
        Journal.Post($"claim-paid:{payment.RefundId.Value}:{payment.Reference}", "P16", "Klaim dibayar kurir", Wib.StartOf(payment.ReceivedOn), now, null, purchase,
            [
            Debit(Chart.Find(payment.Account), "", payment.Amount),
            Credit(Chart.CourierClaim, payment.RefundId.Value.ToString(), payment.Amount - payment.Recovered),
            Credit(Chart.PlatformLoss, "", payment.Recovered),
        ]);

    /// <summary>P16: what is left of a claim is not paid; two officers decided that the cooperative bears it. Once for a claim.</summary>
    public static Journal ClaimWrittenOff(RefundId claim, PurchaseId purchase, Rupiah rest, DateTimeOffset now) =>
        Journal.Post(ClaimWrittenOffKey(claim), "P16", "Klaim dihapuskan", now, now, null, purchase,
            [Debit(Chart.PlatformLoss, "", rest), Credit(Chart.CourierClaim, claim.Value.ToString(), rest)]);

    public static string ClaimWrittenOffKey(RefundId claim) => $"claim-written-off:{claim.Value}";
}
