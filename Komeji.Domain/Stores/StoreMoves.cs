namespace Komeji.Domain.Stores;

public enum StoreState
{
    /// <summary>Being told, step by step.</summary>
    Draft,

    /// <summary>Told in full; opens by itself when nothing of it needs a person's eyes, else when a person opens it.</summary>
    AwaitingReview,
    Active,

    /// <summary>Takes no new orders and is not shown; open orders, refunds and payouts go on.</summary>
    Suspended,
    Closed,
}

/// <summary>The legal moves of a shop. docs/domain/seller.md draws them; a test compares the two.</summary>
public static class StoreMoves
{
    public static IReadOnlyList<StoreState> From(StoreState state) => state switch
    {
        StoreState.Draft => [StoreState.AwaitingReview],
        StoreState.AwaitingReview => [StoreState.Active, StoreState.Closed],
        StoreState.Active => [StoreState.Suspended, StoreState.Closed],
        StoreState.Suspended => [StoreState.Active, StoreState.Suspended, StoreState.Closed],
        StoreState.Closed => [],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
