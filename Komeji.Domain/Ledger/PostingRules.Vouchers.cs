using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using Komeji.Domain.Promotions;

namespace Komeji.Domain.Ledger;

/// <summary>The cooperative's money for vouchers (P17): a fund set apart per voucher, out of which P1 holds its part of an order and to which P6 to P8 give it back.</summary>
public static partial class PostingRules
{
    /// <summary>What the keys begin with under which a bank's reference of money for or from a voucher is booked once.</summary>
    public const string PromotionFundedKeys = "promotion-funded:";
    public const string PromotionReturnedKeys = "promotion-returned:";

    /// <summary>P17: the cooperative sets money apart for a voucher. It is its cost, and lies with what is held for others from now on.</summary>
    /// <param name="reference">The bank's, of the transfer from its own account.</param>
    public static Journal PromotionFunded(Voucher voucher, string reference, DateTimeOffset now) =>
        Journal.Post(PromotionFundedKeys + reference, "P17", $"Dana voucher {voucher.Code}", now, now, null, null,
        [
            Debit(Chart.Promotion, "", voucher.Funded),
            Debit(Chart.EscrowAtProvider, "", voucher.Funded),
            Credit(Chart.PromotionFund, voucher.Id.Value.ToString(), voucher.Funded),
            Credit(Chart.CooperativeBank, "", voucher.Funded),
        ]);

    /// <summary>P17 the other way: what nobody used is the cooperative's again.</summary>
    public static Journal PromotionReturned(Voucher voucher, Rupiah amount, string reference, DateTimeOffset now) =>
        Journal.Post(PromotionReturnedKeys + reference, "P17", $"Sisa dana voucher {voucher.Code} kembali", now, now, null, null,
        [
            Debit(Chart.PromotionFund, voucher.Id.Value.ToString(), amount),
            Debit(Chart.CooperativeBank, "", amount),
            Credit(Chart.Promotion, "", amount),
            Credit(Chart.EscrowAtProvider, "", amount),
        ]);

    /// <summary>What a voucher had paid goes back to its fund.</summary>
    static (Account, string, Rupiah) BackToFund(Refund refund, Rupiah amount) =>
        Credit(Chart.PromotionFund, refund.VoucherId is { } voucher ? voucher.Value.ToString() : "", amount);
}
