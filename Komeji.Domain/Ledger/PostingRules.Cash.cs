using Komeji.Domain.Common;

namespace Komeji.Domain.Ledger;

/// <summary>Orders the buyer paid to the shop in cash (P18): no money of them is here, only what the shop owes of it.</summary>
public static partial class PostingRules
{
    /// <summary>What the keys of fees begin with that shops came to owe.</summary>
    public const string CashDueKeys = "cash-due:";

    public static string CashDueKey(OrderId order) => CashDueKeys + order.Value;

    /// <summary>P18: the order is complete; the shop owes fee and PPN. PPN is the State's from now on, the fee is shared when it is collected.</summary>
    public static Journal CashFeeDue(CashFee fee, string orderNumber, PurchaseId purchase, DateTimeOffset now) =>
        Journal.Post(CashDueKey(fee.OrderId), "P18", $"Pesanan {orderNumber} selesai, dibayar tunai", now, now, fee.OrderId, purchase,
        [
            Debit(Chart.CashFeesOwed, fee.StoreId.Value.ToString(), fee.Owed),
            Credit(Chart.CashFeesUncollected, fee.OrderId.Value.ToString(), fee.Fee),
            Credit(Chart.VatPayable, Wib.PeriodOf(now), fee.Vat),
        ]);

    /// <summary>P18: what the shop owes is taken out of its balance; of it the fee can be shared now. Each part once.</summary>
    /// <param name="fee">With this part already taken.</param>
    /// <param name="ofFee">The part of the amount that is fee.</param>
    public static Journal CashFeeCollected(CashFee fee, Rupiah amount, Rupiah ofFee, DateTimeOffset now) =>
        Journal.Post($"cash-netted:{fee.OrderId.Value}:{fee.Collections}", "P18", "Biaya pesanan bayar di tempat dipotong dari saldo", now, now, fee.OrderId, null,
        [
            Debit(Chart.SellerBalance, fee.StoreId.Value.ToString(), amount),
            Credit(Chart.CashFeesOwed, fee.StoreId.Value.ToString(), amount),
            Debit(Chart.CashFeesUncollected, fee.OrderId.Value.ToString(), ofFee),
            Credit(Chart.ProfitPool, Wib.PeriodOf(now), ofFee),
        ]);
}
