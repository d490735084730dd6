namespace Komeji.Domain.Promotions;

public enum VoucherState
{
    /// <summary>Written down; nobody can use it. The cooperative's part waits for a second officer, the shop's part for the shop.</summary>
    Draft,
    Active,

    /// <summary>Ended before its time. Purchases that have it keep it.</summary>
    Stopped,

    /// <summary>Its last day is over.</summary>
    Expired,

    /// <summary>It never became active.</summary>
    Dropped,
}

/// <summary>The legal moves of a voucher. docs/domain/vouchers.md draws them; a test compares the two.</summary>
public static class VoucherMoves
{
    public static IReadOnlyList<VoucherState> From(VoucherState state) => state switch
    {
        VoucherState.Draft => [VoucherState.Active, VoucherState.Dropped],
        VoucherState.Active => [VoucherState.Stopped, VoucherState.Expired],
        VoucherState.Stopped or VoucherState.Expired or VoucherState.Dropped => [],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

public enum VoucherUseState
{
    /// <summary>Its purchase waits for payment; the place is taken.</summary>
    Reserved,

    /// <summary>The purchase was paid with it.</summary>
    Used,

    /// <summary>The purchase expired or was cancelled as a whole: the place is free again.</summary>
    Returned,
}

/// <summary>The legal moves of one use. docs/domain/vouchers.md draws them; a test compares the two.</summary>
public static class VoucherUseMoves
{
    public static IReadOnlyList<VoucherUseState> From(VoucherUseState state) => state switch
    {
        VoucherUseState.Reserved => [VoucherUseState.Used, VoucherUseState.Returned],
        VoucherUseState.Used => [VoucherUseState.Returned],
        VoucherUseState.Returned => [],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
