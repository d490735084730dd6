using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Payouts;
using Komeji.Domain.Taxes;

namespace Komeji.Domain.Ledger;

/// <summary>Turns what happened into balanced journals. docs/domain/ledger.md lists the rules with worked cases.</summary>
public static partial class PostingRules
{
    /// <summary>P1: a purchase was paid, amount and currency equal. The money is held per order.</summary>
    /// <param name="orders">With what is held for each.</param>
    /// <param name="fund">What of it a voucher's promotion fund pays.</param>
    public static Journal PurchasePaid(
        string provider, string providerPayment, PurchaseId purchaseId, IEnumerable<(OrderId Order, Rupiah Total)> orders, DateTimeOffset eventAt, DateTimeOffset now, (VoucherId Voucher, Rupiah Amount) fund = default)
    {
        var held = orders.ToList();
        return Journal.Post(PaidKey(providerPayment), "P1", "Belanja dibayar", eventAt, now, null, purchaseId,
            held.Select(o => Credit(Chart.Escrow, o.Order.Value.ToString(), o.Total))
                .Prepend(Debit(Chart.PromotionFund, fund.Voucher.Value.ToString(), fund.Amount))
                .Prepend(Debit(Chart.ProviderClearing, provider, Rupiah.Sum(held.Select(o => o.Total)) - fund.Amount)));
    }

    public static string ReleaseKey(OrderId order) => $"release:{order.Value}";

    /// <summary>What the keys of a provider's rounding begin with.</summary>
    public static string RoundingKeys(string provider) => $"rounding:{provider}:";

    /// <summary>Whatever a payment at the provider means, it is booked once under this key.</summary>
    public static string PaidKey(string providerPayment) => $"paid:{providerPayment}";

    public static string CostKey(string balanceTransaction) => $"cost:{balanceTransaction}";

    /// <summary>What the keys of a refund's returns begin with.</summary>
    public static string RefundFailedKeys(RefundId refund) => $"refund-failed:{refund.Value}:";

    public static string RefundSentKey(RefundId refund) => $"refund-sent:{refund.Value}";

    /// <param name="providerRefund">The provider's id of it.</param>
    public static string RefundFoundKey(string providerRefund) => $"refund-found:{providerRefund}";

    /// <summary>P2: the provider's cost of a payment is known.</summary>
    public static Journal ProviderCostKnown(string provider, string balanceTransaction, PurchaseId purchaseId, Rupiah cost, DateTimeOffset eventAt, DateTimeOffset now) =>
        Journal.Post(CostKey(balanceTransaction), "P2", "Biaya penyedia pembayaran", eventAt, now, null, purchaseId,
            [Debit(Chart.ProviderCost, "", cost), Credit(Chart.ProviderClearing, provider, cost)]);

    /// <summary>P3: the provider moves what it captured to the balance that is ours.</summary>
    public static Journal ProviderSettled(string provider, string settlement, Rupiah amount, DateTimeOffset eventAt, DateTimeOffset now) =>
        Journal.Post(SettledKey(settlement), "P3", "Penyelesaian dana penyedia", eventAt, now, null, null,
            [Debit(Chart.EscrowAtProvider, "", amount), Credit(Chart.ProviderClearing, provider, amount)]);

    /// <summary>P3 the other way: a settlement did not arrive, and the provider holds the money again.</summary>
    public static Journal ProviderSettlementReturned(string provider, string settlement, Rupiah amount, DateTimeOffset eventAt, DateTimeOffset now) =>
        Journal.Post($"settle-returned:{settlement}", "P3", "Penyelesaian dana kembali ke penyedia", eventAt, now, null, null,
            [Debit(Chart.ProviderClearing, provider, amount), Credit(Chart.EscrowAtProvider, "", amount)]);

    /// <summary>What the keys of sweeps to the cooperative's own account begin with.</summary>
    public const string SweepKeys = "sweep:";

    /// <summary>P3: what belongs to the cooperative is moved to its own account.</summary>
    public static Journal SweptToCooperative(string sweep, Rupiah amount, DateTimeOffset eventAt, DateTimeOffset now) =>
        Journal.Post(SweepKeys + sweep, "P3", "Pemindahan ke rekening koperasi", eventAt, now, null, null,
            [Debit(Chart.CooperativeBank, "", amount), Credit(Chart.EscrowAtProvider, "", amount)]);

    /// <summary>P5: the order is complete; what is left of its money becomes the seller's balance, less fee and taxes.</summary>
    public static Journal Released(Order order, DateTimeOffset eventAt, DateTimeOffset now)
    {
        var month = Wib.PeriodOf(now);
        return Journal.Post(ReleaseKey(order.Id), "P5", $"Pesanan {order.Number} selesai", eventAt, now, order.Id, order.PurchaseId,
        [
            Debit(Chart.Escrow, order.Id.Value.ToString(), order.Kept),
            Credit(Chart.SellerBalance, order.StoreId.Value.ToString(), order.KeptGoods - order.Fee - order.Vat - order.IncomeTax + order.KeptShipping),
            Credit(Chart.ProfitPool, month, NetFee(order)),
            Credit(Chart.ProviderCost, "", order.Fee - NetFee(order)),
            Credit(Chart.VatPayable, month, order.Vat),
            Credit(Chart.IncomeTaxWithheld, month, order.IncomeTax),
        ]);
    }

    /// <summary>P6: a refund before release, decided against the seller. What a voucher had paid goes back to its fund.</summary>
    public static Journal RefundedBeforeRelease(Refund refund, OrderId orderId, DateTimeOffset eventAt, DateTimeOffset now) =>
        RefundedBeforeRelease(refund, orderId, refund.Amount + refund.Voucher, refund.Voucher, eventAt, now);

    /// <summary>P6, P7 and P8: it was decided that so much goes back, and who bears it. Each rule that moves something is one journal.</summary>
    public static IReadOnlyList<Journal> RefundDecided(Refund refund, RefundDecision decision, DateTimeOffset now)
    {
        var journals = new List<Journal>();
        if (decision.OfShop.IsPositive)
        {
            journals.Add(decision.AfterRelease ? RefundedAfterRelease(refund, decision, now) : RefundedBeforeRelease(refund, decision.OrderId, decision.OfShop, decision.VoucherOfShop, now, now));
        }

        if (decision.OfShop < decision.Amount)
        {
            journals.Add(RefundBorneByOthers(refund, decision, now));
        }

        return journals;
    }

    static Journal RefundedBeforeRelease(Refund refund, OrderId orderId, Rupiah amount, Rupiah voucher, DateTimeOffset eventAt, DateTimeOffset now) =>
        Journal.Post($"refund:{refund.Id.Value}", "P6", "Pengembalian dana kepada pembeli", eventAt, now, orderId, refund.PurchaseId,
            [Debit(Chart.Escrow, orderId.Value.ToString(), amount), Credit(Chart.BuyerRefund, refund.Id.Value.ToString(), amount - voucher), BackToFund(refund, voucher)]);

    /// <summary>P7: the shop gives up what it got, the pool its net fee of the open month, the State its taxes.</summary>
    static Journal RefundedAfterRelease(Refund refund, RefundDecision decision, DateTimeOffset now)
    {
        var back = decision.Reversed;
        return Journal.Post($"refund-released:{refund.Id.Value}", "P7", "Pengembalian dana setelah pesanan selesai", now, now, decision.OrderId, refund.PurchaseId,
        [
            Debit(Chart.SellerBalance, decision.StoreId.Value.ToString(), back.OfShop),
            Debit(Chart.ProfitPool, Wib.PeriodOf(now), back.NetFee),
            Debit(Chart.ProviderCost, "", back.Fee - back.NetFee),
            TaxBack(TaxKind.ServiceFeeVat, decision.TaxMonth, decision.VatRemitted, back.Vat),
            TaxBack(TaxKind.MarketplaceIncomeTax, decision.TaxMonth, decision.IncomeTaxRemitted, back.IncomeTax),
            Credit(Chart.BuyerRefund, refund.Id.Value.ToString(), back.Amount - decision.VoucherOfShop),
            BackToFund(refund, decision.VoucherOfShop),
        ]);
    }

    /// <summary>P8: what others bear, before or after the release; the shop's money and fee stay as they are.</summary>
    static Journal RefundBorneByOthers(Refund refund, RefundDecision decision, DateTimeOffset now)
    {
        var key = refund.Id.Value.ToString();
        return Journal.Post($"refund-others:{key}", "P8", "Pengembalian dana ditanggung pihak lain", now, now, decision.OrderId, refund.PurchaseId,
            decision.Shares.Where(s => s.Bearer != RefundBearer.Seller)
                .Select(s => s.Bearer switch
                {
                    RefundBearer.Courier => Debit(Chart.CourierClaim, key, s.Amount),
                    RefundBearer.Platform => Debit(Chart.PlatformLoss, "", s.Amount),
                    _ => throw new InvalidOperationException($"Nobody charges {s.Bearer}."),
                })
                .Append(Credit(Chart.BuyerRefund, key, decision.Amount - decision.OfShop - (refund.Voucher - decision.VoucherOfShop)))
                .Append(BackToFund(refund, refund.Voucher - decision.VoucherOfShop)));
    }

    /// <summary>P9: the provider sent the refund.</summary>
    public static Journal RefundSent(Refund refund, DateTimeOffset eventAt, DateTimeOffset now) =>
        Journal.Post(RefundSentKey(refund.Id), "P9", "Dana dikirim kembali", eventAt, now, refund.OrderId, refund.PurchaseId,
            [Debit(Chart.BuyerRefund, refund.Id.Value.ToString(), refund.Rest), Credit(Chart.ProviderClearing, refund.Gateway, refund.Rest)]);

    /// <summary>P9: a refund that was sent came back.</summary>
    public static Journal RefundFailed(Refund refund, string failure, DateTimeOffset eventAt, DateTimeOffset now) =>
        Journal.Post(RefundFailedKeys(refund.Id) + failure, "P9", "Pengembalian dana gagal", eventAt, now, refund.OrderId, refund.PurchaseId,
            [Debit(Chart.ProviderClearing, refund.Gateway, refund.Rest), Credit(Chart.BuyerRefund, refund.Id.Value.ToString(), refund.Rest)]);

    /// <summary>P9: the refund is paid by transfer from the balance, since the provider cannot.</summary>
    public static Journal RefundedByTransfer(Refund refund, string transfer, DateTimeOffset eventAt, DateTimeOffset now) =>
        Journal.Post($"refund-transfer:{refund.Id.Value}:{transfer}", "P9", "Pengembalian dana dengan transfer", eventAt, now, refund.OrderId, refund.PurchaseId,
            [Debit(Chart.BuyerRefund, refund.Id.Value.ToString(), refund.Rest), Credit(Chart.EscrowAtProvider, "", refund.Rest)]);

    /// <summary>P9: the refund had been made by hand at the provider's own desk. Under the provider's id, so that one there settles one here.</summary>
    public static Journal RefundFoundAtProvider(Refund refund, DateTimeOffset now) =>
        Journal.Post(RefundFoundKey(refund.ProviderReference), "P9", "Dana sudah dikembalikan di penyedia", now, now, refund.OrderId, refund.PurchaseId,
            [Debit(Chart.BuyerRefund, refund.Id.Value.ToString(), refund.Rest), Credit(Chart.ProviderClearing, refund.Gateway, refund.Rest)]);

    /// <summary>What the keys of payouts begin with that were asked for.</summary>
    public const string PayoutsAsked = "payout-asked:";

    public static string PayoutAskedKey(PayoutId payout) => $"{PayoutsAsked}{payout.Value}";

    /// <summary>P11: a payout was asked for. What it takes is no longer the shop's balance.</summary>
    public static Journal PayoutAsked(Payout payout, DateTimeOffset now) =>
        Journal.Post(PayoutAskedKey(payout.Id), "P11", $"Pencairan {payout.Number}", now, now, null, null,
            [Debit(Chart.SellerBalance, payout.StoreId.Value.ToString(), payout.Amount), Credit(Chart.PayoutInTransit, payout.Id.Value.ToString(), payout.Amount)]);

    /// <summary>P11: the bank paid it. Under its number as well, which the bank's line holds.</summary>
    public static Journal PayoutSent(Payout payout, DateTimeOffset now) =>
        Journal.Post($"payout-sent:{payout.Id.Value}:{payout.Number}", "P11", $"Pencairan {payout.Number} sampai di rekening", now, now, null, null,
            [Debit(Chart.PayoutInTransit, payout.Id.Value.ToString(), payout.Amount), Credit(Chart.EscrowAtProvider, "", payout.Amount)]);

    /// <summary>P11: what the bank took for an attempt is the cooperative's cost.</summary>
    public static Journal PayoutCharged(Payout payout, PayoutAttemptId attempt, Rupiah charge, DateTimeOffset now) =>
        Journal.Post($"payout-charge:{attempt.Value}:{payout.Number}", "P11", "Biaya transfer pencairan", now, now, null, null,
            [Debit(Chart.PayoutCharges, "", charge), Credit(Chart.EscrowAtProvider, "", charge)]);

    /// <summary>What the keys of payments besides a payout begin with.</summary>
    public const string ExtraPayouts = "payout-extra";

    /// <summary>P11: a try arrived besides what was booked, and the shop owes it. Its balance may turn.</summary>
    public static Journal ExtraPayoutOwed(Payout payout, PayoutAttemptId attempt, DateTimeOffset now) =>
        Journal.Post($"{ExtraPayouts}:{attempt.Value}:{payout.Number}", "P11", $"Pencairan {payout.Number} terbayar sekali lagi", now, now, null, null,
            [Debit(Chart.SellerBalance, payout.StoreId.Value.ToString(), payout.Amount), Credit(Chart.EscrowAtProvider, "", payout.Amount)]);

    /// <summary>P11: what the shop owed came back from the bank.</summary>
    public static Journal ExtraPayoutReturned(Payout payout, PayoutAttemptId attempt, DateTimeOffset now) =>
        Journal.Post($"{ExtraPayouts}-returned:{attempt.Value}:{payout.Number}", "P11", $"Pembayaran lebih pencairan {payout.Number} dikembalikan bank", now, now, null, null,
            [Debit(Chart.EscrowAtProvider, "", payout.Amount), Credit(Chart.SellerBalance, payout.StoreId.Value.ToString(), payout.Amount)]);

    /// <summary>P11: a payout that was paid came back from the bank.</summary>
    public static Journal PayoutReturned(Payout payout, DateTimeOffset now) =>
        Journal.Post($"payout-returned:{payout.Id.Value}:{payout.Number}", "P11", $"Pencairan {payout.Number} dikembalikan bank", now, now, null, null,
            [Debit(Chart.EscrowAtProvider, "", payout.Amount), Credit(Chart.PayoutInTransit, payout.Id.Value.ToString(), payout.Amount)]);

    /// <summary>P11: it is not paid after all, or came back: the shop's balance has it again.</summary>
    public static Journal PayoutGivenBack(Payout payout, DateTimeOffset now) =>
        Journal.Post($"payout-back:{payout.Id.Value}", "P11", $"Pencairan {payout.Number} kembali ke saldo", now, now, null, null,
            [Debit(Chart.PayoutInTransit, payout.Id.Value.ToString(), payout.Amount), Credit(Chart.SellerBalance, payout.StoreId.Value.ToString(), payout.Amount)]);

    /// <summary>P15: the tax of a month was paid to the State.</summary>
    public static Journal TaxRemitted(TaxRemittance remittance, DateTimeOffset eventAt, DateTimeOffset now) =>
        Journal.Post(TaxRemittedKey(remittance), "P15", $"{remittance.Tax.Title()} masa {remittance.Of.Name} disetor", eventAt, now, null, null,
            [Debit(remittance.Tax.Owed(), remittance.Month, remittance.Amount), Credit(Chart.CooperativeBank, "", remittance.Amount)]);

    /// <summary>P19: the provider reckons in parts of a rupiah; what adds up to whole rupiah is booked when it is compared.</summary>
    /// <param name="number">Of this provider's roundings the how manieth: two workers that reckon at once book one.</param>
    /// <param name="rupiah">Positive when the provider holds less than the books say.</param>
    public static Journal ProviderRounding(string provider, int number, Rupiah rupiah, DateTimeOffset now) =>
        Journal.Post($"{RoundingKeys(provider)}{number}", "P19", "Pembulatan penyedia", now, now, null, null,
            [Debit(Chart.ProviderRounding, "", rupiah), Credit(Chart.ProviderClearing, provider, rupiah)]);

    /// <summary>What became owed again after the first remittance of a month is paid under a number of its own; the State's number ends the key, as the bank's line holds it.</summary>
    static string TaxRemittedKey(TaxRemittance remittance) =>
        $"remitted:{remittance.Tax.Word()}:{remittance.Month}" + (remittance.Number == 1 ? "" : $":{remittance.Number}") + $":{remittance.Ntpn}";

    /// <summary>P19: what a provider's report says it kept of a payment is a rupiah more or less than was booked.</summary>
    /// <param name="rupiah">Positive when it kept more.</param>
    public static Journal CostRounded(string provider, string providerPayment, Rupiah rupiah, DateTimeOffset eventAt, DateTimeOffset now) =>
        Journal.Post($"{RoundingKeys(provider)}{providerPayment}", "P19", "Pembulatan biaya penyedia", eventAt, now, null, null,
            [Debit(Chart.ProviderRounding, "", rupiah), Credit(Chart.ProviderClearing, provider, rupiah)]);

    public static string SettledKey(string settlement) => $"settle:{settlement}";

    /// <summary>P13: money for an expired, cancelled or already paid purchase. It is always refunded.</summary>
    public static Journal SurplusReceived(string provider, Refund refund, DateTimeOffset eventAt, DateTimeOffset now) =>
        Journal.Post(PaidKey(refund.ProviderPayment), "P13", "Pembayaran berlebih, dikembalikan", eventAt, now, null, refund.PurchaseId,
            [Debit(Chart.ProviderClearing, provider, refund.Amount), Credit(Chart.BuyerRefund, refund.Id.Value.ToString(), refund.Amount)]);

    /// <summary>P14: another amount arrived; it is parked until somebody decides.</summary>
    public static Journal WrongAmountReceived(string provider, string providerPayment, PurchaseId purchaseId, Rupiah amount, DateTimeOffset eventAt, DateTimeOffset now) =>
        Journal.Post(PaidKey(providerPayment), "P14", "Jumlah tidak sesuai, menunggu keputusan", eventAt, now, null, purchaseId,
            [Debit(Chart.ProviderClearing, provider, amount), Credit(Chart.UnmatchedReceipts, providerPayment, amount)]);

    /// <summary>P14: it was decided that money of another amount goes back to who paid it.</summary>
    public static Journal WrongAmountReturned(Refund refund, DateTimeOffset now) =>
        Journal.Post($"wrong-returned:{refund.ProviderPayment}", "P14", "Uang tidak sesuai dikembalikan", now, now, null, refund.PurchaseId,
            [Debit(Chart.UnmatchedReceipts, refund.ProviderPayment, refund.Amount), Credit(Chart.BuyerRefund, refund.Id.Value.ToString(), refund.Amount)]);

    /// <summary>What is shared of an order's fee: never negative, frozen at release.</summary>
    public static Rupiah NetFee(Order order) => Rupiah.Max(Rupiah.Zero, order.Fee - order.ProviderCost);

    /// <summary>Tax that is taken back: no longer owed, or owed to us where the State has it already.</summary>
    static (Account, string, Rupiah) TaxBack(TaxKind tax, string month, bool remitted, Rupiah amount) => remitted
        ? (Chart.TaxRecoverable, new TaxMonth(tax, month).RecoverableKey, amount)
        : (tax.Owed(), month, amount);

    static (Account, string, Rupiah) Debit(Account account, string key, Rupiah amount) => (account, key, amount);

    static (Account, string, Rupiah) Credit(Account account, string key, Rupiah amount) => (account, key, -amount);
}
