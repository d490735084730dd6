using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Shipping;
using Komeji.Domain.Taxes;

namespace Komeji.Domain.Ordering;

/// <summary>
/// What one buyer bought from one shop (Pesanan). Several orders paid at once make a <see cref="Purchase"/>.
/// Amounts of money are frozen here when it is paid; the ledger books them.
/// </summary>
public sealed partial class Order : StatefulAggregate
{
    public const int PickupTries = 5;
    public const int LongestNote = 300;

    /// <summary>Characters of an order's or a purchase's number.</summary>
    public const int NumberLength = 19;

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

    /// <summary>Service fee on the goods that are not cancelled, the sum of the lines' fees.</summary>
    public Rupiah Fee { get; private set; }

    /// <summary>PPN on the fee.</summary>
    public Rupiah Vat { get; private set; }

    /// <summary>PPh 22 withheld from the seller; 0 unless the cooperative is appointed.</summary>
    public Rupiah IncomeTax { get; private set; }

    /// <summary>This order's part of what the payment provider charged.</summary>
    public Rupiah ProviderCost { get; private set; }

    public DateTimeOffset PlacedAt { get; private set; }

    /// <summary>When the shop was asked: the money is held, or the buyer will pay the shop in cash.</summary>
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

    /// <summary>Key of the photo the shop proved the delivery with.</summary>
    public string? DeliveryProof { get; private set; }

    public string? PickupCode { get; private set; }
    public int PickupFailures { get; private set; }

    public IReadOnlyList<OrderLine> Lines => lines;
    public IReadOnlyList<OrderTimer> Timers => timers;

    /// <summary>The voucher of its purchase, where it took something off this order.</summary>
    public VoucherId? VoucherId { get; private set; }
    public string VoucherCode { get; private set; } = "";

    /// <summary>Of the goods, what the cooperative pays instead of the buyer: a voucher's part.</summary>
    public Rupiah CooperativeDiscount { get; private set; }

    /// <summary>What is held for it, whoever paid it: goods after the shop's own discounts, and shipping.</summary>
    public Rupiah Held => Goods + Shipping.Fee;

    /// <summary>What the buyer paid for this order.</summary>
    public Rupiah Total => Held - CooperativeDiscount;

    /// <summary>The clock that runs out next; null when nothing happens by itself.</summary>
    public OrderTimer? NextTimer => timers.Where(t => t.IsRunning).OrderBy(t => t.DueAt).FirstOrDefault();

    /// <exception cref="RuleBroken"><c>order.empty</c>, <c>order.note</c>, <c>order.too_large</c>, <c>order.cash_way</c></exception>
    internal static Order Place(OrderDraft draft, PurchaseId purchaseId, UserId buyerId, Destination destination, DateTimeOffset now)
    {
        if (draft.Lines.Count == 0)
        {
            throw new RuleBroken("order.empty", "Keranjang Anda kosong. Pilih barang dahulu.");
        }

        if (draft.BuyerNote.Length > LongestNote)
        {
            throw new RuleBroken("order.note", $"Catatan untuk penjual paling panjang {LongestNote} huruf.");
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
            Destination = draft.Shipping.Travels || draft.Appointment is { Place: ServicePlace.AtBuyer } ? destination : destination.WithoutPlace(),
            BuyerNote = draft.BuyerNote,
            HandlingDays = draft.HandlingDays,
            PlacedAt = now,
            Appointment = draft.Appointment is { } agreed ? new Appointment(agreed) : null,
            PaysInCash = draft.InCash && RequireAtTheDoor(draft),
            VoucherId = draft.VoucherId,
            VoucherCode = draft.VoucherCode,
        };
        order.lines.AddRange(draft.Lines.Select(line => new OrderLine(order.Id, line, now)));
        order.Goods = Rupiah.Sum(order.lines.Select(l => l.Total));
        order.CooperativeDiscount = Rupiah.Sum(order.lines.Select(l => l.CooperativeDiscount));
        if (order.Held > Rupiah.Largest)
        {
            throw new RuleBroken("order.too_large", $"Total satu pesanan paling banyak {Rupiah.Largest}. Kurangi jumlah barang.");
        }

        order.Record(new StateChange("order", order.Id.Value, "", nameof(OrderState.AwaitingPayment), Actor.Buyer(buyerId.Value), now, "placed"));
        order.Raise(new OrderPlaced(order.Id, purchaseId));
        return order;
    }

    /// <summary>The money is held, or will be paid to the shop in cash: fees freeze and the shop is asked.</summary>
    /// <exception cref="RuleBroken"><c>order.illegal_move</c></exception>
    public void Pay(FeeTerms fees, OrderTerms terms, DateTimeOffset now)
    {
        Move(OrderState.AwaitingSeller, Actor.System, now, PaysInCash ? "cash_agreed" : "paid");
        PaidAt = now;
        foreach (var line in lines)
        {
            line.Freeze(fees);
        }

        Fee = Rupiah.Sum(lines.Select(l => l.Fee));
        (VatRate, VatRounding, VatRuleId) = (fees.VatRate, fees.VatRounding, fees.VatRuleId);
        Vat = VatRate.Of(Fee, VatRounding);
        StartTimer(OrderTimerAction.CancelUnaccepted, AcceptBy(terms, now), now);
        Raise(new OrderPaid(Id));
    }

    /// <summary>
    /// The tax point has come: which rule of PPh 22 holds, whether it is withheld and at which rate freezes here, once. What is decided
    /// later, a statement of the seller among it, does not reach this order.
    /// </summary>
    public void FreezeIncomeTax(Withholding withholding)
    {
        if (IncomeTaxRuleId is null)
        {
            (IncomeTaxRuleId, IncomeTaxStanding) = (withholding.RuleId, withholding.Standing);
            (IncomeTaxRate, IncomeTaxRounding) = (withholding.Rate, withholding.Rounding);
            IncomeTax = IncomeTaxRate.Of(KeptGoods, IncomeTaxRounding);
        }
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

    /// <exception cref="RuleBroken"><c>order.is_service</c>, <c>order.illegal_move</c></exception>
    public void Accept(Actor actor, OrderTerms terms, DateTimeOffset now)
    {
        RequireGoods();
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
        Require(State is OrderState.AwaitingSeller or OrderState.Processing);
        Cancel(actor, "declined_by_seller", Reason(reason), now);
    }

    /// <summary>The buyer gives up the purchase this order is part of, before paying.</summary>
    internal void CancelUnpaid(Actor actor, string reason, DateTimeOffset now)
    {
        Require(State == OrderState.AwaitingPayment);
        Cancel(actor, "cancelled_by_buyer", Reason(reason), now);
    }

    /// <summary>
    /// The buyer no longer wants what is paid. Before the shop accepts that ends it at once; while the shop is working on it
    /// the shop is asked, and its silence agrees; of a service early enough, or when the shop did not come, that needs no asking.
    /// (An unpaid purchase is given up as a whole.)
    /// </summary>
    /// <returns>True when it is cancelled, false when the shop has been asked.</returns>
    /// <exception cref="RuleBroken"><c>order.reason_required</c>, <c>order.cancellation_asked</c>, <c>order.service_started</c>, <c>order.illegal_move</c></exception>
    public bool CancelByBuyer(Actor actor, string reason, OrderTerms terms, DateTimeOffset now)
    {
        Require(State is OrderState.AwaitingSeller or OrderState.Processing);
        var why = Reason(reason);
        RequireNotStarted();
        if (State == OrderState.AwaitingSeller || LeavesFreely(terms, now))
        {
            Cancel(actor, "cancelled_by_buyer", why, now);
            return true;
        }

        if (CancellationAskedAt is not null)
        {
            throw new RuleBroken("order.cancellation_asked", "Permintaan pembatalan sudah dikirim. Tunggu jawaban penjual.");
        }

        CancellationAskedAt = now;
        CancellationReason = why;
        Record(Step(State, State, actor, now, "cancellation_asked", why));
        StartTimer(OrderTimerAction.AgreeToCancel, AnswerBy(terms, now), now);
        Raise(new CancellationAsked(Id));
        return false;
    }

    /// <summary>The cooperative ends a paid order before the goods left the shop; the buyer gets everything back.</summary>
    /// <exception cref="RuleBroken"><c>order.reason_required</c>, <c>order.cash_not_back</c>, <c>order.illegal_move</c></exception>
    public void CancelByStaff(Actor actor, string reason, DateTimeOffset now)
    {
        if (IsCashAtTheDoor)
        {
            RequireCashBack();
            if (State == OrderState.ReturnedToSender)
            {
                Cancel(actor, "not_taken", Reason(reason), now);
                return;
            }

            EndRefunded(actor, "refunded_by_decision", Reason(reason), now);
            return;
        }

        Require(State is OrderState.AwaitingSeller or OrderState.Processing or OrderState.ReadyForPickup);
        Cancel(actor, "cancelled_by_staff", Reason(reason), now);
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

    /// <summary>Refuses a verb that this state does not know, in the words of an illegal move.</summary>
    static void Require(bool known)
    {
        if (!known)
        {
            throw OrderMoves.Illegal();
        }
    }

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
    string BuyerNote,
    AppointmentDraft? Appointment = null)
{
    /// <summary>The buyer pays the shop in cash when the goods are handed over.</summary>
    public bool InCash { get; init; }

    public VoucherId? VoucherId { get; init; }

    public string VoucherCode { get; init; } = "";
}
