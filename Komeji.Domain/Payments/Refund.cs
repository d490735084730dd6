using Komeji.Domain.Common;

namespace Komeji.Domain.Payments;

public enum RefundState
{
    /// <summary>Owed to the buyer; the provider has not been asked.</summary>
    Requested,

    /// <summary>The provider has been asked.</summary>
    Sent,
    Succeeded,

    /// <summary>No answer; it is asked about, never sent again under another key.</summary>
    NeedsCheck,
    Failed,
    ManualTransfer,
}

/// <summary>The legal moves of a refund. docs/domain/payments.md draws them; a test compares the two.</summary>
public static class RefundMoves
{
    public static IReadOnlyList<RefundState> From(RefundState state) => state switch
    {
        RefundState.Requested => [RefundState.Sent],
        RefundState.Sent => [RefundState.Succeeded, RefundState.NeedsCheck, RefundState.Failed],
        RefundState.NeedsCheck => [RefundState.Succeeded, RefundState.Failed],
        RefundState.Failed => [RefundState.ManualTransfer],
        RefundState.ManualTransfer => [RefundState.Succeeded],
        RefundState.Succeeded => [RefundState.Failed],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

/// <summary>Money on its way back to the buyer. Its id is the key given to the provider.</summary>
public sealed class Refund : StatefulAggregate
{
    Refund() { }

    public RefundId Id { get; private set; }
    public PurchaseId PurchaseId { get; private set; }

    /// <summary>The order it was paid for; null for money that came late or twice.</summary>
    public OrderId? OrderId { get; private set; }
    public string Gateway { get; private set; } = "";
    public string ProviderPayment { get; private set; } = "";
    public Rupiah Amount { get; private set; }
    public string ReasonCode { get; private set; } = "";
    public RefundState State { get; private set; }
    public string ProviderReference { get; private set; } = "";
    public DateTimeOffset RequestedAt { get; private set; }
    public DateTimeOffset DueAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public static Refund Request(PurchaseId purchaseId, OrderId? orderId, string gateway, string providerPayment, Rupiah amount, string reasonCode, DateTimeOffset now)
    {
        if (!amount.IsPositive)
        {
            throw new RuleBroken("refund.amount", "Jumlah pengembalian harus lebih dari nol.");
        }

        return new Refund
        {
            Id = RefundId.New(now),
            PurchaseId = purchaseId,
            OrderId = orderId,
            Gateway = gateway,
            ProviderPayment = providerPayment,
            Amount = amount,
            ReasonCode = reasonCode,
            State = RefundState.Requested,
            RequestedAt = now,
            DueAt = now,
        };
    }

    /// <summary>Taken by one worker; when it is not heard of again it is due once more after the lease.</summary>
    public void Send(TimeSpan lease, DateTimeOffset now)
    {
        Move(RefundState.Sent, now, "sent");
        DueAt = now + lease;
    }

    public void Succeed(string providerReference, DateTimeOffset now)
    {
        Move(RefundState.Succeeded, now, "succeeded");
        ProviderReference = providerReference;
        EndedAt = now;
    }

    /// <summary>The provider is paying it; it is asked again later.</summary>
    public void Wait(TimeSpan askAgainAfter, DateTimeOffset now) => DueAt = now + askAgainAfter;

    public void LoseSight(TimeSpan askAgainAfter, DateTimeOffset now)
    {
        if (State == RefundState.Sent)
        {
            Move(RefundState.NeedsCheck, now, "no_answer");
        }

        DueAt = now + askAgainAfter;
    }

    public void Fail(string reasonCode, DateTimeOffset now) => Move(RefundState.Failed, now, reasonCode);

    /// <summary>The provider cannot pay it back: an officer names the buyer's account it is transferred to.</summary>
    /// <param name="account">Bank, holder's name and the last digits: who checks the transfer must recognise it, not be able to use it.</param>
    /// <exception cref="RuleBroken"><c>refund.account</c>, <c>refund.illegal_move</c></exception>
    public void PayByHand(Actor by, string account, DateTimeOffset now)
    {
        if (account.Trim().Length is < 5 or > 200)
        {
            throw new RuleBroken("refund.account", "Tulis bank, nama pemilik, dan empat angka terakhir rekening pembeli.");
        }

        Move(RefundState.ManualTransfer, now, "manual_transfer", by, account.Trim());
    }

    /// <summary>Another officer made the transfer and records the bank's reference.</summary>
    /// <exception cref="RuleBroken"><c>refund.reference</c>, <c>refund.illegal_move</c></exception>
    public void Transfer(Actor by, string reference, DateTimeOffset now)
    {
        if (reference.Trim().Length is < 4 or > 60)
        {
            throw new RuleBroken("refund.reference", "Tulis nomor referensi dari bukti transfer bank, 4 sampai 60 huruf atau angka.");
        }

        Move(RefundState.Succeeded, now, "transferred", by, reference.Trim());
        ProviderReference = reference.Trim();
        EndedAt = now;
    }

    void Move(RefundState to, DateTimeOffset now, string reasonCode) => Move(to, now, reasonCode, Actor.System, null);

    void Move(RefundState to, DateTimeOffset now, string reasonCode, Actor by, string? note)
    {
        if (!RefundMoves.From(State).Contains(to))
        {
            throw new RuleBroken("refund.illegal_move", "Status pengembalian dana sudah berubah. Muat ulang halaman.");
        }

        Record(new StateChange("refund", Id.Value, State.ToString(), to.ToString(), by, now, reasonCode, note));
        State = to;
    }
}
