using Komeji.Domain.Common;

namespace Komeji.Domain.Payouts;

/// <summary>
/// Money of a shop's balance on its way to its bank account (Pencairan). It is taken out of the balance when it is asked for and stays
/// in transit, whatever the bank says, until it has arrived or goes back into the balance.
/// </summary>
public sealed partial class Payout : StatefulAggregate
{
    public const string Subject = "payout";

    readonly List<PayoutAttempt> attempts = [];

    Payout() { }

    public PayoutId Id { get; private set; }

    /// <summary>What people and the bank call it: <c>CAIR-20261123-7KQ2MD</c>.</summary>
    public string Number { get; private set; } = "";
    public StoreId StoreId { get; private set; }
    public Rupiah Amount { get; private set; }
    public string Bank { get; private set; } = "";

    /// <summary>Masked.</summary>
    public string Account { get; private set; } = "";
    public string AccountSealed { get; private set; } = "";
    public string AccountIndex { get; private set; } = "";
    public string AccountHolder { get; private set; } = "";

    /// <summary>The day a weekly payout is for; null when the shop asked for it.</summary>
    public DateOnly? WeeklyFor { get; private set; }
    public PayoutState State { get; private set; }
    public DateTimeOffset RequestedAt { get; private set; }
    public UserId? PreparedBy { get; private set; }

    /// <summary>Another one than who prepared it; the database refuses the same, too.</summary>
    public UserId? ApprovedBy { get; private set; }
    public PayoutChannel Channel { get; private set; }
    public PayoutHoldReason? HoldReason { get; private set; }
    public UserId? HeldBy { get; private set; }
    public DateTimeOffset? HeldUntil { get; private set; }

    /// <summary>What the shop says against the hold; empty when nothing.</summary>
    public string Appeal { get; private set; } = "";
    public DateTimeOffset? EndedAt { get; private set; }
    public IReadOnlyList<PayoutAttempt> Attempts => attempts;

    public bool IsOnTheWay => PayoutMoves.OnTheWay.Contains(State);

    /// <summary>The bank may still be paying it.</summary>
    public bool IsWithBank => State is PayoutState.Processing or PayoutState.NeedsCheck;

    public static Payout Request(string number, StoreId store, Rupiah amount, PayoutAccount account, DateOnly? weeklyFor, Actor by, DateTimeOffset now)
    {
        if (!amount.IsPositive)
        {
            throw new RuleBroken("payout.amount", "Jumlah pencairan harus lebih dari nol.");
        }

        var payout = new Payout
        {
            Id = PayoutId.New(now),
            Number = number,
            StoreId = store,
            Amount = amount,
            Bank = account.Bank,
            Account = account.Account,
            AccountSealed = account.Sealed,
            AccountIndex = account.Index,
            AccountHolder = account.Holder,
            WeeklyFor = weeklyFor,
            State = PayoutState.Requested,
            RequestedAt = now,
        };
        payout.Record(new StateChange(Subject, payout.Id.Value, "", nameof(PayoutState.Requested), by, now, weeklyFor is null ? "asked" : "weekly"));
        payout.Raise(new PayoutMoved(payout.Id, store, PayoutState.Requested, ""));
        return payout;
    }

    /// <exception cref="RuleBroken"><c>payout.illegal_move</c></exception>
    public void Prepare(Actor by, DateTimeOffset now)
    {
        Require(PayoutState.Requested);
        PreparedBy = by.Person();
        Move(PayoutState.AwaitingApproval, by, now, "prepared");
    }

    /// <param name="canAsk">The bank can be asked for the holder's name: what it did not confirm needs a reason.</param>
    /// <param name="nameReason">Why the account is right though the bank did not confirm its holder's name.</param>
    /// <exception cref="RuleBroken"><c>payout.same_officer</c>, <c>payout.name</c>, <c>payout.illegal_move</c></exception>
    public void Approve(Actor by, PayoutChannel channel, DateTimeOffset now, bool canAsk = false, string nameReason = "")
    {
        if (PreparedBy == by.Person())
        {
            throw new RuleBroken("payout.same_officer", "Anda yang menyiapkan pencairan ini. Minta petugas keuangan lain yang menyetujuinya.");
        }

        Require(PayoutState.AwaitingApproval);
        DecideName(by, canAsk, nameReason, now);
        (ApprovedBy, Channel) = (by.Person(), channel);
        Move(PayoutState.Approved, by, now, "approved", channel == PayoutChannel.BiFast ? null : "Di atas batas BI-FAST, dikirim lewat RTGS");
    }

    /// <summary>It stands still for some days, while an officer looks into it; then it waits for approval anew.</summary>
    /// <exception cref="RuleBroken"><c>payout.reason</c>, <c>payout.illegal_move</c></exception>
    public void Hold(Actor by, PayoutHoldReason reason, string note, TimeSpan atMost, DateTimeOffset now)
    {
        var told = PayoutReasons.Require(note);
        Move(PayoutState.OnHold, by, now, "held_" + reason.ToString().ToLowerInvariant(), told);
        (HoldReason, HeldBy, HeldUntil, Appeal, ApprovedBy) = (reason, by.Person(), now + atMost, "", null);
    }

    /// <summary>The shop says why it should go on: another officer than who held it hears that.</summary>
    /// <exception cref="RuleBroken"><c>payout.reason</c>, <c>payout.appealed</c>, <c>payout.illegal_move</c></exception>
    public void AppealHold(Actor by, string plea, DateTimeOffset now)
    {
        Require(PayoutState.OnHold);
        if (Appeal.Length > 0)
        {
            throw new RuleBroken("payout.appealed", "Keberatan Anda sudah kami terima dan sedang dibaca petugas lain.");
        }

        Appeal = PayoutReasons.Require(plea);
        Record(new StateChange(Subject, Id.Value, State.ToString(), State.ToString(), by, now, "appealed", Appeal));
    }

    /// <exception cref="RuleBroken"><c>payout.reason</c>, <c>payout.other_officer</c>, <c>payout.illegal_move</c></exception>
    public void Resume(Actor by, string reason, DateTimeOffset now)
    {
        Require(PayoutState.OnHold);
        RequireOtherEars(by);
        GoOn(by, now, "resumed", PayoutReasons.Require(reason));
    }

    /// <summary>The time an officer may hold it is over.</summary>
    /// <returns>False while it is not, and when it is no longer held.</returns>
    public bool EndHold(DateTimeOffset now)
    {
        if (State != PayoutState.OnHold || HeldUntil > now)
        {
            return false;
        }

        GoOn(Actor.System, now, "hold_over", null);
        return true;
    }

    /// <summary>It is not paid: the money is the shop's balance again.</summary>
    /// <exception cref="RuleBroken"><c>payout.reason</c>, <c>payout.other_officer</c>, <c>payout.illegal_move</c></exception>
    public void Reject(Actor by, string reason, DateTimeOffset now)
    {
        RequireOtherEars(by);
        Move(PayoutState.Rejected, by, now, "rejected", PayoutReasons.Require(reason));
        EndedAt = now;
    }

    /// <summary>The shop changed its mind before anybody looked, or what failed is not tried again: the money is the shop's balance again.</summary>
    /// <exception cref="RuleBroken"><c>payout.arrived</c>, <c>payout.illegal_move</c></exception>
    public void Cancel(Actor by, string? reason, DateTimeOffset now)
    {
        RequireNoneArrived();
        Move(PayoutState.Cancelled, by, now, "cancelled", reason is null ? null : PayoutReasons.Require(reason));
        EndedAt = now;
    }

    /// <param name="provider">Empty: in a file that an officer brings to the bank.</param>
    internal void Send(Actor by, PayoutFileId file, string fileNumber, string provider, DateTimeOffset now)
    {
        RequireNoneArrived();
        var (reasonCode, note) = provider.Length == 0 ? ("sent", "Berkas " + fileNumber) : ("sent_by_provider", "Kiriman " + fileNumber);
        Move(PayoutState.Processing, by, now, State == PayoutState.Failed ? "sent_again" : reasonCode, note);
        attempts.Add(new PayoutAttempt(Id, attempts.Count + 1, file, provider, now));
    }

    /// <summary>The bank's statement shows it; also after it had been taken for failed.</summary>
    /// <param name="attempt">Number of the try the bank answers.</param>
    /// <exception cref="RuleBroken"><c>payout.other_attempt</c>, <c>payout.with_provider</c>, <c>payout.reference</c>, <c>payout.illegal_move</c></exception>
    public void Succeed(Actor by, int attempt, string reference, Rupiah charge, DateTimeOffset now)
    {
        RequireLast(attempt);
        RequirePeoplesTurn(by, now);
        if (reference.Trim() is not { Length: >= 4 and <= 60 } told)
        {
            throw new RuleBroken("payout.reference", "Tulis nomor referensi dari bank, 4 sampai 60 huruf atau angka.");
        }

        if (by.UserId is not null && attempts.Exists(a => a != Last && a.State == PayoutAttemptState.Succeeded && a.Reference == told))
        {
            throw new RuleBroken("payout.reference", "Nomor referensi itu milik pengiriman yang lebih dahulu. Bila bank tidak membayar pengiriman terakhir, catat gagal; pencairannya berhasil oleh yang dahulu.");
        }

        Move(PayoutState.Succeeded, by, now, "succeeded", told);
        End(Last!, PayoutAttemptState.Succeeded, told, charge, now);
        EndedAt = now;
    }

    /// <summary>The bank did not pay this try. The money stays in transit until it is tried again or given up; where an earlier try has arrived, that one paid it.</summary>
    /// <param name="attempt">Number of the try the bank answers.</param>
    /// <exception cref="RuleBroken"><c>payout.other_attempt</c>, <c>payout.with_provider</c>, <c>payout.reason</c>, <c>payout.illegal_move</c></exception>
    public void Fail(Actor by, int attempt, string reason, Rupiah charge, DateTimeOffset now)
    {
        RequireLast(attempt);
        RequirePeoplesTurn(by, now);
        var why = PayoutReasons.Require(reason);
        if (IsWithBank && Arrived is { } arrived)
        {
            Record(new StateChange(Subject, Id.Value, State.ToString(), State.ToString(), by, now, "failed", why));
            End(Last!, PayoutAttemptState.Failed, "", charge, now);
            SucceedBy(arrived, by, now);
            return;
        }

        Move(PayoutState.Failed, by, now, "failed", why);
        End(Last!, PayoutAttemptState.Failed, "", charge, now);
    }

    /// <summary>Whether the bank paid is not known.</summary>
    /// <param name="attempt">Number of the try the bank does not answer.</param>
    /// <exception cref="RuleBroken"><c>payout.other_attempt</c>, <c>payout.with_provider</c>, <c>payout.reason</c>, <c>payout.illegal_move</c></exception>
    public void Doubt(Actor by, int attempt, string reason, DateTimeOffset now)
    {
        RequireLast(attempt);
        if (!IsDoubtful(now))
        {
            RequirePeoplesTurn(by, now);
        }

        Move(PayoutState.NeedsCheck, by, now, "in_doubt", PayoutReasons.Require(reason));
    }

    /// <summary>The bank sent the money back: it is the shop's balance again.</summary>
    /// <exception cref="RuleBroken"><c>payout.reason</c>, <c>payout.illegal_move</c></exception>
    public void Return(Actor by, string reason, DateTimeOffset now)
    {
        Move(PayoutState.Returned, by, now, "returned", PayoutReasons.Require(reason));
        Arrived?.ComeBack();
        EndedAt = now;
    }

    /// <summary>An officer saw the whole number of the account.</summary>
    /// <exception cref="RuleBroken"><c>payout.reason</c></exception>
    public void NoteSeen(Actor by, string why, DateTimeOffset now) =>
        Record(new StateChange(Subject, Id.Value, State.ToString(), State.ToString(), by, now, "account_seen", PayoutReasons.Require(why)));

    void GoOn(Actor by, DateTimeOffset now, string reasonCode, string? note)
    {
        Move(PayoutState.AwaitingApproval, by, now, reasonCode, note);
        (HoldReason, HeldUntil) = (null, null);
    }

    void End(PayoutAttempt attempt, PayoutAttemptState state, string reference, Rupiah charge, DateTimeOffset now)
    {
        if (charge.IsNegative)
        {
            throw new RuleBroken("payout.charge", "Biaya bank tidak boleh kurang dari nol.");
        }

        // What was taken for a try that had been taken for failed is booked already.
        var isNew = attempt.Charge.IsZero && charge.IsPositive;
        attempt.End(state, reference, isNew ? charge : attempt.Charge, now);
        if (isNew)
        {
            Raise(new PayoutCharged(Id, attempt.Id, charge));
        }
    }

    /// <summary>Of two tries the later one may be under way while an old page still shows the earlier.</summary>
    void RequireLast(int attempt)
    {
        if ((IsWithBank || State == PayoutState.Failed) && attempt != attempts.Count)
        {
            throw new RuleBroken("payout.other_attempt", $"Pencairan ini sudah dikirim lagi ke bank, yang ke-{attempts.Count}. Muat ulang halaman, lalu catat jawaban bank untuk pengiriman itu.");
        }
    }

    /// <summary>Who held it does not hear the shop's appeal.</summary>
    void RequireOtherEars(Actor by)
    {
        if (State == PayoutState.OnHold && Appeal.Length > 0 && HeldBy == by.Person())
        {
            throw new RuleBroken("payout.other_officer", "Penjual keberatan atas penundaan ini. Minta petugas keuangan lain yang memutuskannya.");
        }
    }

    void Require(PayoutState state)
    {
        if (State != state)
        {
            throw IllegalMove();
        }
    }

    void Move(PayoutState to, Actor by, DateTimeOffset now, string reasonCode, string? note = null)
    {
        if (!PayoutMoves.From(State).Contains(to))
        {
            throw IllegalMove();
        }

        Record(new StateChange(Subject, Id.Value, State.ToString(), to.ToString(), by, now, reasonCode, note));
        Raise(new PayoutMoved(Id, StoreId, to, note ?? ""));
        State = to;
    }

    static RuleBroken IllegalMove() => new("payout.illegal_move", "Status pencairan ini sudah berubah. Muat ulang halaman.");
}
