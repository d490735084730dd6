using Komeji.Domain.Common;
using Komeji.Domain.Payments;

namespace Komeji.Domain.Ledger;

/// <summary>What a shop owes and does not earn back: it pays by transfer, or two officers write it off.</summary>
public static partial class PostingRules
{
    /// <summary>What the keys of fees begin with that were written off.</summary>
    public const string CashWrittenOffKeys = "cash-written-off:";

    /// <summary>P18: a shop paid fees of orders paid in cash by transfer, the oldest first; the fee can be shared now. The bank's reference ends the key, as the bank's line holds it.</summary>
    /// <param name="parts">Of each order the part of the fee that was paid.</param>
    public static Journal CashFeesPaid(ShopPayment payment, IEnumerable<(OrderId Order, Rupiah Fee)> parts, DateTimeOffset now)
    {
        var fees = parts.ToList();
        return Journal.Post(ShopPaidKey(payment), "P18", "Biaya pesanan bayar di tempat dibayar dengan transfer", Wib.StartOf(payment.ReceivedOn), now, null, null,
        [
            Debit(Chart.Find(payment.Account), "", payment.Amount),
            Credit(Chart.CashFeesOwed, payment.StoreId.Value.ToString(), payment.Amount),
            .. fees.Select(f => Debit(Chart.CashFeesUncollected, f.Order.Value.ToString(), f.Fee)),
            Credit(Chart.ProfitPool, Wib.PeriodOf(now), Rupiah.Sum(fees.Select(f => f.Fee))),
        ]);
    }

    /// <summary>P16: a shop whose balance is below zero paid by transfer.</summary>
    public static Journal ShopDebtPaid(ShopPayment payment, DateTimeOffset now) =>
        Journal.Post(ShopPaidKey(payment), "P16", "Kekurangan saldo dibayar toko", Wib.StartOf(payment.ReceivedOn), now, null, null,
            [Debit(Chart.Find(payment.Account), "", payment.Amount), Credit(Chart.SellerBalance, payment.StoreId.Value.ToString(), payment.Amount)]);

    /// <summary>P16: what is left of an order's fee is not paid. The fee was nobody's yet; PPN the State gets all the same, and the cooperative bears it. Once for an order.</summary>
    /// <param name="left">Of the fee, and of PPN.</param>
    public static Journal CashFeeWrittenOff(CashFee fee, (Rupiah Fee, Rupiah Vat) left, DateTimeOffset now) =>
        Journal.Post(CashWrittenOffKeys + fee.OrderId.Value, "P16", "Biaya pesanan bayar di tempat dihapuskan", now, now, fee.OrderId, null,
        [
            Debit(Chart.CashFeesUncollected, fee.OrderId.Value.ToString(), left.Fee),
            Debit(Chart.PlatformLoss, "", left.Vat),
            Credit(Chart.CashFeesOwed, fee.StoreId.Value.ToString(), left.Fee + left.Vat),
        ]);

    /// <summary>P16: two officers decided that the cooperative bears what a shop's balance is below zero. Once for a decision.</summary>
    public static Journal ShopDebtWrittenOff(MoneyApprovalId decision, StoreId store, Rupiah debt, DateTimeOffset now) =>
        Journal.Post($"shop-debt-written-off:{decision.Value}", "P16", "Kekurangan saldo toko dihapuskan", now, now, null, null,
            [Debit(Chart.PlatformLoss, "", debt), Credit(Chart.SellerBalance, store.Value.ToString(), debt)]);

    static string ShopPaidKey(ShopPayment payment) => $"shop-paid:{payment.Account}:{payment.Reference}";
}
