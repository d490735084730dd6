using Komeji.Domain.Common;

namespace Komeji.Domain.Shipping;

public enum ShipmentKind
{
    Courier,

    /// <summary>Collected at the shop.</summary>
    Pickup,

    /// <summary>Nothing travels: work by appointment.</summary>
    Service,

    /// <summary>The shop brings it (Antar Penjual).</summary>
    SellerDelivery,

    /// <summary>Collected at a community point (Titik Ambil Komunitas).</summary>
    CommunityPoint,
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
        ShipmentState.Prepared => [ShipmentState.ReadyForPickup, ShipmentState.HandedToCourier, ShipmentState.InTransit, ShipmentState.Cancelled],
        ShipmentState.ReadyForPickup => [ShipmentState.Delivered, ShipmentState.ReturnedToSender, ShipmentState.Cancelled],
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
    readonly List<ShipmentLine> lines = [];

    Shipment() { }

    public ShipmentId Id { get; private set; }
    public OrderId OrderId { get; private set; }

    /// <summary>What it replaces or brings after, where a complaint or a claim ended so; null for the parcels the order itself was sent in.</summary>
    public ReplacementId? ReplacementId { get; private set; }
    public ShipmentKind Kind { get; private set; }
    public ShipmentState State { get; private set; }
    public string Courier { get; private set; } = "";
    public string Service { get; private set; } = "";

    /// <summary>Nomor resi, typed by the seller.</summary>
    public string TrackingNumber { get; private set; } = "";

    /// <summary>Key of the photo the shop proved the arrival with.</summary>
    public string? Proof { get; private set; }
    public DateTimeOffset PreparedAt { get; private set; }
    public DateTimeOffset? HandedOverAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What is in it, as far as it left the shop; parcels of earlier days held the whole order and name nothing.</summary>
    public IReadOnlyList<ShipmentLine> Lines => lines;

    /// <summary>It left the shop and has not come to an end.</summary>
    public bool IsUnderWay => EndedAt is null && HandedOverAt is not null;

    public static Shipment Prepare(OrderId orderId, ShipmentKind kind, string courier, string service, DateTimeOffset now, ReplacementId? replacement = null) =>
        new() { Id = ShipmentId.New(now), OrderId = orderId, ReplacementId = replacement, Kind = kind, State = ShipmentState.Prepared, Courier = courier, Service = service, PreparedAt = now };

    /// <summary>What goes into it; only while it is being packed.</summary>
    /// <exception cref="RuleBroken"><c>shipment.illegal_move</c></exception>
    public void Pack(IEnumerable<(OrderLineId Line, int Pieces)> contents)
    {
        if (State != ShipmentState.Prepared)
        {
            throw IllegalMove();
        }

        lines.Clear();
        lines.AddRange(contents.Where(c => c.Pieces > 0).Select(c => new ShipmentLine(Id, c.Line, c.Pieces)));
    }

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

    /// <summary>The shop brings it to the buyer itself.</summary>
    public void SetOut(Actor actor, DateTimeOffset now)
    {
        Move(ShipmentState.InTransit, actor, now, "set_out");
        HandedOverAt = now;
    }

    public void WaitForPickup(Actor actor, DateTimeOffset now) => Move(ShipmentState.ReadyForPickup, actor, now, "ready");

    /// <summary>Nobody collected it at the community point; it waits there for the shop to fetch it.</summary>
    public void SendBack(Actor actor, DateTimeOffset now) => Move(ShipmentState.ReturnedToSender, actor, now, "returned_to_sender");

    /// <summary>The shop has fetched what nobody collected.</summary>
    public void FetchBack(Actor actor, DateTimeOffset now)
    {
        Move(ShipmentState.ReceivedBack, actor, now, "received_back");
        EndedAt = now;
    }

    /// <param name="proof">Key of a photo, where one was taken.</param>
    public void Deliver(Actor actor, DateTimeOffset now, string? proof = null)
    {
        Move(ShipmentState.Delivered, actor, now, "delivered");
        (Proof, EndedAt) = (proof ?? Proof, now);
    }

    /// <summary>The shop shows a photo of the arrival while an officer looks whether it came.</summary>
    /// <param name="proof">Key of the photo.</param>
    /// <exception cref="RuleBroken"><c>shipment.proof_shown</c></exception>
    public void Show(string proof) => Proof = Proof is null
        ? proof
        : throw new RuleBroken("shipment.proof_shown", "Foto bukti terima paket ini sudah tersimpan, dan petugas melihatnya. Tulis penjelasan tambahan di percakapan komplainnya.");

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

    /// <summary>The courier admits that it cannot be found.</summary>
    public void Lose(Actor actor, DateTimeOffset now)
    {
        Move(ShipmentState.Lost, actor, now, "lost");
        EndedAt = now;
    }

    void Move(ShipmentState to, Actor actor, DateTimeOffset now, string reasonCode)
    {
        if (!ShipmentMoves.From(State).Contains(to))
        {
            throw IllegalMove();
        }

        Record(new StateChange("shipment", Id.Value, State.ToString(), to.ToString(), actor, now, reasonCode));
        State = to;
    }

    static RuleBroken IllegalMove() =>
        new("shipment.illegal_move", "Status pengiriman sudah berubah. Muat ulang halaman untuk melihat status terbaru.");
}

/// <summary>Pieces of one order line in a parcel.</summary>
public sealed class ShipmentLine
{
    ShipmentLine() { }

    internal ShipmentLine(ShipmentId shipmentId, OrderLineId orderLineId, int pieces)
    {
        ShipmentId = shipmentId;
        OrderLineId = orderLineId;
        Pieces = pieces;
    }

    public ShipmentId ShipmentId { get; private set; }
    public OrderLineId OrderLineId { get; private set; }
    public int Pieces { get; private set; }
}
