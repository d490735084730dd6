using Komeji.Domain.Common;

namespace Komeji.Domain.Ledger;

public enum AccountKind
{
    Asset,
    Liability,
    Revenue,
    Expense,
}

/// <summary>An account of the chart, kept per <see cref="KeyedBy"/>. Entries are signed: debit is positive, credit negative.</summary>
/// <param name="KeyedBy">What its key names: an order, a store, a provider …; empty when it has none.</param>
/// <param name="MayTurn">Whether the balance may go the wrong way.</param>
public sealed record Account(int Code, string Name, AccountKind Kind, string KeyedBy, bool MayTurn)
{
    /// <summary>There are so few that each is shown on its own: none at all, one for a provider, one for a month.</summary>
    public bool HasFewKeys => KeyedBy is "" or "provider" or "month" or "period";

    /// <summary>What people read: assets and costs as they are, debts and revenue positive while owed or earned.</summary>
    public Rupiah AsRead(Rupiah sum) => Kind is AccountKind.Asset or AccountKind.Expense ? sum : -sum;
}

/// <summary>The chart of accounts. Codes never change; new ones are added.</summary>
public static class Chart
{
    public static readonly Account ProviderClearing = new(1010, "Piutang penyedia pembayaran", AccountKind.Asset, "provider", true);
    public static readonly Account EscrowAtProvider = new(1020, "Saldo titipan di penyedia", AccountKind.Asset, "", false);
    public static readonly Account CooperativeBank = new(1021, "Rekening koperasi", AccountKind.Asset, "", false);
    public static readonly Account CourierClaim = new(1030, "Klaim kepada kurir", AccountKind.Asset, "claim", false);
    public static readonly Account DisputedFunds = new(1200, "Dana sengketa", AccountKind.Asset, "dispute", false);
    public static readonly Account CashFeesOwed = new(1210, "Piutang biaya pesanan tunai", AccountKind.Asset, "store", false);
    public static readonly Account TaxRecoverable = new(1220, "Pajak disetor yang dapat diminta kembali", AccountKind.Asset, "tax month", false);
    public static readonly Account Escrow = new(2010, "Dana titipan pesanan", AccountKind.Liability, "order", false);
    public static readonly Account SellerBalance = new(2030, "Saldo penjual", AccountKind.Liability, "store", true);
    public static readonly Account SellerHold = new(2035, "Saldo penjual ditahan karena sengketa", AccountKind.Liability, "dispute", false);
    public static readonly Account PayoutInTransit = new(2040, "Pencairan dalam perjalanan", AccountKind.Liability, "payout", false);
    public static readonly Account PromotionFund = new(2075, "Dana promosi", AccountKind.Liability, "voucher", false);
    public static readonly Account IncomeTaxWithheld = new(2080, "Utang PPh 22", AccountKind.Liability, "month", false);
    public static readonly Account VatPayable = new(2081, "Utang PPN", AccountKind.Liability, "month", false);
    public static readonly Account BuyerRefund = new(2090, "Utang pengembalian dana", AccountKind.Liability, "refund", false);
    public static readonly Account UnmatchedReceipts = new(2091, "Penerimaan belum dikenali", AccountKind.Liability, "receipt", false);
    public static readonly Account ProfitPool = new(2100, "Dana bagi hasil", AccountKind.Liability, "period", true);
    public static readonly Account CashFeesUncollected = new(2110, "Biaya pesanan tunai belum tertagih", AccountKind.Liability, "order", false);
    public static readonly Account CooperativeShare = new(4010, "Pendapatan koperasi", AccountKind.Revenue, "", true);
    public static readonly Account BankInterest = new(4020, "Bunga dan jasa giro bank", AccountKind.Revenue, "", true);
    public static readonly Account ProviderCost = new(5010, "Biaya penyedia pembayaran", AccountKind.Expense, "", true);
    public static readonly Account Promotion = new(5020, "Biaya promosi", AccountKind.Expense, "", true);
    public static readonly Account PlatformLoss = new(5030, "Kerugian yang ditanggung koperasi", AccountKind.Expense, "", true);
    public static readonly Account DisputeFee = new(5040, "Biaya sengketa", AccountKind.Expense, "", true);
    public static readonly Account PayoutCharges = new(5050, "Biaya transfer pencairan", AccountKind.Expense, "", true);
    public static readonly Account BankCharges = new(5070, "Biaya bank", AccountKind.Expense, "", true);
    public static readonly Account ProviderRounding = new(5090, "Pembulatan penyedia", AccountKind.Expense, "", true);

    public static readonly IReadOnlyList<Account> All =
    [
        ProviderClearing, EscrowAtProvider, CooperativeBank, CourierClaim, DisputedFunds, CashFeesOwed, TaxRecoverable, Escrow, SellerBalance, SellerHold,
        PayoutInTransit, PromotionFund, IncomeTaxWithheld, VatPayable, BuyerRefund, UnmatchedReceipts, ProfitPool, CashFeesUncollected, CooperativeShare,
        BankInterest, ProviderCost, Promotion, PlatformLoss, DisputeFee, PayoutCharges, BankCharges, ProviderRounding,
    ];

    /// <summary>Where the money is that is held for others: at providers, and on the escrow account.</summary>
    public static readonly IReadOnlyList<int> HeldForOthers = [ProviderClearing.Code, EscrowAtProvider.Code];

    /// <summary>Debts that come before the cooperative: all but taxes, which are paid from its own account, and fees that nobody has paid yet.</summary>
    public static readonly IReadOnlyList<int> OwedToOthers =
        [.. All.Where(a => a.Kind == AccountKind.Liability && a != VatPayable && a != IncomeTaxWithheld && a != CashFeesUncollected).Select(a => a.Code)];

    public static Account Find(int code) => All.Single(a => a.Code == code);
}
