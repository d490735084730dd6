using Komeji.Domain.Common;
using Komeji.Domain.Taxes;
using Komeji.Domain.Shipping;

namespace Komeji.Domain.Ordering;

/// <summary>
/// Goods that leave the shop in several parcels (Dikirim Sebagian): some pieces now, the rest later, or the rest not at all. The
/// money of pieces not sent goes back; the fee is reckoned on what remains.
/// </summary>
public sealed partial class Order
{
    /// <summary>Goods cancelled after others had left; their price was given back.</summary>
    public Rupiah CancelledGoods { get; private set; }

    /// <summary>PPN on the fee, as frozen when the order was paid; zero on orders paid before it was kept.</summary>
    public BasisPoints VatRate { get; private set; }
    public Rounding VatRounding { get; private set; }

    /// <summary>The rule of tax it came from; null where no PPN was due.</summary>
    public long? VatRuleId { get; private set; }

    /// <summary>The rule PPh 22 was decided by at the tax point; null: it has not come, or nobody was appointed.</summary>
    public long? IncomeTaxRuleId { get; private set; }
    public WithholdingStanding IncomeTaxStanding { get; private set; }
    public BasisPoints IncomeTaxRate { get; private set; }
    public Rounding IncomeTaxRounding { get; private set; }

    /// <summary>Goods that are not cancelled, and of which the shop has borne no refund while their money was held.</summary>
    public Rupiah KeptGoods => Goods - CancelledGoods - ChargedGoods;

    /// <summary>What is held for the shop, or was released: what the buyer paid, less what went back out of the held money.</summary>
    public Rupiah Kept => KeptGoods + KeptShipping;

    /// <summary>Some pieces leave now. Naming all that is left is the same as <see cref="Ship"/>.</summary>
    /// <param name="pieces">For each line how many leave; a line left out stays.</param>
    /// <exception cref="RuleBroken"><c>order.not_by_courier</c>, <c>order.pieces</c>, <c>order.cash_whole</c>, <c>order.illegal_move</c></exception>
    public void ShipPart(Actor actor, IReadOnlyDictionary<OrderLineId, int> pieces, OrderTerms terms, DateTimeOffset now)
    {
        RequireTravels();
        Require(State is OrderState.Processing or OrderState.PartiallyShipped);
        RequirePieces(pieces);
        if (lines.All(l => l.Open == pieces.GetValueOrDefault(l.Id)))
        {
            Ship(actor, terms, now);
            return;
        }

        if (PaysInCash)
        {
            throw new RuleBroken("order.cash_whole", "Pesanan bayar di tempat dikirim sekaligus, karena pembeli membayar sekali saat menerimanya. Kirim semua barang, atau tolak pesanannya.");
        }

        var note = $"{pieces.Values.Sum()} dari {lines.Sum(l => l.Open)} barang";
        if (State == OrderState.Processing)
        {
            var due = timers.Where(t => t.IsRunning && t.Action == OrderTimerAction.CancelUnshipped).Select(t => t.DueAt).FirstOrDefault(terms.ShipBy(now));
            Move(OrderState.PartiallyShipped, actor, now, "part_shipped", note);
            StartTimer(OrderTimerAction.CancelUnshipped, due, now);
        }
        else
        {
            Record(Step(State, State, actor, now, "part_shipped", note));
        }

        lines.ForEach(line => line.Send(pieces.GetValueOrDefault(line.Id)));
        ShippedAt = now;
        CancellationAskedAt = null;
        Raise(new OrderPartShipped(Id));
    }

    /// <summary>The buyer gets a code to give to the shop when it brings the goods; the first one stays.</summary>
    public void PromiseCode(string code) => PickupCode ??= code;

    /// <summary>The shop cannot send the rest: the buyer gets its price back and the order goes on with what was sent.</summary>
    /// <exception cref="RuleBroken"><c>order.reason_required</c>, <c>order.illegal_move</c></exception>
    public void CancelRest(Actor actor, string reason, OrderTerms terms, DateTimeOffset now) =>
        CancelRest(actor, "rest_cancelled", Reason(reason), terms, now);

    /// <summary>The cooperative ends the wait for the rest.</summary>
    /// <exception cref="RuleBroken"><c>order.reason_required</c>, <c>order.illegal_move</c></exception>
    public void CancelRestByStaff(Actor actor, string reason, OrderTerms terms, DateTimeOffset now) =>
        CancelRest(actor, "rest_cancelled_by_staff", Reason(reason), terms, now);

    /// <summary>The shop shows proof for one of several parcels while others are still to come.</summary>
    /// <exception cref="RuleBroken"><c>order.proof_required</c>, <c>order.not_shipped</c>, <c>order.not_arrived</c></exception>
    public void ProvePart(Actor actor, string receiver, string proofKey, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(proofKey);
        CheckProof(receiver);
        DeliveryProof = proofKey;
        Record(Step(State, State, actor, now, "part_arrived", $"Diterima {receiver.Trim()}"));
        Raise(new OrderPartArrived(Id));
    }

    /// <summary>
    /// Every parcel had arrived before the last pieces were cancelled: the order has arrived with that, unless the buyer says that
    /// something did not come, which an operator decides.
    /// </summary>
    /// <exception cref="RuleBroken"><c>order.not_shipped</c></exception>
    public void ArriveWhole(OrderTerms terms, DateTimeOffset now)
    {
        RequireShipped();
        if (NotArrivedAt is null)
        {
            Deliver(Actor.System, "all_parts_arrived", null, terms, now);
        }
    }

    void CancelRest(Actor actor, string reasonCode, string? note, OrderTerms terms, DateTimeOffset now)
    {
        Require(State == OrderState.PartiallyShipped);
        var rest = lines.Where(l => l.Open > 0).Select(l => new RestPieces(l.VariantId, l.Open)).ToList();
        Move(OrderState.Shipped, actor, now, reasonCode, note);
        var before = CancelledGoods;
        lines.ForEach(line => line.CancelOpen());
        ReckonOnWhatRemains();
        AwaitArrival(terms, now);
        Raise(new OrderRestCancelled(Id, CancelledGoods - before, rest, reasonCode));
    }

    /// <summary>Fee and taxes as if only what remains for the shop had been bought; the shipping fee stays with what was sent.</summary>
    void ReckonOnWhatRemains()
    {
        var feeBefore = Fee;
        CancelledGoods = Rupiah.Sum(lines.Select(l => l.CancelledTotal));
        ChargedGoods = Rupiah.Sum(lines.Select(l => l.Charged));
        Fee = Rupiah.Sum(lines.Select(l => l.Fee));
        Vat = VatRate.Value > 0 ? VatRate.Of(Fee, VatRounding) : Part(Vat, Fee, feeBefore);
        IncomeTax = IncomeTaxRate.Of(KeptGoods, IncomeTaxRounding);
    }

    /// <summary>The same share of an amount, rounded up in the tax office's favour.</summary>
    static Rupiah Part(Rupiah amount, Rupiah of, Rupiah whole) =>
        whole.IsZero ? Rupiah.Zero : amount - new Rupiah(checked(amount.Amount * (whole - of).Amount) / whole.Amount);

    void RequireTravels()
    {
        if (!Shipping.Travels)
        {
            throw new RuleBroken("order.not_by_courier", "Pesanan ini diambil pembeli, jadi tidak perlu dikirim.");
        }
    }

    void RequirePieces(IReadOnlyDictionary<OrderLineId, int> pieces)
    {
        if (pieces.Keys.Any(id => lines.All(l => l.Id != id))
            || lines.Any(l => pieces.GetValueOrDefault(l.Id) < 0 || pieces.GetValueOrDefault(l.Id) > l.Open)
            || pieces.Values.All(n => n == 0))
        {
            throw new RuleBroken("order.pieces", "Isi jumlah yang dikirim sekarang: paling sedikit satu barang, dan tidak lebih dari yang belum dikirim.");
        }
    }
}

/// <summary>Pieces of a variant that will not be sent.</summary>
public readonly record struct RestPieces(VariantId Variant, int Count);
