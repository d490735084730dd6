using Komeji.Domain.Ordering;

namespace Komeji.Application.Ordering;

/// <summary>How buyers know their orders: the tabs of the list.</summary>
public enum OrderGroup
{
    All,
    Unpaid,
    Packing,
    Sent,
    Done,
    Ended,
}

public static class OrderGroups
{
    /// <summary>Every state is in exactly one group; <see cref="OrderGroup.All"/> names none.</summary>
    public static IReadOnlyList<OrderState> StatesOf(OrderGroup group) => group switch
    {
        OrderGroup.Unpaid => [OrderState.AwaitingPayment],
        OrderGroup.Packing => [OrderState.AwaitingSeller, OrderState.Processing, OrderState.PartiallyShipped, OrderState.ReadyForPickup],
        OrderGroup.Sent => [OrderState.Shipped, OrderState.ReturnedToSender, OrderState.Delivered],
        OrderGroup.Done => [OrderState.Completed],
        OrderGroup.Ended => [OrderState.Cancelled, OrderState.Expired, OrderState.Refunded],
        _ => [],
    };
}
