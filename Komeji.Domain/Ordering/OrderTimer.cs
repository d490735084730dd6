using Komeji.Domain.Common;

namespace Komeji.Domain.Ordering;

/// <summary>What happens to an order by itself when nobody acts.</summary>
public enum OrderTimerAction
{
    CancelUnaccepted,
    CancelUnshipped,
    CancelUndone,
    RemindAppointment,
    AgreeToCancel,
    RemindPickup,
    CancelUncollected,
    AssumeDelivered,
    Complete,

    /// <summary>The shop says that it gave the cash back, and the buyer does not deny it.</summary>
    AcceptCashBack,
}

/// <summary>A clock of an order. It is shown to both sides before it runs out; it ends once, by running out or by a step of somebody.</summary>
public sealed class OrderTimer
{
    OrderTimer() { }

    internal OrderTimer(OrderId orderId, OrderTimerAction action, DateTimeOffset dueAt, DateTimeOffset now)
    {
        Id = TimerId.New(now);
        OrderId = orderId;
        Action = action;
        DueAt = dueAt;
    }

    public TimerId Id { get; private set; }
    public OrderId OrderId { get; private set; }
    public OrderTimerAction Action { get; private set; }
    public DateTimeOffset DueAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public bool IsRunning => EndedAt is null;

    internal void End(DateTimeOffset now) => EndedAt ??= now;

    internal void Extend(TimeSpan by) => DueAt += by;
}
