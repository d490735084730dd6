using Komeji.Domain.Common;

namespace Komeji.Domain.Payouts;

/// <summary>The way a bank sends money.</summary>
public enum PayoutChannel
{
    BiFast,

    /// <summary>For what is above the limit of BI-FAST.</summary>
    Rtgs,
}

/// <summary>Why a payout stands still.</summary>
public enum PayoutHoldReason
{
    /// <summary>It is not sure that the account is the shop's.</summary>
    Account,

    /// <summary>Orders it comes from are disputed or complained of.</summary>
    Orders,

    /// <summary>The shop's balance is below zero.</summary>
    Debt,

    /// <summary>The law asks for a closer look.</summary>
    Compliance,
}

/// <summary>What the bank says of the name an account is kept in.</summary>
public enum AccountNaming
{
    /// <summary>It is the name the shop told, by the rule it was told by.</summary>
    Same,
    Differs,

    /// <summary>The bank knows no such account.</summary>
    NoAccount,

    /// <summary>It could not be asked.</summary>
    NoAnswer,
}

/// <summary>Where a payout goes, as it was when it was asked for: later changes of the shop's account do not lead it elsewhere.</summary>
/// <param name="Account">Masked.</param>
public sealed record PayoutAccount(string Bank, string Account, string Sealed, string Index, string Holder);

/// <summary>A payout came to be or moved.</summary>
public sealed record PayoutMoved(PayoutId PayoutId, StoreId StoreId, PayoutState To, string Note);

/// <summary>An attempt arrived besides what the books paid, and an officer decided that the shop owes it.</summary>
public sealed record ExtraPayoutOwed(PayoutId PayoutId, StoreId StoreId, PayoutAttemptId AttemptId, string Reason);

/// <summary>What the shop owed came back from the bank.</summary>
public sealed record ExtraPayoutReturned(PayoutId PayoutId, PayoutAttemptId AttemptId);

/// <summary>The bank took something for an attempt.</summary>
public sealed record PayoutCharged(PayoutId PayoutId, PayoutAttemptId AttemptId, Rupiah Charge);
