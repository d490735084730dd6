namespace Komeji.Domain.Payouts;

public enum PayoutState
{
    /// <summary>Asked for, and taken out of the shop's balance.</summary>
    Requested,

    /// <summary>Prepared by one officer; another one approves.</summary>
    AwaitingApproval,

    /// <summary>An officer looks into something; it ends by itself after some days.</summary>
    OnHold,
    Approved,

    /// <summary>In a file for the bank, or with a provider.</summary>
    Processing,
    Succeeded,

    /// <summary>The bank did not pay it; it may be tried again or given up.</summary>
    Failed,

    /// <summary>The bank's answer is not known; it is never sent a second time before it is.</summary>
    NeedsCheck,

    /// <summary>It had been paid and came back.</summary>
    Returned,
    Rejected,
    Cancelled,
}

/// <summary>The legal moves of a payout. docs/domain/payouts.md draws them; a test compares the two.</summary>
public static class PayoutMoves
{
    /// <summary>While it is in one of these its money is on account 2040.</summary>
    public static readonly IReadOnlyList<PayoutState> OnTheWay =
    [
        PayoutState.Requested, PayoutState.AwaitingApproval, PayoutState.OnHold, PayoutState.Approved, PayoutState.Processing, PayoutState.Failed, PayoutState.NeedsCheck,
    ];

    public static IReadOnlyList<PayoutState> From(PayoutState state) => state switch
    {
        PayoutState.Requested => [PayoutState.AwaitingApproval, PayoutState.Cancelled],
        PayoutState.AwaitingApproval => [PayoutState.Approved, PayoutState.OnHold, PayoutState.Rejected],
        PayoutState.OnHold => [PayoutState.AwaitingApproval, PayoutState.Rejected],
        PayoutState.Approved => [PayoutState.Processing, PayoutState.OnHold],
        PayoutState.Processing => [PayoutState.Succeeded, PayoutState.Failed, PayoutState.NeedsCheck],
        PayoutState.NeedsCheck => [PayoutState.Succeeded, PayoutState.Failed],
        PayoutState.Failed => [PayoutState.Processing, PayoutState.Cancelled, PayoutState.Succeeded],
        PayoutState.Succeeded => [PayoutState.Returned],
        PayoutState.Returned or PayoutState.Rejected or PayoutState.Cancelled => [],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
