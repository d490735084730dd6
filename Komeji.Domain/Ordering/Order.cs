using Komeji.Domain.Common;
using Komeji.Domain.Shipping;

namespace Komeji.Domain.Ordering;

/// <summary>
/// What one buyer bought from one shop (Pesanan). Several orders paid at once make a <see cref="Purchase"/>.
/// Amounts of money are frozen here when it is paid; the ledger books them.
/// </summary>
public sealed class Order : StatefulAggregate
{
    public const int PickupTries = 5;

    readonly List<OrderLine> lines = [];
    readonly List<OrderTimer> timers = [];

    Order() { }

    public OrderId Id { get; private set; }

    /// <summary><c>KMJ-yyyyMMdd-XXXXXX</c>, the day in WIB.</summary>
    public string Number { get; private set; } = "";

    /// <summary>A number drawn when it was placed; it decides who gets the odd rupiah in a tie, and nothing else.</summary>
    public long Sequence { get; private set; }
    public PurchaseId PurchaseId { get; private set; }
    public UserId BuyerId { get; private set; }
    public StoreId StoreId { get; private set; }
    public string StoreName { get; private set; } = "";
    public OrderState State { get; private set; }
    public ShippingChoice Shipping { get; private set; } = null!;
    public Destination Destination { get; private set; } = null!;
    public string BuyerNote { get; private set; } = "";

    /// <summary>Working days the shop needs before it ships, the longest of its lines.</summary>
    public int HandlingDays { get; private set; }

    /// <summary>Goods after the shop's own discounts.</summary>
    public Rupiah Goods { get; private set; }

    /// <summary>Service fee on the goods, the sum of the lines' fees.</summary>
    public Rupiah Fee { get; private set; }

    /// <summary>PPN on the fee.</summary>
    public Rupiah Vat { get; private set; }

    /// <summary>PPh 22 withheld from the seller; 0 unless the cooperative is appointed.</summary>
    public Rupiah IncomeTax { get; private set; }

    /// <summary>This order's part of what the payment provider charged.</summary>
    public Rupiah ProviderCost { get; private set; }

    public DateTimeOffset PlacedAt { get; private set; }
    public DateTimeOffset? PaidAt { get; private set; }
    public DateTimeOffset? AcceptedAt { get; private set; }
    public DateTimeOffset? PromisedBy { get; private set; }
    public DateTimeOffset? ShippedAt { get; private set; }
    public DateTimeOffset? DeliveredAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public DateTimeOffset? CancellationAskedAt { get; private set; }
    public string CancellationReason { get; private set; } = "";

    /// <summary>The buyer said the parcel has not come; it no longer counts as delivered by itself.</summary>
    public DateTimeOffset? NotArrivedAt { get; private set; }
    public bool CheckingExtended { get; private set; }

    public string? PickupCode { get; private set; }
    public int PickupFailures { get; private set; }

    public IReadOnlyList<OrderLine> Lines => lines;
    public IReadOnlyList<OrderTimer> Timers => timers;

    /// <summary>What the buyer pays for this order.</summary>
    public Rupiah Total => Goods + Shipping.Fee;

    /// <summary>The clock that runs out next; null when nothing happens by itself.</summary>
    public OrderTimer? NextTimer => timers.Where(t => t.IsRunning).OrderBy(t => t.DueAt).FirstOrDefault();

    /// <exception cref="RuleBroken"><c>order.empty</c>, <c>order.too_large</c></exception>
    internal static Order Place(OrderDraft draft, PurchaseId purchaseId, UserId buyerId, Destination destination, DateTimeOffset now)
    {
        if (draft.Lines.Count == 0)
        {
            throw new RuleBroken("order.empty", "Keranjang Anda kosong. Pilih barang dahulu.");
        }

        var order = new Order
        {
            Id = OrderId.New(now),
            Number = draft.Number,
            Sequence = draft.Sequence,
            PurchaseId = purchaseId,
            BuyerId = buyerId,
            StoreId = draft.StoreId,
            StoreName = draft.StoreName,
            State = OrderState.AwaitingPayment,
            Shipping = draft.Shipping,
            Destination = destination,
            BuyerNote = draft.BuyerNote,
            HandlingDays = draft.HandlingDays,
            PlacedAt = now,
        };
        order.lines.AddRange(draft.Lines.Select(line => new OrderLine(order.Id, line, now)));
        order.Goods = Rupiah.Sum(order.lines.Select(l => l.Total));
        if (order.Total > Rupiah.Largest)
        {
            throw new RuleBroken("order.too_large", $"Total satu pesanan paling banyak {Rupiah.Largest}. Kurangi jumlah barang.");
        }

        order.Raise(new OrderPlaced(order.Id, purchaseId));
        return order;
    }

    /// <summary>The money is held: fees freeze and the shop is asked.</summary>
    /// <exception cref="RuleBroken"><c>order.illegal_move</c></exception>
    public void Pay(FeeTerms fees, OrderTerms terms, DateTimeOffset now)
    {
        Move(OrderState.AwaitingSeller, Actor.System, now, "paid");
        PaidAt = now;
        foreach (var line in lines)
        {
            line.Freeze(fees);
        }

        Fee = Rupiah.Sum(lines.Select(l => l.Fee));
        Vat = fees.VatRate.Of(Fee, fees.VatRounding);
        StartTimer(OrderTimerAction.CancelUnaccepted, terms.AcceptBy(now), now);
        Raise(new OrderPaid(Id));
    }

    /// <summary>Nobody paid in time.</summary>
    public void Expire(DateTimeOffset now)
    {
        Move(OrderState.Expired, Actor.System, now, "payment_expired");
        EndedAt = now;
        Raise(new OrderExpired(Id));
    }

    /// <summary>The provider's cost of the payment, as far as it is known before the money is released.</summary>
    public void BearProviderCost(Rupiah cost)
    {
        if (!OrderMoves.IsFinal(State))
        {
            ProviderCost = cost;
        }
    }

    public void Accept(Actor actor, OrderTerms terms, DateTimeOffset now)
    {
        Move(OrderState.Processing, actor, now, "accepted");
        AcceptedAt = now;
        PromisedBy = terms.PromisedBy(now, HandlingDays);
        StartTimer(OrderTimerAction.CancelUnshipped, terms.ShipBy(PromisedBy.Value), now);
        Raise(new OrderAccepted(Id));
    }

    /// <summary>The shop cannot serve it; the buyer gets everything back.</summary>
    /// <exception cref="RuleBroken"><c>order.reason_required</c>, <c>order.illegal_move</c></exception>
    public void Decline(Actor actor, string reason, DateTimeOffset now)
    {
        if (State is not (OrderState.AwaitingSeller or OrderState.Processing))
        {
            OrderMoves.Ensure(State, OrderState.Processing);
        }

        Cancel(actor, "declined_by_seller", Reason(reason), now);
    }

    /// <summary>
    /// The buyer no longer wants it. Before the shop accepts that ends it at once; while the shop is working on it the
    /// shop is asked, and its silence agrees.
    /// </summary>
    /// <returns>True when it is cancelled, false when the shop has been asked.</returns>
    /// <exception cref="RuleBroken"><c>order.reason_required</c>, <c>order.cancellation_asked</c>, <c>order.illegal_move</c></exception>
    public bool CancelByBuyer(Actor actor, string reason, OrderTerms terms, DateTimeOffset now)
    {
        var why = Reason(reason);
        if (State is not OrderState.Processing)
        {
            if (State is not (OrderState.AwaitingPayment or OrderState.AwaitingSeller))
            {
                OrderMoves.Ensure(State, OrderState.Expired);
            }

            Cancel(actor, "cancelled_by_buyer", why, now);
            return true;
        }

        if (CancellationAskedAt is not null)
        {
            throw new RuleBroken("order.cancellation_asked", "Permintaan pembatalan sudah dikirim. Tunggu jawaban penjual.");
        }

        CancellationAskedAt = now;
        CancellationReason = why;
        StartTimer(OrderTimerAction.AgreeToCancel, now + terms.CancelAnswer, now);
        Raise(new CancellationAsked(Id));
        return false;
    }

    /// <exception cref="RuleBroken"><c>order.no_cancellation_asked</c></exception>
    public void AgreeToCancel(Actor actor, DateTimeOffset now)
    {
        RequireCancellationAsked();
        Cancel(actor, "cancellation_agreed", CancellationReason, now);
    }

    /// <summary>The shop goes on, for instance because the parcel is already packed.</summary>
    /// <exception cref="RuleBroken"><c>order.no_cancellation_asked</c>, <c>order.reason_required</c></exception>
    public void RefuseToCancel(Actor actor, string reason, DateTimeOffset now)
    {
        RequireCancellationAsked();
        Record(Step(State, State, actor, now, "cancellation_refused", Reason(reason)));
        CancellationAskedAt = null;
        EndTimers(now, OrderTimerAction.AgreeToCancel);
        Raise(new CancellationRefused(Id));
    }

    /// <summary>The parcel is with the courier under a tracking number.</summary>
    /// <exception cref="RuleBroken"><c>order.not_by_courier</c>, <c>order.illegal_move</c></exception>
    public void Ship(Actor actor, OrderTerms terms, DateTimeOffset now)
    {
        if (Shipping.Kind != ShipmentKind.Courier)
        {
            throw new RuleBroken("order.not_by_courier", "Pesanan ini diambil pembeli, jadi tidak perlu nomor resi.");
        }

        Move(OrderState.Shipped, actor, now, "shipped");
        ShippedAt = now;
        CancellationAskedAt = null;
        StartTimer(OrderTimerAction.AssumeDelivered, now.AddDays(Shipping.EtaMaxDays + terms.AssumeDeliveredDays), now);
        Raise(new OrderShipped(Id));
    }

    /// <summary>The goods wait at the shop; the buyer gets a six-digit code to show there.</summary>
    /// <exception cref="RuleBroken"><c>order.not_for_pickup</c>, <c>order.illegal_move</c></exception>
    public void MakeReady(Actor actor, string pickupCode, OrderTerms terms, DateTimeOffset now)
    {
        if (Shipping.Kind != ShipmentKind.Pickup)
        {
            throw new RuleBroken("order.not_for_pickup", "Pesanan ini dikirim dengan kurir. Isi nomor resinya.");
        }

        Move(OrderState.ReadyForPickup, actor, now, "ready_for_pickup");
        PickupCode = pickupCode;
        CancellationAskedAt = null;
        for (var day = 1; day < terms.PickupDays; day++)
        {
            StartTimer(OrderTimerAction.RemindPickup, now.AddDays(day), now);
        }

        StartTimer(OrderTimerAction.CancelUncollected, now.AddDays(terms.PickupDays), now);
        Raise(new OrderReadyForPickup(Id));
    }

    /// <summary>The buyer shows the code at the shop. A wrong code is remembered; after five only an operator helps.</summary>
    /// <returns>Whether the code was right and the goods are handed over.</returns>
    /// <exception cref="RuleBroken"><c>order.not_ready</c>, <c>order.pickup_locked</c></exception>
    public bool HandOver(Actor actor, string code, OrderTerms terms, DateTimeOffset now)
    {
        if (State != OrderState.ReadyForPickup)
        {
            throw new RuleBroken("order.not_ready", "Pesanan ini tidak sedang menunggu diambil.");
        }

        if (PickupFailures >= PickupTries)
        {
            throw new RuleBroken("order.pickup_locked", "Kode salah lima kali. Hubungi operator Komeji agar pesanan bisa diserahkan.");
        }

        if (!string.Equals(PickupCode, code.Trim(), StringComparison.Ordinal))
        {
            PickupFailures++;
            return false;
        }

        Deliver(actor, "picked_up", null, terms, now);
        return true;
    }

    /// <summary>The shop shows proof that the parcel came: a photo and who took it.</summary>
    /// <exception cref="RuleBroken"><c>order.proof_required</c>, <c>order.illegal_move</c></exception>
    public void ProveDelivery(Actor actor, string receiver, string proofKey, OrderTerms terms, DateTimeOffset now)
    {
        if (State != OrderState.Shipped || string.IsNullOrWhiteSpace(receiver) || string.IsNullOrWhiteSpace(proofKey))
        {
            throw new RuleBroken("order.proof_required", "Isi nama penerima dan unggah foto bukti terima.");
        }

        Deliver(actor, "proof_of_delivery", $"Diterima {receiver.Trim()} ({proofKey})", terms, now);
    }

    /// <summary>The buyer has the goods and is content: the money goes to the shop.</summary>
    /// <exception cref="RuleBroken"><c>order.illegal_move</c></exception>
    public void ConfirmReceived(Actor actor, OrderTerms terms, DateTimeOffset now)
    {
        if (State == OrderState.Shipped)
        {
            Deliver(actor, "confirmed_by_buyer", null, terms, now);
        }

        Complete(actor, now);
    }

    /// <summary>The buyer says the parcel has not come: it no longer counts as delivered by itself, and an operator looks.</summary>
    /// <exception cref="RuleBroken"><c>order.not_shipped</c></exception>
    public void ReportNotArrived(Actor actor, DateTimeOffset now)
    {
        if (State != OrderState.Shipped)
        {
            throw new RuleBroken("order.not_shipped", "Pesanan ini tidak sedang dalam pengiriman.");
        }

        if (NotArrivedAt is null)
        {
            NotArrivedAt = now;
            EndTimers(now, OrderTimerAction.AssumeDelivered);
            Record(Step(State, State, actor, now, "not_arrived", null));
            Raise(new OrderNotArrived(Id));
        }
    }

    /// <summary>The buyer needs longer to check the goods. Once.</summary>
    /// <exception cref="RuleBroken"><c>order.not_extendable</c></exception>
    public void ExtendChecking(Actor actor, OrderTerms terms, DateTimeOffset now)
    {
        if (State != OrderState.Delivered || CheckingExtended)
        {
            throw new RuleBroken("order.not_extendable", "Waktu pemeriksaan hanya bisa diperpanjang sekali, setelah barang sampai.");
        }

        CheckingExtended = true;
        timers.Single(t => t.IsRunning && t.Action == OrderTimerAction.Complete).Extend(TimeSpan.FromDays(terms.ExtendDays));
        Record(Step(State, State, actor, now, "checking_extended", null));
    }

    /// <summary>Does what a clock that ran out asks for. A clock already ended does nothing.</summary>
    public void RunOut(TimerId timerId, OrderTerms terms, DateTimeOffset now)
    {
        var timer = timers.Single(t => t.Id == timerId);
        if (!timer.IsRunning || timer.DueAt > now)
        {
            return;
        }

        timer.End(now);
        switch (timer.Action)
        {
            case OrderTimerAction.CancelUnaccepted:
                Cancel(Actor.System, "not_accepted_in_time", null, now);
                break;
            case OrderTimerAction.CancelUnshipped:
                Cancel(Actor.System, "not_shipped_in_time", null, now);
                break;
            case OrderTimerAction.AgreeToCancel:
                Cancel(Actor.System, "cancellation_unanswered", CancellationReason, now);
                break;
            case OrderTimerAction.RemindPickup:
                Raise(new PickupReminded(Id));
                break;
            case OrderTimerAction.CancelUncollected:
                Cancel(Actor.System, "not_collected_in_time", null, now);
                break;
            case OrderTimerAction.AssumeDelivered:
                Deliver(Actor.System, "assumed_delivered", null, terms, now);
                break;
            case OrderTimerAction.Complete:
                Complete(Actor.System, now);
                break;
            default:
                throw new InvalidOperationException($"Unknown timer {timer.Action}.");
        }
    }

    void Deliver(Actor actor, string reasonCode, string? note, OrderTerms terms, DateTimeOffset now)
    {
        Move(OrderState.Delivered, actor, now, reasonCode, note);
        DeliveredAt = now;
        StartTimer(OrderTimerAction.Complete, terms.CompleteAt(now), now);
        Raise(new OrderDelivered(Id));
    }

    void Complete(Actor actor, DateTimeOffset now)
    {
        Move(OrderState.Completed, actor, now, actor.UserId is null ? "checking_time_over" : "confirmed_by_buyer");
        EndedAt = now;
        Raise(new OrderCompleted(Id));
    }

    void Cancel(Actor actor, string reasonCode, string? note, DateTimeOffset now)
    {
        var wasPaid = State != OrderState.AwaitingPayment;
        Move(OrderState.Cancelled, actor, now, reasonCode, note);
        EndedAt = now;
        Raise(new OrderCancelled(Id, wasPaid, reasonCode));
    }

    void Move(OrderState to, Actor actor, DateTimeOffset now, string reasonCode, string? note = null)
    {
        OrderMoves.Ensure(State, to);
        Record(Step(State, to, actor, now, reasonCode, note));
        State = to;
        foreach (var timer in timers)
        {
            timer.End(now);
        }
    }

    void StartTimer(OrderTimerAction action, DateTimeOffset dueAt, DateTimeOffset now) =>
        timers.Add(new OrderTimer(Id, action, dueAt, now));

    void EndTimers(DateTimeOffset now, OrderTimerAction action)
    {
        foreach (var timer in timers.Where(t => t.Action == action))
        {
            timer.End(now);
        }
    }

    StateChange Step(OrderState from, OrderState to, Actor actor, DateTimeOffset now, string reasonCode, string? note) =>
        new("order", Id.Value, from.ToString(), to.ToString(), actor, now, reasonCode, note);

    void RequireCancellationAsked()
    {
        if (CancellationAskedAt is null || State != OrderState.Processing)
        {
            throw new RuleBroken("order.no_cancellation_asked", "Pembeli tidak sedang meminta pembatalan.");
        }
    }

    static string Reason(string reason)
    {
        var trimmed = reason.Trim();
        return trimmed.Length is >= 3 and <= 500
            ? trimmed
            : throw new RuleBroken("order.reason_required", "Tulis alasannya, 3 sampai 500 huruf.");
    }
}

/// <summary>One shop's part of a checkout, priced from the catalogue at the moment of placing.</summary>
public sealed record OrderDraft(
    string Number,
    long Sequence,
    StoreId StoreId,
    string StoreName,
    IReadOnlyList<OrderLineDraft> Lines,
    ShippingChoice Shipping,
    int HandlingDays,
    string BuyerNote);
