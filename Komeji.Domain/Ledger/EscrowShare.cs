using Komeji.Domain.Common;

namespace Komeji.Domain.Ledger;

public enum EscrowState
{
    Held,
    Frozen,
    Released,
    Refunded,
}

/// <summary>The legal moves of held money. docs/domain/ledger.md draws them; a test compares the two.</summary>
public static class EscrowMoves
{
    public static IReadOnlyList<EscrowState> From(EscrowState state) => state switch
    {
        EscrowState.Held => [EscrowState.Released, EscrowState.Frozen, EscrowState.Refunded],
        EscrowState.Frozen => [EscrowState.Held, EscrowState.Released, EscrowState.Refunded],
        EscrowState.Released or EscrowState.Refunded => [],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

/// <summary>
/// The buyer's money of one order (Dana Titipan), as the order knows it, kept apart from the ledger so that each checks the
/// other: account 2010 of the order must equal <see cref="Remaining"/>.
/// </summary>
public sealed class EscrowShare : StatefulAggregate
{
    EscrowShare() { }

    public EscrowShareId Id { get; private set; }
    public OrderId OrderId { get; private set; }
    public Rupiah Paid { get; private set; }

    /// <summary>Of that, what came from the cooperative's promotion fund by a voucher; the rest the buyer paid.</summary>
    public Rupiah Voucher { get; private set; }
    public Rupiah Remaining { get; private set; }
    public EscrowState State { get; private set; }
    public DateTimeOffset HeldAt { get; private set; }

    /// <summary>Since when it is frozen; null while it is not.</summary>
    public DateTimeOffset? FrozenAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <param name="voucher">Of the amount, what came from the promotion fund.</param>
    public static EscrowShare Hold(OrderId orderId, Rupiah amount, DateTimeOffset now, Rupiah voucher = default)
    {
        var share = new EscrowShare { Id = EscrowShareId.New(now), OrderId = orderId, Paid = amount, Voucher = voucher, Remaining = amount, State = EscrowState.Held, HeldAt = now };
        share.Record(new StateChange("escrow", share.Id.Value, "", nameof(EscrowState.Held), Actor.System, now, "paid"));
        return share;
    }

    /// <summary>The order is complete: the rest goes to the seller's balance.</summary>
    public void Release(DateTimeOffset now)
    {
        Move(EscrowState.Released, Actor.System, now, "completed");
        Remaining = Rupiah.Zero;
        EndedAt = now;
    }

    /// <summary>All that is left goes back to the buyer.</summary>
    public Rupiah RefundAll(string reasonCode, DateTimeOffset now)
    {
        Move(EscrowState.Refunded, Actor.System, now, reasonCode);
        var back = Remaining;
        Remaining = Rupiah.Zero;
        EndedAt = now;
        return back;
    }

    /// <summary>A part goes back to the buyer; the rest goes on. What is frozen may always go back to whom it came from.</summary>
    /// <exception cref="RuleBroken"><c>escrow.illegal_move</c>, <c>escrow.amount</c></exception>
    public void RefundPart(Rupiah amount, string reasonCode, DateTimeOffset now)
    {
        if (!EscrowMoves.From(State).Contains(EscrowState.Refunded))
        {
            throw IllegalMove();
        }

        if (!amount.IsPositive || amount >= Remaining)
        {
            throw new RuleBroken("escrow.amount", "Jumlah pengembalian sebagian harus lebih dari nol dan kurang dari dana yang ditahan.");
        }

        Remaining -= amount;
        Record(new StateChange("escrow", Id.Value, State.ToString(), State.ToString(), Actor.System, now, reasonCode, amount.ToString()));
    }

    /// <summary>So much goes back to the buyer: a part, or all that is left.</summary>
    /// <exception cref="RuleBroken"><c>escrow.illegal_move</c>, <c>escrow.amount</c></exception>
    public void Refund(Rupiah amount, string reasonCode, DateTimeOffset now)
    {
        if (amount == Remaining)
        {
            RefundAll(reasonCode, now);
        }
        else
        {
            RefundPart(amount, reasonCode, now);
        }
    }

    public void Freeze(Actor actor, string reasonCode, DateTimeOffset now)
    {
        Move(EscrowState.Frozen, actor, now, reasonCode);
        FrozenAt = now;
    }

    public void Unfreeze(Actor actor, string reasonCode, DateTimeOffset now)
    {
        Move(EscrowState.Held, actor, now, reasonCode);
        FrozenAt = null;
    }

    void Move(EscrowState to, Actor actor, DateTimeOffset now, string reasonCode)
    {
        if (!EscrowMoves.From(State).Contains(to))
        {
            throw IllegalMove();
        }

        Record(new StateChange("escrow", Id.Value, State.ToString(), to.ToString(), actor, now, reasonCode));
        State = to;
    }

    static RuleBroken IllegalMove() => new("escrow.illegal_move", "Dana pesanan ini sudah diteruskan atau dikembalikan.");
}
