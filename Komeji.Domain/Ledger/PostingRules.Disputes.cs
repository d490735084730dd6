using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using Komeji.Domain.Taxes;

namespace Komeji.Domain.Ledger;

/// <summary>Money that a buyer's bank takes back, and what becomes of it (P12).</summary>
public static partial class PostingRules
{
    /// <summary>What the keys of refunds begin with that the buyer's bank has paid.</summary>
    public const string RefundsByDispute = "refund-dispute:";

    /// <summary>P12: the buyer's bank took disputed money, and the provider its fee.</summary>
    /// <param name="fee">Signed: negative where the provider gave some back.</param>
    public static Journal DisputeWithdrawn(Dispute dispute, Rupiah amount, Rupiah fee, DateTimeOffset eventAt, DateTimeOffset now) =>
        Journal.Post(DisputeWithdrawnKey(dispute.ProviderDispute), "P12", "Dana ditarik karena sengketa", eventAt, now, null, dispute.PurchaseId,
        [
            Debit(Chart.DisputedFunds, dispute.Id.Value.ToString(), amount),
            Debit(Chart.DisputeFee, "", fee),
            Credit(Chart.ProviderClearing, dispute.Gateway, amount + fee),
        ]);

    /// <summary>P12: the money came back; the fee, too, where it is negative.</summary>
    /// <param name="late">What of it had been settled already, since the dispute had been lost: it waits until it is decided whose it is.</param>
    public static Journal DisputeReturned(Dispute dispute, Rupiah amount, Rupiah late, Rupiah fee, DateTimeOffset eventAt, DateTimeOffset now) =>
        Journal.Post(DisputeReturnedKey(dispute.ProviderDispute), "P12", "Dana sengketa kembali", eventAt, now, null, dispute.PurchaseId,
        [
            Debit(Chart.ProviderClearing, dispute.Gateway, amount - fee),
            Debit(Chart.DisputeFee, "", fee),
            Credit(Chart.DisputedFunds, dispute.Id.Value.ToString(), amount - late),
            Credit(Chart.UnmatchedReceipts, dispute.ProviderDispute, late),
        ]);

    /// <summary>P12: an order that was completed is disputed; what its shop got of it is set apart.</summary>
    public static Journal DisputeHeld(Dispute dispute, DisputeClaim claim, DateTimeOffset now) =>
        Journal.Post($"dispute-held:{dispute.ProviderDispute}:{claim.OrderId.Value}", "P12", "Ditahan karena sengketa di bank pembeli", now, now, claim.OrderId, dispute.PurchaseId,
            [Debit(Chart.SellerBalance, claim.StoreId.Value.ToString(), claim.Held), Credit(Chart.SellerHold, dispute.Id.Value.ToString(), claim.Held)]);

    /// <summary>P12: the dispute was won; what was set apart is the shop's again.</summary>
    public static Journal DisputeHoldReturned(Dispute dispute, DisputeClaim claim, DateTimeOffset now) =>
        Journal.Post($"dispute-hold-returned:{dispute.ProviderDispute}:{claim.OrderId.Value}", "P12", "Sengketa dimenangkan, saldo kembali", now, now, claim.OrderId, dispute.PurchaseId,
            [Debit(Chart.SellerHold, dispute.Id.Value.ToString(), claim.Held), Credit(Chart.SellerBalance, claim.StoreId.Value.ToString(), claim.Held)]);

    /// <summary>P12: the dispute was lost after release. The shop gives up what it got, the pool its net fee of the open month, the State its taxes: where it has them already, it owes them.</summary>
    public static Journal DisputeLost(Dispute dispute, DisputeClaim claim, DateTimeOffset now) =>
        Journal.Post($"dispute-lost:{dispute.ProviderDispute}:{claim.OrderId.Value}", "P12", "Sengketa kalah setelah pesanan selesai", now, now, claim.OrderId, dispute.PurchaseId,
        [
            Debit(Chart.SellerHold, dispute.Id.Value.ToString(), claim.Held),
            Debit(Chart.ProfitPool, Wib.PeriodOf(now), claim.NetFee),
            Debit(Chart.ProviderCost, "", claim.Fee - claim.NetFee),
            TaxBack(TaxKind.ServiceFeeVat, claim.TaxMonth, claim.VatRemitted, claim.Vat),
            TaxBack(TaxKind.MarketplaceIncomeTax, claim.TaxMonth, claim.IncomeTaxRemitted, claim.IncomeTax),
            Credit(Chart.DisputedFunds, dispute.Id.Value.ToString(), claim.Amount),
        ]);

    /// <summary>P12: the cooperative bears disputed money that nobody else does, for instance because the buyer had been paid back before.</summary>
    /// <param name="why">Part of the key: once for each reason.</param>
    public static Journal DisputeBorne(Dispute dispute, Rupiah amount, string why, DateTimeOffset now) =>
        Journal.Post($"{DisputeBorneKeys}{dispute.ProviderDispute}:{why}", "P12", "Sengketa ditanggung koperasi", now, now, null, dispute.PurchaseId,
            [Debit(Chart.PlatformLoss, "", amount), Credit(Chart.DisputedFunds, dispute.Id.Value.ToString(), amount)]);

    /// <summary>P12: an order whose dispute the cooperative had borne gives its money up after all; the order pays for the dispute, and the cooperative no longer.</summary>
    public static Journal DisputeUnborne(Refund refund, Dispute dispute, Rupiah amount, DateTimeOffset now) =>
        Journal.Post($"{DisputeUnborneKeys}{dispute.ProviderDispute}:{refund.Id.Value}", "P12", "Sengketa tidak lagi ditanggung koperasi", now, now, refund.OrderId, dispute.PurchaseId,
            [Debit(Chart.DisputedFunds, dispute.Id.Value.ToString(), amount), Credit(Chart.PlatformLoss, "", amount)]);

    /// <summary>P12: money came back after the loss and is the shop's again; pool and State get their parts of it, as they gave them up.</summary>
    public static Journal DisputeLossReturned(Dispute dispute, DisputeClaim claim, DateTimeOffset now) =>
        Journal.Post($"dispute-back:{dispute.ProviderDispute}:{claim.OrderId.Value}", "P12", "Dana sengketa kembali kepada toko", now, now, claim.OrderId, dispute.PurchaseId,
        [
            Debit(Chart.UnmatchedReceipts, dispute.ProviderDispute, claim.Amount),
            Credit(Chart.SellerBalance, claim.StoreId.Value.ToString(), claim.Held),
            Credit(Chart.ProfitPool, Wib.PeriodOf(now), claim.NetFee),
            Credit(Chart.ProviderCost, "", claim.Fee - claim.NetFee),
            TaxBack(TaxKind.ServiceFeeVat, claim.TaxMonth, claim.VatRemitted, -claim.Vat),
            TaxBack(TaxKind.MarketplaceIncomeTax, claim.TaxMonth, claim.IncomeTaxRemitted, -claim.IncomeTax),
        ]);

    /// <summary>P12: money came back after the loss and is owed to the buyer, whose bank took back what had counted as her refund.</summary>
    public static Journal DisputeBackToBuyer(Refund refund, Dispute dispute, DateTimeOffset now) =>
        Journal.Post(DisputeBackToBuyerKey(dispute.ProviderDispute), "P12", "Dana sengketa kembali kepada pembeli", now, now, null, dispute.PurchaseId,
            [Debit(Chart.UnmatchedReceipts, dispute.ProviderDispute, refund.Amount), Credit(Chart.BuyerRefund, refund.Id.Value.ToString(), refund.Amount)]);

    /// <summary>P12: money came back after the loss and makes up for what the cooperative bore.</summary>
    public static Journal DisputeRecovered(Dispute dispute, Rupiah amount, DateTimeOffset now) =>
        Journal.Post(DisputeRecoveredKeys + dispute.ProviderDispute, "P12", "Dana sengketa kembali kepada koperasi", now, now, null, dispute.PurchaseId,
            [Debit(Chart.UnmatchedReceipts, dispute.ProviderDispute, amount), Credit(Chart.PlatformLoss, "", amount)]);

    /// <summary>P12: the dispute was lost before release. What the order owes the buyer (P6) the bank has given her already.</summary>
    public static Journal RefundedByDispute(Refund refund, Dispute dispute, Rupiah amount, DateTimeOffset now) =>
        Journal.Post($"{RefundsByDispute}{refund.Id.Value}:{dispute.ProviderDispute}", "P12", "Dana sudah diambil bank pembeli", now, now, refund.OrderId, refund.PurchaseId,
            [Debit(Chart.BuyerRefund, refund.Id.Value.ToString(), amount), Credit(Chart.DisputedFunds, dispute.Id.Value.ToString(), amount)]);

    public static string DisputeWithdrawnKey(string providerDispute) => $"dispute-withdrawn:{providerDispute}";

    /// <summary>What the keys of disputes the cooperative bears begin with; why stands at the end.</summary>
    public const string DisputeBorneKeys = "dispute-borne:";

    /// <summary>What the keys of disputes begin with that the cooperative bears no longer, since an order paid for them.</summary>
    public const string DisputeUnborneKeys = "dispute-unborne:";

    /// <summary>An officer decided it: the buyer has the money of her bank and got it back in no other way.</summary>
    public const string BorneByDecision = "decided";

    /// <summary>What the keys of money begin with that came back to the cooperative, which had borne it.</summary>
    public const string DisputeRecoveredKeys = "dispute-recovered:";

    public static string DisputeBackToBuyerKey(string providerDispute) => $"dispute-back-buyer:{providerDispute}";

    public static string DisputeReturnedKey(string providerDispute) => $"dispute-returned:{providerDispute}";
}
