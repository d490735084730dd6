using Komeji.Domain.Common;
using Komeji.Domain.Shipping;

namespace Komeji.Domain.Ordering;

/// <summary>From the shop's door to the buyer's content, and the clocks on the way.</summary>
public sealed partial class Order
{
    /// <summary>All that is left is on its way; also once more, after a parcel came back.</summary>
    /// <exception cref="RuleBroken"><c>order.not_by_courier</c>, <c>order.illegal_move</c></exception>
    public void Ship(Actor actor, OrderTerms terms, DateTimeOffset now)
    {
        RequireTravels();
        var before = State;
        Move(OrderState.Shipped, actor, now, before switch
        {
            OrderState.PartiallyShipped => "rest_shipped",
            OrderState.ReturnedToSender => "shipped_again",
            _ => "shipped",
        });
        lines.ForEach(line => line.Send(line.Open));
        ShippedAt = now;
        NotArrivedAt = before == OrderState.ReturnedToSender ? null : NotArrivedAt;
        CancellationAskedAt = null;
        AwaitArrival(terms, now);
        Raise(new OrderShipped(Id));
    }

    /// <summary>The goods wait at the shop or a community point; the buyer gets a six-digit code to show there.</summary>
    /// <exception cref="RuleBroken"><c>order.not_for_pickup</c>, <c>order.at_point</c>, <c>order.illegal_move</c></exception>
    public void MakeReady(Actor actor, string pickupCode, OrderTerms terms, DateTimeOffset now)
    {
        if (Shipping.Kind is not (ShipmentKind.Pickup or ShipmentKind.CommunityPoint))
        {
            throw new RuleBroken("order.not_for_pickup", "Pesanan ini dikirim ke alamat pembeli. Isi pengirimannya.");
        }

        RequireKeeper(actor);

        Move(OrderState.ReadyForPickup, actor, now, "ready_for_pickup");
        PickupCode = pickupCode;
        CancellationAskedAt = null;
        for (var day = 1; day < terms.PickupDays; day++)
        {
            StartTimer(OrderTimerAction.RemindPickup, now.AddDays(day), now);
        }

        StartTimer(OrderTimerAction.CancelUncollected, now.AddDays(terms.PickupDays), now);
        Raise(new OrderReadyForPickup(Id, Shipping.Kind == ShipmentKind.CommunityPoint));
    }

    /// <summary>The buyer shows the code where it waits, or to the shop that brings it. A wrong code is remembered; after five only an operator helps.</summary>
    /// <returns>Whether the code was right and the goods are handed over.</returns>
    /// <exception cref="RuleBroken"><c>order.not_ready</c>, <c>order.at_point</c>, <c>order.pickup_locked</c></exception>
    public bool HandOver(Actor actor, string code, OrderTerms terms, DateTimeOffset now)
    {
        if (State != OrderState.ReadyForPickup && !(State == OrderState.Shipped && Shipping.Kind == ShipmentKind.SellerDelivery))
        {
            throw new RuleBroken("order.not_ready", "Pesanan ini tidak sedang menunggu diserahkan.");
        }

        RequireKeeper(actor);

        if (PickupFailures >= PickupTries)
        {
            throw new RuleBroken("order.pickup_locked", "Kode salah lima kali. Hubungi operator Komeji agar pesanan bisa diserahkan.");
        }

        if (!string.Equals(PickupCode, code.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal))
        {
            PickupFailures++;
            return false;
        }

        Deliver(actor, State == OrderState.Shipped ? "handed_over" : "picked_up", null, terms, now);
        return true;
    }

    /// <summary>The shop shows proof that the parcel came: a photo and who took it.</summary>
    /// <exception cref="RuleBroken"><c>order.proof_required</c>, <c>order.not_shipped</c>, <c>order.not_arrived</c></exception>
    public void ProveDelivery(Actor actor, string receiver, string proofKey, OrderTerms terms, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(proofKey);
        RequireShipped();
        CheckProof(receiver);
        DeliveryProof = proofKey;
        Deliver(actor, "proof_of_delivery", $"Diterima {receiver.Trim()}", terms, now);
    }

    /// <summary>Whether the shop may prove the delivery now, before it sends the photo.</summary>
    /// <exception cref="RuleBroken"><c>order.proof_required</c>, <c>order.not_shipped</c>, <c>order.not_arrived</c></exception>
    public void CheckProof(string receiver)
    {
        RequireUnderWay();
        if (receiver.Trim().Length is < 2 or > 80)
        {
            throw new RuleBroken("order.proof_required", "Isi nama penerima dan unggah foto bukti terima.");
        }

        if (NotArrivedAt is not null)
        {
            throw new RuleBroken("order.not_arrived", "Pembeli melapor paket belum sampai, jadi operator Komeji yang memeriksa. Kirim bukti Anda kepada operator.");
        }
    }

    /// <summary>The cooperative found out that the buyer has the goods.</summary>
    /// <exception cref="RuleBroken"><c>order.reason_required</c>, <c>order.illegal_move</c></exception>
    public void DeliverByStaff(Actor actor, string reason, OrderTerms terms, DateTimeOffset now)
    {
        Require(State is OrderState.Shipped or OrderState.ReadyForPickup || (State == OrderState.Processing && Appointment?.StartedAt is not null));
        Deliver(actor, "delivered_by_staff", Reason(reason), terms, now);
    }

    /// <summary>The buyer complains of goods that have come, so they have arrived.</summary>
    /// <exception cref="RuleBroken"><c>order.not_shipped</c></exception>
    public void ArriveByComplaint(Actor actor, OrderTerms terms, DateTimeOffset now)
    {
        RequireShipped();
        Deliver(actor, "arrived_by_complaint", null, terms, now);
    }

    /// <summary>The buyer has the goods and is content: the money goes to the shop. Saying it again changes nothing. Of cash the shop says so, too.</summary>
    /// <exception cref="RuleBroken"><c>order.illegal_move</c></exception>
    public void ConfirmReceived(Actor actor, OrderTerms terms, DateTimeOffset now)
    {
        if (State == OrderState.Completed)
        {
            return;
        }

        if (State == OrderState.ReturnedToSender)
        {
            ConfirmCashDespiteReturn(actor, now);
            return;
        }

        if (State == OrderState.Shipped)
        {
            Deliver(actor, "confirmed_by_buyer", null, terms, now);
        }

        if (!PaysInCash || ConfirmCash(actor, now))
        {
            Complete(actor, now);
        }
    }

    /// <summary>
    /// The buyer says that what was sent has not come: it no longer counts as delivered by itself, and an operator looks. So it stays
    /// when the rest is sent or cancelled.
    /// </summary>
    /// <exception cref="RuleBroken"><c>order.not_shipped</c></exception>
    public void ReportNotArrived(Actor actor, DateTimeOffset now)
    {
        RequireUnderWay();
        if (NotArrivedAt is null)
        {
            NotArrivedAt = now;
            EndTimers(now, OrderTimerAction.AssumeDelivered);
            Record(Step(State, State, actor, now, "not_arrived", null));
            Raise(new OrderNotArrived(Id));
        }
    }

    /// <summary>The courier could not deliver and brings the parcel back, or has lost it.</summary>
    /// <exception cref="RuleBroken"><c>order.reason_required</c>, <c>order.illegal_move</c></exception>
    public void ReturnToSender(Actor actor, string reason, DateTimeOffset now)
    {
        Move(OrderState.ReturnedToSender, actor, now, "returned_to_sender", Reason(reason));
        Raise(new OrderReturnedToSender(Id));
    }

    /// <summary>The shop gives everything back, though the goods had left it.</summary>
    /// <exception cref="RuleBroken"><c>order.reason_required</c>, <c>order.illegal_move</c></exception>
    public void RefundBySeller(Actor actor, string reason, OrderTerms terms, DateTimeOffset now)
    {
        if (PaysInCash)
        {
            EndWithoutMoney(actor, Reason(reason), terms, now);
            return;
        }

        Move(OrderState.Refunded, actor, now, "refunded_by_seller", Reason(reason));
        EndedAt = now;
        Raise(new OrderRefunded(Id, "refunded_by_seller", GiveBackRest()));
    }

    /// <summary>The buyer needs longer to check the goods. Once.</summary>
    /// <exception cref="RuleBroken"><c>order.not_extendable</c></exception>
    public void ExtendChecking(Actor actor, OrderTerms terms, DateTimeOffset now)
    {
        if (State != OrderState.Delivered || CheckingExtended || CashBackAt is not null)
        {
            throw new RuleBroken("order.not_extendable", "Waktu pemeriksaan hanya bisa diperpanjang sekali, setelah barang sampai.");
        }

        CheckingExtended = true;
        timers.Single(t => t.IsRunning && t.Action == OrderTimerAction.Complete).Extend(TimeSpan.FromDays(terms.ExtendDays));
        Record(Step(State, State, actor, now, "checking_extended", null));
    }

    /// <summary>Its money was frozen for so long and goes on now: nobody could act meanwhile, so every clock gets that time back.</summary>
    public void GoOnAfter(TimeSpan standstill)
    {
        foreach (var timer in timers.Where(t => t.IsRunning))
        {
            timer.Extend(standstill);
        }

        if (State == OrderState.Processing && Appointment is null)
        {
            PromisedBy += standstill;
        }
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
            case OrderTimerAction.CancelUnshipped when State == OrderState.PartiallyShipped:
                CancelRest(Actor.System, "rest_not_shipped_in_time", null, terms, now);
                break;
            case OrderTimerAction.CancelUnshipped:
                Cancel(Actor.System, "not_shipped_in_time", null, now);
                break;
            case OrderTimerAction.CancelUndone:
                Cancel(Actor.System, "not_done_in_time", null, now);
                break;
            case OrderTimerAction.RemindAppointment:
                Raise(new AppointmentNear(Id));
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
            case OrderTimerAction.AcceptCashBack:
                EndRefunded(Actor.System, "cash_back_unanswered", null, now);
                break;
            default:
                throw new InvalidOperationException($"Unknown timer {timer.Action}.");
        }
    }

    void Deliver(Actor actor, string reasonCode, string? note, OrderTerms terms, DateTimeOffset now)
    {
        Move(OrderState.Delivered, actor, now, reasonCode, note);
        DeliveredAt = now;
        StartTimer(OrderTimerAction.Complete, terms.CompleteAt(now, PaysInCash), now);
        Raise(new OrderDelivered(Id));
    }

    void Complete(Actor actor, DateTimeOffset now, string? reasonCode = null)
    {
        AssumeCash(now);
        Move(OrderState.Completed, actor, now, reasonCode ?? (actor.UserId is null ? "checking_time_over" : "confirmed_by_buyer"));
        EndedAt = now;
        Raise(new OrderCompleted(Id));
    }

    /// <summary>At a community point only its keeper takes in and hands over; elsewhere only the shop.</summary>
    void RequireKeeper(Actor actor)
    {
        if (Shipping.Kind == ShipmentKind.CommunityPoint != (actor.Role == Actor.KeeperRole))
        {
            throw new RuleBroken("order.at_point", "Paket ini diterima dan diserahkan oleh petugas titik ambil. Bawa paketnya ke sana.");
        }
    }

    /// <summary>Starts the clock after which silence counts as arrival, unless the buyer has said that something did not come.</summary>
    void AwaitArrival(OrderTerms terms, DateTimeOffset now)
    {
        if (NotArrivedAt is null)
        {
            StartTimer(OrderTimerAction.AssumeDelivered, now.AddDays(Shipping.EtaMaxDays + terms.AssumeDeliveredDays), now);
        }
    }

    /// <summary>All of it, or a part.</summary>
    void RequireUnderWay()
    {
        if (State != OrderState.PartiallyShipped)
        {
            RequireShipped();
        }
    }

    void RequireShipped()
    {
        if (State != OrderState.Shipped)
        {
            throw new RuleBroken("order.not_shipped", "Pesanan ini tidak sedang dalam pengiriman.");
        }
    }
}
