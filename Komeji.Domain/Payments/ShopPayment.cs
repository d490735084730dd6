using Komeji.Domain.Common;

namespace Komeji.Domain.Payments;

/// <summary>What a shop can owe the cooperative.</summary>
public enum ShopDebt
{
    /// <summary>Fees of orders that were paid to it in cash (1210).</summary>
    CashFees,

    /// <summary>Its balance is below zero (2030).</summary>
    Balance,
}

/// <summary>A shop paid what it owes, or a part of it, by transfer: what came in at the bank, recorded once and never changed.</summary>
public sealed class ShopPayment
{
    ShopPayment() { }

    public ShopPaymentId Id { get; private set; }
    public StoreId StoreId { get; private set; }
    public ShopDebt Debt { get; private set; }
    public Rupiah Amount { get; private set; }

    /// <summary>Where it came in: 1020 or 1021.</summary>
    public int Account { get; private set; }

    /// <summary>The bank's, once for each account; its line is matched by it.</summary>
    public string Reference { get; private set; } = "";
    public DateOnly ReceivedOn { get; private set; }
    public UserId RecordedBy { get; private set; }
    public DateTimeOffset RecordedAt { get; private set; }

    /// <param name="open">What the shop owes of this kind.</param>
    /// <exception cref="RuleBroken"><c>claim.amount</c>, <c>claim.account</c>, <c>claim.reference</c>, <c>claim.day</c></exception>
    public static ShopPayment Record(StoreId store, ShopDebt debt, Rupiah open, ClaimMoney money, UserId by, DateTimeOffset now) => new()
    {
        Id = ShopPaymentId.New(now),
        StoreId = store,
        Debt = debt,
        Reference = money.Check(open, now),
        Amount = money.Amount,
        Account = money.Account,
        ReceivedOn = money.On,
        RecordedBy = by,
        RecordedAt = now,
    };
}
