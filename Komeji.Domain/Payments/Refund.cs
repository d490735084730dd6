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
        RefundState.Requested => [RefundState.Sent, RefundState.Succeeded],
        RefundState.Sent => [RefundState.Requested, RefundState.Succeeded, RefundState.NeedsCheck, RefundState.Failed],
        RefundState.NeedsCheck => [RefundState.Requested, RefundState.Succeeded, RefundState.Failed],
        RefundState.Failed => [RefundState.ManualTransfer, RefundState.Succeeded],
        RefundState.ManualTransfer => [RefundState.Succeeded, RefundState.Failed],
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

    /// <summary>What goes back of the same money to the promotion fund, since a voucher had paid it; not sent to the buyer.</summary>
    public Rupiah Voucher { get; private set; }
    public VoucherId? VoucherId { get; private set; }

    /// <summary>What of it the buyer has already got from her bank, by a dispute that was lost.</summary>
    public Rupiah Settled { get; private set; }

    /// <summary>Why it is not paid though nobody else may pay it either: <c>disputed</c>, or the provider's reason why it went back already. Empty otherwise.</summary>
    public string Obstacle { get; private set; } = "";
    public string ReasonCode { get; private set; } = "";
    public RefundState State { get; private set; }
    public string ProviderReference { get; private set; } = "";
    public DateTimeOffset RequestedAt { get; private set; }
    public DateTimeOffset DueAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What is still to be paid.</summary>
    public Rupiah Rest => Amount - Settled;

    /// <param name="amount">What the buyer gets. Nothing, where all of it had been paid by a voucher: then there is nothing to send.</param>
    /// <param name="voucher">What the promotion fund gets beside it.</param>
    public static Refund Request(PurchaseId purchaseId, OrderId? orderId, string gateway, string providerPayment, Rupiah amount, string reasonCode, DateTimeOffset now, VoucherId? voucherId = null, Rupiah voucher = default)
    {
        if (amount.IsNegative || voucher.IsNegative || (amount + voucher).IsZero)
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
            Voucher = voucher,
            VoucherId = voucherId,
            ReasonCode = reasonCode,
            State = amount.IsZero ? RefundState.Succeeded : RefundState.Requested,
            RequestedAt = now,
            DueAt = now,
            EndedAt = amount.IsZero ? now : null,
        };
    }

    /// <summary>Taken by one worker; when it is not heard of again it is due once more after the lease.</summary>
    public void Send(TimeSpan lease, DateTimeOffset now)
    {
        Move(RefundState.Sent, now, "sent");
        Obstacle = "";
        DueAt = now + lease;
    }

    /// <exception cref="RuleBroken"><c>refund.illegal_move</c></exception>
    public void Succeed(string providerReference, DateTimeOffset now)
    {
        if (State is not (RefundState.Sent or RefundState.NeedsCheck))
        {
            throw IllegalMove();
        }

        End(providerReference, now, "succeeded");
    }

    /// <summary>The buyer's bank took so much for her by a dispute that was lost: it is not sent once more.</summary>
    /// <exception cref="RuleBroken"><c>refund.illegal_move</c>: it is on its way, or done.</exception>
    public void SettleBy(string providerDispute, Rupiah amount, DateTimeOffset now)
    {
        if (State is not (RefundState.Requested or RefundState.Failed) || amount > Rest)
        {
            throw IllegalMove();
        }

        Settled += amount;
        if (Rest.IsZero)
        {
            End(providerDispute, now, "settled_by_dispute");
        }
        else
        {
            Record(new StateChange("refund", Id.Value, State.ToString(), State.ToString(), Actor.System, now, "partly_settled_by_dispute", amount.ToString()));
            DueAt = now;
        }
    }

    /// <summary>The provider has never heard of it: it is to be sent again.</summary>
    /// <exception cref="RuleBroken"><c>refund.illegal_move</c></exception>
    public void SendAgain(DateTimeOffset now)
    {
        Move(RefundState.Requested, now, "never_arrived");
        DueAt = now;
    }

    /// <summary>The buyer's bank disputes the payment: nothing is sent before that is decided.</summary>
    public void AwaitDispute(TimeSpan wait, DateTimeOffset now)
    {
        if (State != RefundState.Requested)
        {
            Move(RefundState.Requested, now, "disputed");
        }

        Obstacle = "disputed";
        DueAt = now + wait;
    }

    /// <summary>The provider says that money of this payment has gone back already: nothing is paid until a person has looked.</summary>
    public void Obstruct(string reason, TimeSpan askAgainAfter, DateTimeOffset now)
    {
        LoseSight(askAgainAfter, now);
        Obstacle = PlainText.Cut(reason, 100);
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

    public void Fail(string reasonCode, DateTimeOffset now)
    {
        Move(RefundState.Failed, now, reasonCode);
        Obstacle = "";
        Raise(new RefundFailed(Id, PurchaseId, Rest));
    }

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

    /// <summary>The same to an account that raises a question: another than the buyer named, or one whose holder is called differently.</summary>
    /// <exception cref="RuleBroken"><c>refund.account</c>, <c>refund.reason_required</c>, <c>refund.illegal_move</c></exception>
    public void PayByHandBecause(Actor by, string account, string reason, DateTimeOffset now)
    {
        var why = Reason(reason);
        PayByHand(by, account, now);
        Record(new StateChange("refund", Id.Value, State.ToString(), State.ToString(), by, now, "account_reason", why));
    }

    /// <summary>An officer looked at the whole number of the buyer's account.</summary>
    public void NoteAccountSeen(Actor by, DateTimeOffset now) =>
        Record(new StateChange("refund", Id.Value, State.ToString(), State.ToString(), by, now, "account_seen", "Nomor rekening dilihat"));

    /// <summary>Nothing was transferred after all, for instance because her bank has taken the money for the buyer meanwhile.</summary>
    /// <exception cref="RuleBroken"><c>refund.reason_required</c>, <c>refund.illegal_move</c></exception>
    public void DropTransfer(Actor by, string reason, DateTimeOffset now)
    {
        if (State != RefundState.ManualTransfer)
        {
            throw IllegalMove();
        }

        Move(RefundState.Failed, now, "transfer_dropped", by, Reason(reason));
        DueAt = now;
    }

    /// <summary>An officer found the refund at the provider's own desk, where it had been made by hand.</summary>
    /// <param name="reference">The provider's id of it.</param>
    /// <exception cref="RuleBroken"><c>refund.reason_required</c>, <c>refund.illegal_move</c></exception>
    public void FoundAtProvider(Actor by, string reference, string reason, DateTimeOffset now)
    {
        if (State != RefundState.NeedsCheck || Obstacle.Length == 0)
        {
            throw IllegalMove();
        }

        Move(RefundState.Succeeded, now, "found_at_provider", by, Reason(reason));
        (ProviderReference, Obstacle, EndedAt) = (reference, "", now);
    }

    /// <summary>Another officer made the transfer and records the bank's reference.</summary>
    /// <exception cref="RuleBroken"><c>refund.reference</c>, <c>refund.illegal_move</c></exception>
    public void Transfer(Actor by, string reference, DateTimeOffset now)
    {
        if (reference.Trim().Length is < 4 or > 60)
        {
            throw new RuleBroken("refund.reference", "Tulis nomor referensi dari bukti transfer bank, 4 sampai 60 huruf atau angka.");
        }

        if (State != RefundState.ManualTransfer)
        {
            throw IllegalMove();
        }

        Move(RefundState.Succeeded, now, "transferred", by, reference.Trim());
        ProviderReference = reference.Trim();
        EndedAt = now;
    }

    void End(string reference, DateTimeOffset now, string reasonCode)
    {
        Move(RefundState.Succeeded, now, reasonCode);
        (ProviderReference, Obstacle, EndedAt) = (reference, "", now);
    }

    void Move(RefundState to, DateTimeOffset now, string reasonCode) => Move(to, now, reasonCode, Actor.System, null);

    void Move(RefundState to, DateTimeOffset now, string reasonCode, Actor by, string? note)
    {
        if (!RefundMoves.From(State).Contains(to))
        {
            throw IllegalMove();
        }

        Record(new StateChange("refund", Id.Value, State.ToString(), to.ToString(), by, now, reasonCode, note));
        State = to;
    }

    static RuleBroken IllegalMove() => new("refund.illegal_move", "Status pengembalian dana sudah berubah. Muat ulang halaman.");

    static string Reason(string reason) => reason.Trim() is { Length: >= 3 and <= 500 } given
        ? given
        : throw new RuleBroken("refund.reason_required", "Tulis alasannya, 3 sampai 500 huruf.");
}

/// <summary>The provider cannot pay it back, or it came back.</summary>
public sealed record RefundFailed(RefundId RefundId, PurchaseId PurchaseId, Rupiah Amount);
