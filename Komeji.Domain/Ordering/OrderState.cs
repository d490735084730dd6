using Komeji.Domain.Common;

namespace Komeji.Domain.Ordering;

/// <summary>Where an order stands. The pages show the Indonesian terms; the text of the name is what is stored.</summary>
public enum OrderState
{
    AwaitingPayment,
    AwaitingSeller,
    Processing,
    PartiallyShipped,
    ReadyForPickup,
    Shipped,
    ReturnedToSender,
    Delivered,
    Completed,
    Refunded,
    Cancelled,
    Expired,
}

/// <summary>The legal moves of an order. docs/domain/ordering.md draws them; a test compares the two.</summary>
public static class OrderMoves
{
    public static IReadOnlyList<OrderState> From(OrderState state) => state switch
    {
        OrderState.AwaitingPayment => [OrderState.AwaitingSeller, OrderState.Expired, OrderState.Cancelled],
        OrderState.AwaitingSeller => [OrderState.Processing, OrderState.Cancelled],
        OrderState.Processing => [OrderState.Shipped, OrderState.PartiallyShipped, OrderState.ReadyForPickup, OrderState.Delivered, OrderState.Cancelled],
        OrderState.PartiallyShipped => [OrderState.Shipped],
        OrderState.ReadyForPickup => [OrderState.Delivered, OrderState.Cancelled],
        OrderState.Shipped => [OrderState.Delivered, OrderState.ReturnedToSender],
        OrderState.ReturnedToSender => [OrderState.Shipped, OrderState.Completed, OrderState.Refunded, OrderState.Cancelled],
        OrderState.Delivered => [OrderState.Completed, OrderState.Refunded],
        OrderState.Completed or OrderState.Refunded or OrderState.Cancelled or OrderState.Expired => [],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <exception cref="RuleBroken"><c>order.illegal_move</c></exception>
    public static void Ensure(OrderState from, OrderState to)
    {
        if (!From(from).Contains(to))
        {
            throw Illegal();
        }
    }

    public static RuleBroken Illegal() =>
        new("order.illegal_move", "Status pesanan sudah berubah, jadi langkah ini tidak bisa dilakukan. Muat ulang halaman untuk melihat status terbaru.");

    public static bool IsFinal(OrderState state) => From(state).Count == 0;
}
