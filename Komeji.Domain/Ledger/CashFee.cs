using Komeji.Domain.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Domain.Ledger;

public enum CashFeeState
{
    /// <summary>The shop has the buyer's cash and owes the fee of it.</summary>
    Due,
    Paid,

    /// <summary>The rest of it will not be paid; two officers decided so.</summary>
    WrittenOff,
}

/// <summary>The legal moves of a fee that a shop owes. docs/domain/ledger.md draws them; a test compares the two.</summary>
public static class CashFeeMoves
{
    public static IReadOnlyList<CashFeeState> From(CashFeeState state) => state switch
    {
        CashFeeState.Due => [CashFeeState.Paid, CashFeeState.WrittenOff],
        CashFeeState.Paid or CashFeeState.WrittenOff => [],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

/// <summary>
/// What a shop owes of an order that was paid to it in cash: the service fee and PPN on it, kept apart from the ledger so that each
/// checks the other. It is taken out of the shop's balance, in parts where there is not enough.
/// </summary>
public sealed class CashFee : StatefulAggregate
{
    public const string Subject = "cash-fee";

    CashFee() { }

    public OrderId OrderId { get; private set; }
    public StoreId StoreId { get; private set; }
    public Rupiah Fee { get; private set; }
    public Rupiah Vat { get; private set; }

    /// <summary>Of fee and PPN together, what has been taken.</summary>
    public Rupiah Collected { get; private set; }

    /// <summary>Of that, what the shop paid by transfer; the rest left its balance.</summary>
    public Rupiah Transferred { get; private set; }

    /// <summary>In how many parts it was taken out of the balance.</summary>
    public int Collections { get; private set; }
    public CashFeeState State { get; private set; }
    public DateTimeOffset DueAt { get; private set; }
    public DateTimeOffset? PaidAt { get; private set; }

    public Rupiah Owed => Fee + Vat;

    /// <summary>What is still owed.</summary>
    public Rupiah Open => State == CashFeeState.WrittenOff ? Rupiah.Zero : Owed - Collected;

    /// <summary>Of what has been taken, the part that is fee: what is shared. By cumulative target, so that it does not depend on how it was cut.</summary>
    public Rupiah FeeCollected => new((long)((Int128)Fee.Amount * Collected.Amount / Owed.Amount));

    /// <param name="order">Complete, with a fee.</param>
    public static CashFee Of(Order order, DateTimeOffset now)
    {
        var fee = new CashFee { OrderId = order.Id, StoreId = order.StoreId, Fee = order.Fee, Vat = order.Vat, State = CashFeeState.Due, DueAt = now };
        fee.Record(new StateChange(Subject, order.Id.Value, "", nameof(CashFeeState.Due), Actor.System, now, "completed", fee.Owed.ToString()));
        return fee;
    }

    /// <summary>So much of it is taken out of the shop's balance.</summary>
    /// <returns>The part of it that is fee.</returns>
    public Rupiah Collect(Rupiah amount, DateTimeOffset now)
    {
        var ofFee = Take(amount, Actor.System, "netted", now);
        Collections++;
        return ofFee;
    }

    /// <summary>The shop paid so much of it by transfer.</summary>
    /// <returns>The part of it that is fee.</returns>
    public Rupiah Pay(Rupiah amount, Actor by, DateTimeOffset now)
    {
        var ofFee = Take(amount, by, "transferred", now);
        Transferred += amount;
        return ofFee;
    }

    /// <summary>What is left of it will not be paid.</summary>
    /// <returns>What is left of the fee, and of PPN.</returns>
    public (Rupiah Fee, Rupiah Vat) WriteOff(Actor by, string reason, DateTimeOffset now)
    {
        if (!CashFeeMoves.From(State).Contains(CashFeeState.WrittenOff))
        {
            throw new InvalidOperationException($"Order {OrderId.Value} owes nothing.");
        }

        var (fee, rest) = (Fee - FeeCollected, Open);
        Record(new StateChange(Subject, OrderId.Value, State.ToString(), nameof(CashFeeState.WrittenOff), by, now, "written_off", reason));
        State = CashFeeState.WrittenOff;
        return (fee, rest - fee);
    }

    Rupiah Take(Rupiah amount, Actor by, string reasonCode, DateTimeOffset now)
    {
        if (!amount.IsPositive || amount > Open)
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount, $"Order {OrderId.Value} owes {Open}.");
        }

        var before = FeeCollected;
        Collected += amount;
        Record(new StateChange(Subject, OrderId.Value, State.ToString(), (Open.IsZero ? CashFeeState.Paid : State).ToString(), by, now, reasonCode, amount.ToString()));
        if (Open.IsZero)
        {
            (State, PaidAt) = (CashFeeState.Paid, now);
        }

        return FeeCollected - before;
    }
}
