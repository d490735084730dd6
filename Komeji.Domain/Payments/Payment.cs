using Komeji.Domain.Common;

namespace Komeji.Domain.Payments;

public enum PaymentState
{
    AwaitingPayment,
    Paid,
    Failed,
    Expired,
    Cancelled,

    /// <summary>Something does not add up (another amount, no answer); reconciliation or an officer decides.</summary>
    NeedsCheck,

    /// <summary>The buyer pays the shop in cash: nothing is paid here.</summary>
    InCash,
}

/// <summary>The legal moves of a payment. docs/domain/payments.md draws them; a test compares the two.</summary>
public static class PaymentMoves
{
    public static IReadOnlyList<PaymentState> From(PaymentState state) => state switch
    {
        PaymentState.AwaitingPayment => [PaymentState.Paid, PaymentState.Failed, PaymentState.Expired, PaymentState.Cancelled, PaymentState.NeedsCheck, PaymentState.InCash],
        PaymentState.Failed => [PaymentState.AwaitingPayment, PaymentState.Paid, PaymentState.Expired, PaymentState.Cancelled, PaymentState.NeedsCheck],
        PaymentState.NeedsCheck => [PaymentState.AwaitingPayment, PaymentState.Paid, PaymentState.Failed, PaymentState.Expired, PaymentState.Cancelled],
        PaymentState.Paid or PaymentState.Expired or PaymentState.Cancelled or PaymentState.InCash => [],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

/// <summary>Paying one purchase. Each try at a provider is an attempt with its own key.</summary>
public sealed class Payment : StatefulAggregate
{
    public const int MostAttempts = 20;

    readonly List<PaymentAttempt> attempts = [];

    Payment() { }

    public PaymentId Id { get; private set; }
    public PurchaseId PurchaseId { get; private set; }
    public Rupiah Amount { get; private set; }
    public PaymentState State { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? PaidAt { get; private set; }

    /// <summary>The provider's id of the payment that counted.</summary>
    public string ProviderPayment { get; private set; } = "";
    public string Gateway { get; private set; } = "";
    public string Method { get; private set; } = "";

    /// <summary>Money of another amount or currency has come and waits for a decision (rule P14).</summary>
    public bool HoldsWrongMoney { get; private set; }

    /// <summary>Counts changes of attempts, so that two who change attempts at once meet at <see cref="Aggregate.Version"/>.</summary>
    public int AttemptChanges { get; private set; }

    public IReadOnlyList<PaymentAttempt> Attempts => attempts;

    public PaymentAttempt? OpenAttempt => attempts.OrderByDescending(a => a.CreatedAt).FirstOrDefault(a => a.IsOpen);

    /// <summary>Nothing can pay it any more; money that still comes is given back.</summary>
    public bool IsClosed => State is PaymentState.Paid or PaymentState.Expired or PaymentState.Cancelled or PaymentState.InCash;

    public static Payment Of(PurchaseId purchaseId, Rupiah amount, DateTimeOffset now) =>
        new() { Id = PaymentId.New(now), PurchaseId = purchaseId, Amount = amount, State = PaymentState.AwaitingPayment, CreatedAt = now };

    /// <summary>Stores the wish to pay before the provider is asked. An open attempt at the same gateway is used again, under its own key.</summary>
    /// <exception cref="RuleBroken"><c>payment.closed</c>, <c>payment.too_many_attempts</c></exception>
    public PaymentAttempt Attempt(string gateway, DateTimeOffset now)
    {
        if (IsClosed)
        {
            throw new RuleBroken("payment.closed", "Belanja ini sudah dibayar, kedaluwarsa, atau dibatalkan, jadi tidak perlu dibayar lagi.");
        }

        if (OpenAttempt is { } open && open.Gateway == gateway)
        {
            return open;
        }

        if (attempts.Count >= MostAttempts)
        {
            throw new RuleBroken("payment.too_many_attempts", "Terlalu banyak percobaan bayar. Hubungi layanan Komeji.");
        }

        if (State is PaymentState.Failed)
        {
            Move(PaymentState.AwaitingPayment, now, "tried_again");
        }

        var attempt = new PaymentAttempt(Id, gateway, now);
        attempts.Add(attempt);
        AttemptChanges++;
        return attempt;
    }

    /// <summary>The provider took the attempt: the buyer pays at the address. A doubt about it is over.</summary>
    public void NoteStarted(AttemptId attemptId, string providerReference, string payAddress, DateTimeOffset now)
    {
        var attempt = Find(attemptId);
        if (attempt.Start(providerReference, payAddress))
        {
            AttemptChanges++;
            EndDoubt(now, "answer_found");
        }
    }

    /// <summary>The provider said no to this attempt; another may follow.</summary>
    public void NoteDeclined(AttemptId attemptId, string reason, DateTimeOffset now)
    {
        if (!Find(attemptId).Decline(reason))
        {
            return;
        }

        AttemptChanges++;
        EndDoubt(now, "answer_found");
        if (State == PaymentState.AwaitingPayment)
        {
            Move(PaymentState.Failed, now, "declined");
        }
    }

    /// <summary>The provider did not answer: reconciliation asks again under the same key.</summary>
    public void NoteUnknown(AttemptId attemptId, DateTimeOffset now)
    {
        if (!Find(attemptId).LoseSight())
        {
            return;
        }

        AttemptChanges++;
        if (State is PaymentState.AwaitingPayment or PaymentState.Failed)
        {
            Move(PaymentState.NeedsCheck, now, "no_answer");
        }
    }

    /// <summary>The provider has never heard of the attempt: it may be sent again under the same key, or is over with the payment.</summary>
    public void NoteAbsent(AttemptId attemptId, DateTimeOffset now)
    {
        var attempt = Find(attemptId);
        if (IsClosed)
        {
            NoteDeclined(attemptId, "tidak pernah sampai di penyedia", now);
        }
        else if (attempt.Reset())
        {
            AttemptChanges++;
            EndDoubt(now, "never_arrived");
        }
    }

    /// <summary>Whether the provider has said what it keeps of the money; until it has, reconciliation asks.</summary>
    public void NoteCost(AttemptId attemptId, bool isKnown)
    {
        if (Find(attemptId).AwaitCost(!isKnown))
        {
            AttemptChanges++;
        }
    }

    /// <summary>When reconciliation asks about the attempt again.</summary>
    public void AskAgain(AttemptId attemptId, DateTimeOffset askAt)
    {
        Find(attemptId).AskLater(askAt);
        AttemptChanges++;
    }

    /// <summary>
    /// Money arrived for this payment, signed by the provider. The first that fits pays the purchase; money that comes twice,
    /// late or for a cancelled purchase is to be given back; another amount or currency is parked.
    /// </summary>
    /// <param name="amount">In whole rupiah; meaningless when the currency is another.</param>
    /// <param name="isWhole">False: a fraction of a rupiah came besides.</param>
    /// <param name="paidAt">When it happened at the provider; <paramref name="now"/> is when we heard.</param>
    public Receipt Receive(AttemptId attemptId, string providerPayment, Rupiah amount, string currency, string method, DateTimeOffset paidAt, DateTimeOffset now, bool isWhole = true)
    {
        var attempt = Find(attemptId);
        if (providerPayment == ProviderPayment)
        {
            return Receipt.Repeat;
        }

        if (currency != "IDR" || amount != Amount || !isWhole)
        {
            HoldsWrongMoney = true;
            if (State is PaymentState.AwaitingPayment or PaymentState.Failed)
            {
                Move(PaymentState.NeedsCheck, now, currency == "IDR" ? "wrong_amount" : "wrong_currency");
            }

            return Receipt.Wrong;
        }

        attempt.Pay();
        AttemptChanges++;
        if (IsClosed)
        {
            return Receipt.Surplus;
        }

        Move(PaymentState.Paid, now, "paid");
        PaidAt = paidAt;
        ProviderPayment = providerPayment;
        Gateway = attempt.Gateway;
        Method = method;
        Raise(new PurchasePaid(PurchaseId, Id, providerPayment, Gateway, amount, paidAt));
        return Receipt.Accepted;
    }

    /// <summary>What arrived wrongly has been given back; the purchase may be paid rightly while there is time.</summary>
    /// <exception cref="RuleBroken"><c>payment.no_wrong_money</c></exception>
    public void SettleWrongMoney(Actor by, string reason, DateTimeOffset now)
    {
        if (!HoldsWrongMoney)
        {
            throw new RuleBroken("payment.no_wrong_money", "Tidak ada uang yang tidak sesuai pada belanja ini. Muat ulang halaman.");
        }

        if (reason.Trim().Length is < 3 or > 500)
        {
            throw new RuleBroken("payment.reason_required", "Tulis alasannya, 3 sampai 500 huruf.");
        }

        HoldsWrongMoney = false;
        Record(new StateChange("payment", Id.Value, State.ToString(), State.ToString(), by, now, "wrong_money_returned", reason.Trim()));
        EndDoubt(now, "wrong_money_returned");
    }

    /// <summary>Its time is up, and nobody has said yet that no money came: it waits for the answer, where people see it.</summary>
    public void AwaitAnswer(DateTimeOffset now)
    {
        if (State is PaymentState.AwaitingPayment or PaymentState.Failed)
        {
            Move(PaymentState.NeedsCheck, now, "time_is_up");
        }
    }

    public void Expire(DateTimeOffset now) => Move(PaymentState.Expired, now, "expired");

    public void Cancel(DateTimeOffset now) => Move(PaymentState.Cancelled, now, "cancelled");

    /// <summary>The buyer will pay the shop in cash.</summary>
    public void LeaveToShop(DateTimeOffset now)
    {
        Move(PaymentState.InCash, now, "cash_agreed");
        Raise(new PurchaseInCash(PurchaseId));
    }

    void EndDoubt(DateTimeOffset now, string reasonCode)
    {
        if (State == PaymentState.NeedsCheck && !HoldsWrongMoney && attempts.All(a => a.State != AttemptState.Unknown))
        {
            Move(PaymentState.AwaitingPayment, now, reasonCode);
        }
    }

    PaymentAttempt Find(AttemptId id) => attempts.Single(a => a.Id == id);

    void Move(PaymentState to, DateTimeOffset now, string reasonCode)
    {
        if (!PaymentMoves.From(State).Contains(to))
        {
            throw new RuleBroken("payment.illegal_move", "Status pembayaran sudah berubah. Muat ulang halaman untuk melihat status terbaru.");
        }

        Record(new StateChange("payment", Id.Value, State.ToString(), to.ToString(), Actor.System, now, reasonCode));
        State = to;
    }
}

/// <summary>What money that arrived means.</summary>
public enum Receipt
{
    /// <summary>It pays the purchase.</summary>
    Accepted,

    /// <summary>The same payment told again; nothing to do.</summary>
    Repeat,

    /// <summary>Twice, late, or for a cancelled purchase: always refunded (rule P13).</summary>
    Surplus,

    /// <summary>Another amount or currency: parked until decided (rule P14).</summary>
    Wrong,
}

/// <param name="ProviderPayment">The provider's id of the money that arrived.</param>
public sealed record PurchasePaid(PurchaseId PurchaseId, PaymentId PaymentId, string ProviderPayment, string Gateway, Rupiah Amount, DateTimeOffset PaidAt);

/// <summary>Nothing of it is paid here: its shop takes the cash.</summary>
public sealed record PurchaseInCash(PurchaseId PurchaseId);
