using Komeji.Domain.Common;

namespace Komeji.Domain.Shipping;

public enum ShipmentKind
{
    Courier,
    Pickup,

    /// <summary>Nothing travels: work by appointment.</summary>
    Service,
}

public enum ShipmentState
{
    Prepared,
    ReadyForPickup,
    HandedToCourier,
    InTransit,
    Delivered,
    DeliveryFailed,
    ReturnedToSender,
    ReceivedBack,
    Lost,
    Cancelled,
}

/// <summary>The legal moves of a parcel. docs/domain/shipping.md draws them; a test compares the two.</summary>
public static class ShipmentMoves
{
    public static IReadOnlyList<ShipmentState> From(ShipmentState state) => state switch
    {
        ShipmentState.Prepared => [ShipmentState.ReadyForPickup, ShipmentState.HandedToCourier, ShipmentState.Cancelled],
        ShipmentState.ReadyForPickup => [ShipmentState.Delivered, ShipmentState.Cancelled],
        ShipmentState.HandedToCourier => [ShipmentState.InTransit, ShipmentState.Delivered, ShipmentState.DeliveryFailed, ShipmentState.Lost],
        ShipmentState.InTransit => [ShipmentState.Delivered, ShipmentState.DeliveryFailed, ShipmentState.Lost],
        ShipmentState.DeliveryFailed => [ShipmentState.HandedToCourier, ShipmentState.ReturnedToSender],
        ShipmentState.ReturnedToSender => [ShipmentState.ReceivedBack, ShipmentState.Lost],
        ShipmentState.Delivered or ShipmentState.ReceivedBack or ShipmentState.Lost or ShipmentState.Cancelled => [],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

/// <summary>One parcel of an order (Pengiriman).</summary>
public sealed class Shipment : StatefulAggregate
{
    Shipment() { }

    public ShipmentId Id { get; private set; }
    public OrderId OrderId { get; private set; }
    public ShipmentKind Kind { get; private set; }
    public ShipmentState State { get; private set; }
    public string Courier { get; private set; } = "";
    public string Service { get; private set; } = "";

    /// <summary>Nomor resi, typed by the seller.</summary>
    public string TrackingNumber { get; private set; } = "";
    public DateTimeOffset PreparedAt { get; private set; }
    public DateTimeOffset? HandedOverAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public static Shipment Prepare(OrderId orderId, ShipmentKind kind, string courier, string service, DateTimeOffset now) =>
        new() { Id = ShipmentId.New(now), OrderId = orderId, Kind = kind, State = ShipmentState.Prepared, Courier = courier, Service = service, PreparedAt = now };

    /// <exception cref="RuleBroken"><c>shipment.tracking_number</c>, <c>shipment.illegal_move</c></exception>
    public void HandToCourier(string trackingNumber, Actor actor, DateTimeOffset now)
    {
        var number = trackingNumber.Trim().ToUpperInvariant();
        if (number.Length is < 6 or > 30 || !number.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            throw new RuleBroken("shipment.tracking_number", "Nomor resi berisi 6 sampai 30 huruf, angka, atau tanda hubung. Periksa kembali pada struk kurir.");
        }

        Move(ShipmentState.HandedToCourier, actor, now, "handed_over");
        TrackingNumber = number;
        HandedOverAt = now;
    }

    public void WaitForPickup(Actor actor, DateTimeOffset now) => Move(ShipmentState.ReadyForPickup, actor, now, "ready");

    public void Deliver(Actor actor, DateTimeOffset now)
    {
        Move(ShipmentState.Delivered, actor, now, "delivered");
        EndedAt = now;
    }

    public void Cancel(Actor actor, DateTimeOffset now)
    {
        Move(ShipmentState.Cancelled, actor, now, "cancelled");
        EndedAt = now;
    }

    /// <summary>The courier could not deliver it, and the shop has it again. Sending once more is another parcel.</summary>
    public void ComeBack(Actor actor, DateTimeOffset now)
    {
        Move(ShipmentState.DeliveryFailed, actor, now, "delivery_failed");
        Move(ShipmentState.ReturnedToSender, actor, now, "returned_to_sender");
        Move(ShipmentState.ReceivedBack, actor, now, "received_back");
        EndedAt = now;
    }

    void Move(ShipmentState to, Actor actor, DateTimeOffset now, string reasonCode)
    {
        if (!ShipmentMoves.From(State).Contains(to))
        {
            throw new RuleBroken("shipment.illegal_move", "Status pengiriman sudah berubah. Muat ulang halaman untuk melihat status terbaru.");
        }

        Record(new StateChange("shipment", Id.Value, State.ToString(), to.ToString(), actor, now, reasonCode));
        State = to;
    }
}
