using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Shipping;

namespace Komeji.Domain.Returns;

/// <summary>
/// Goods the shop sends for an order without another payment, because a complaint or a claim ended so: a parcel of its own with its own
/// number, proof and clocks.
/// </summary>
public sealed class Replacement : StatefulAggregate
{
    public const int CodeTries = 5;

    readonly List<ReplacementLine> lines = [];

    Replacement() { }

    public ReplacementId Id { get; private set; }

    /// <summary><c>GNT-yyyyMMdd-XXXXXX</c>, the day in WIB.</summary>
    public string Number { get; private set; } = "";
    public ReturnCause Cause { get; private set; }
    public Guid CauseId { get; private set; }
    public string CauseNumber { get; private set; } = "";
    public OrderId OrderId { get; private set; }
    public StoreId StoreId { get; private set; }
    public UserId BuyerId { get; private set; }
    public ReplacementKind Kind { get; private set; }
    public ReplacementState State { get; private set; }

    /// <summary>How it goes: as the order went, or collected at the shop.</summary>
    public ShipmentKind Way { get; private set; }

    /// <summary>The pieces have left the stock for it.</summary>
    public bool HasStock { get; private set; }

    /// <summary>Shown to the buyer, typed by the shop that hands it over itself.</summary>
    public string? Code { get; private set; }
    public int CodeFailures { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>The buyer said that it has not come; it no longer counts as arrived by itself.</summary>
    public DateTimeOffset? NotArrivedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What happens next by itself, and when.</summary>
    public ReplacementClock? Clock { get; private set; }
    public DateTimeOffset? DueAt { get; private set; }

    public IReadOnlyList<ReplacementLine> Lines => lines;

    public bool IsLocked => CodeFailures >= CodeTries;

    /// <summary>The shop has it and hands it over against the buyer's code.</summary>
    public bool GoesByHand => Way is not ShipmentKind.Courier;

    /// <summary>What it takes of the stock.</summary>
    public IReadOnlyList<ReplacedPieces> Pieces => Kind == ReplacementKind.SentBack ? [] : [.. lines.Select(l => new ReplacedPieces(l.VariantId, l.Pieces))];

    /// <param name="order">With its lines.</param>
    /// <exception cref="RuleBroken"><c>replacement.pieces</c></exception>
    public static Replacement Open(ReplacementAgreed agreed, Order order, string number, ReturnTerms terms, DateTimeOffset now)
    {
        var items = agreed.Items.Select(i => (Line: order.Lines.SingleOrDefault(l => l.Id == i.Line), i.Pieces, i.Variant)).ToList();
        if (items.Count == 0 || items.Any(i => i.Line is null || i.Pieces < 1 || i.Pieces > i.Line.Quantity - i.Line.Cancelled) || items.DistinctBy(i => i.Line!.Id).Count() < items.Count)
        {
            throw new RuleBroken("replacement.pieces", "Jumlah yang dikirim lagi lebih dari yang dibeli. Periksa lagi setiap barang.");
        }

        var made = new Replacement
        {
            Id = ReplacementId.New(now),
            Number = number,
            Cause = agreed.Cause,
            CauseId = agreed.CauseId,
            CauseNumber = agreed.CauseNumber,
            OrderId = order.Id,
            StoreId = order.StoreId,
            BuyerId = order.BuyerId,
            Kind = agreed.Kind,
            Way = order.Shipping.Travels ? order.Shipping.Kind : ShipmentKind.Pickup,
            State = agreed.AfterReturn ? ReplacementState.AwaitingReturn : ReplacementState.AwaitingShipment,
            OpenedAt = now,
        };
        made.lines.AddRange(items.Select(i => new ReplacementLine(made.Id, i.Line!, i.Pieces, i.Variant)));
        if (!agreed.AfterReturn)
        {
            made.Wait(ReplacementClock.GiveUpUnsent, terms.ReplaceBy(now));
        }

        made.Record(new StateChange("replacement", made.Id.Value, "", made.State.ToString(), Actor.System, now, "opened", agreed.CauseNumber));
        made.Raise(new ReplacementOpened(made.Id, made.OrderId));
        return made;
    }

    /// <summary>Its pieces have been taken from the stock, in the same transaction.</summary>
    public void SetAside() => HasStock = true;

    /// <summary>What was waited for has come back; no more is sent than came.</summary>
    /// <returns>What was set aside for pieces that are not sent after all, to be put back.</returns>
    public IReadOnlyList<ReplacedPieces> Begin(IReadOnlyDictionary<OrderLineId, int> came, ReturnTerms terms, DateTimeOffset now)
    {
        Require(State == ReplacementState.AwaitingReturn);
        if (lines.All(l => came.GetValueOrDefault(l.OrderLineId) == 0))
        {
            Fail(Actor.System, "nothing_returned", null, now);
            return [];
        }

        var free = lines.Where(l => l.Pieces > came.GetValueOrDefault(l.OrderLineId))
            .Select(l => new ReplacedPieces(l.VariantId, l.Pieces - came.GetValueOrDefault(l.OrderLineId))).ToList();
        lines.RemoveAll(l => came.GetValueOrDefault(l.OrderLineId) == 0);
        lines.ForEach(l => l.Limit(came[l.OrderLineId]));
        Move(ReplacementState.AwaitingShipment, Actor.System, now, "returned");
        Wait(ReplacementClock.GiveUpUnsent, terms.ReplaceBy(now));
        Raise(new ReplacementDue(Id, OrderId));
        return HasStock ? free : [];
    }

    /// <summary>What was to come back first will not come: nothing is sent.</summary>
    public void CallOff(DateTimeOffset now)
    {
        Require(State == ReplacementState.AwaitingReturn);
        Fail(Actor.System, "nothing_returned", null, now);
    }

    /// <summary>It leaves the shop, or waits there for the buyer.</summary>
    /// <param name="code">For what the shop hands over itself.</param>
    /// <param name="etaDays">The courier's latest estimate.</param>
    /// <exception cref="RuleBroken"><c>replacement.no_stock</c>, <c>return.not_yours</c>, <c>replacement.illegal_move</c></exception>
    public void Send(Actor actor, string code, int etaDays, ReturnTerms terms, DateTimeOffset now)
    {
        CheckSending();
        ReturnSides.Require(actor, ReturnSide.Shop);
        if (!HasStock && Pieces.Count > 0)
        {
            throw new RuleBroken("replacement.no_stock", "Stoknya tidak cukup. Tambah stok produknya dahulu, atau nyatakan bahwa Anda tidak bisa mengirim.");
        }

        Move(ReplacementState.Sent, actor, now, GoesByHand ? "ready" : "sent");
        (SentAt, Code) = (now, GoesByHand ? code : null);
        Wait(ReplacementClock.AssumeDelivered, now.AddDays(etaDays) + terms.AssumeDelivered);
        Raise(new ReplacementSent(Id, OrderId));
    }

    /// <exception cref="RuleBroken"><c>replacement.illegal_move</c></exception>
    public void CheckSending() => Require(State == ReplacementState.AwaitingShipment);

    /// <summary>The shop hands it over against the buyer's code. A wrong one is remembered; after five the photo or the office is left.</summary>
    /// <returns>Whether the code was right.</returns>
    /// <exception cref="RuleBroken"><c>replacement.locked</c>, <c>return.not_yours</c>, <c>replacement.illegal_move</c></exception>
    public bool HandOver(Actor actor, string code, DateTimeOffset now)
    {
        Require(State == ReplacementState.Sent && GoesByHand);
        ReturnSides.Require(actor, ReturnSide.Shop);
        if (IsLocked)
        {
            throw new RuleBroken("replacement.locked", "Kode salah lima kali. Simpan foto bukti terima, atau hubungi operator Komeji.");
        }

        if (!string.Equals(Code, code.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal))
        {
            CodeFailures++;
            return false;
        }

        Deliver(actor, "handed_over", null, now);
        return true;
    }

    /// <summary>The shop shows who took it, with a photo that its parcel keeps.</summary>
    /// <returns>Whether it counts as delivered; what the buyer reported as not arrived waits for the officer, who sees the proof.</returns>
    /// <exception cref="RuleBroken"><c>replacement.receiver</c>, <c>return.not_yours</c>, <c>replacement.illegal_move</c></exception>
    public bool Prove(Actor actor, string receiver, DateTimeOffset now)
    {
        CheckProof(receiver);
        ReturnSides.Require(actor, ReturnSide.Shop);
        var told = $"Diterima {receiver.Trim()}";
        if (NotArrivedAt is not null)
        {
            Record(Step(State, actor, now, "proof_shown", told));
            return false;
        }

        Deliver(actor, "proved", told, now);
        return true;
    }

    /// <summary>Whether the shop may prove it now, before a photo is uploaded.</summary>
    /// <exception cref="RuleBroken"><c>replacement.receiver</c>, <c>replacement.illegal_move</c></exception>
    public void CheckProof(string receiver)
    {
        Require(State == ReplacementState.Sent);
        if (receiver.Trim().Length is < 2 or > 80)
        {
            throw new RuleBroken("replacement.receiver", "Isi nama penerima, 2 sampai 80 huruf, dan unggah foto bukti terima.");
        }
    }

    /// <summary>The buyer has it.</summary>
    /// <exception cref="RuleBroken"><c>return.not_yours</c>, <c>replacement.illegal_move</c></exception>
    public void Confirm(Actor actor, DateTimeOffset now)
    {
        Require(State == ReplacementState.Sent);
        ReturnSides.Require(actor, ReturnSide.Buyer);
        Deliver(actor, "confirmed", null, now);
    }

    /// <summary>The buyer says that it has not come: it no longer counts as arrived by itself, and an officer looks.</summary>
    /// <exception cref="RuleBroken"><c>return.not_yours</c>, <c>replacement.illegal_move</c></exception>
    public void ReportNotArrived(Actor actor, ReturnTerms terms, DateTimeOffset now)
    {
        Require(State == ReplacementState.Sent);
        ReturnSides.Require(actor, ReturnSide.Buyer);
        if (NotArrivedAt is null)
        {
            NotArrivedAt = now;
            Wait(ReplacementClock.RemindOffice, terms.DecideBy(now));
            Record(Step(State, actor, now, "not_arrived", null));
            Raise(new ReplacementNotArrived(Id, OrderId));
        }
    }

    /// <summary>The shop cannot send it.</summary>
    /// <exception cref="RuleBroken"><c>replacement.reason</c>, <c>return.not_yours</c>, <c>replacement.illegal_move</c></exception>
    public void GiveUp(Actor actor, string reason, DateTimeOffset now)
    {
        Require(State is ReplacementState.AwaitingReturn or ReplacementState.AwaitingShipment);
        ReturnSides.Require(actor, ReturnSide.Shop | ReturnSide.System);
        Fail(actor, "given_up", Why(reason), now);
    }

    /// <summary>The office found out whether the buyer has it.</summary>
    /// <exception cref="RuleBroken"><c>replacement.reason</c>, <c>return.not_yours</c>, <c>replacement.illegal_move</c></exception>
    public void Decide(Actor actor, bool arrived, string reason, DateTimeOffset now)
    {
        Require(State == ReplacementState.Sent);
        ReturnSides.Require(actor, ReturnSide.Officer);
        if (arrived)
        {
            Deliver(actor, "delivered_by_staff", Why(reason), now);
        }
        else
        {
            Fail(actor, "lost", Why(reason), now);
        }
    }

    /// <summary>Does what the clock that ran out asks for; one that was stopped or set anew does nothing.</summary>
    public void RunOut(ReturnTerms terms, DateTimeOffset now)
    {
        if (DueAt is not { } due || due > now)
        {
            return;
        }

        switch (Clock)
        {
            case ReplacementClock.GiveUpUnsent:
                Fail(Actor.System, "not_sent_in_time", null, now);
                break;
            case ReplacementClock.AssumeDelivered:
                Deliver(Actor.System, "assumed_delivered", null, now);
                break;
            case ReplacementClock.RemindOffice:
                Record(Step(State, Actor.System, now, "decision_overdue", null));
                Wait(ReplacementClock.RemindOffice, terms.DecideAgainBy(now));
                Raise(new ReplacementOverdue(Id, Number));
                break;
            default:
                throw new InvalidOperationException($"Unknown clock {Clock}.");
        }
    }

    void Deliver(Actor actor, string reasonCode, string? note, DateTimeOffset now)
    {
        Move(ReplacementState.Delivered, actor, now, reasonCode, note);
        EndedAt = now;
        Raise(new ReplacementDelivered(Id, Cause, CauseId, OrderId));
    }

    /// <summary>What was set aside and has not left the shop is free again.</summary>
    void Fail(Actor actor, string reasonCode, string? note, DateTimeOffset now)
    {
        IReadOnlyList<ReplacedPieces> free = HasStock && State != ReplacementState.Sent ? Pieces : [];
        Move(ReplacementState.Failed, actor, now, reasonCode, note);
        EndedAt = now;
        HasStock = HasStock && free.Count == 0;
        Raise(new ReplacementFailed(Id, Cause, CauseId, OrderId, reasonCode, free));
    }

    void Move(ReplacementState to, Actor actor, DateTimeOffset now, string reasonCode, string? note = null)
    {
        Require(ReplacementMoves.From(State).Contains(to));
        Record(Step(to, actor, now, reasonCode, note));
        State = to;
        (Clock, DueAt) = (null, null);
    }

    void Wait(ReplacementClock clock, DateTimeOffset dueAt) => (Clock, DueAt) = (clock, dueAt);

    StateChange Step(ReplacementState to, Actor actor, DateTimeOffset now, string reasonCode, string? note) =>
        new("replacement", Id.Value, State.ToString(), to.ToString(), actor, now, reasonCode, note);

    static void Require(bool known)
    {
        if (!known)
        {
            throw ReplacementMoves.Illegal();
        }
    }

    static string Why(string reason) => reason.Trim() is { Length: >= 3 and <= 500 } given
        ? given
        : throw new RuleBroken("replacement.reason", "Tulis alasannya, 3 sampai 500 huruf.");
}
