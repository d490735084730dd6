using Komeji.Domain.Common;

namespace Komeji.Domain.Payments;

/// <summary>What an officer decides about money and another may have to agree to.</summary>
public enum MoneyAct
{
    Refund,

    /// <summary>The cooperative bears a lost dispute.</summary>
    DisputeBorne,

    /// <summary>Whose the money is that came back after a dispute was lost.</summary>
    DisputeMoneyBack,

    /// <summary>Money of another amount goes back to who paid it.</summary>
    WrongMoneyReturned,

    /// <summary>A courier does not pay a claim, and the cooperative bears it.</summary>
    ClaimWrittenOff,

    /// <summary>What an officer decided on a complaint goes back; the subject is that decision.</summary>
    Complaint,

    /// <summary>A shop does not pay fees of orders that were paid to it in cash.</summary>
    CashFeesWrittenOff,

    /// <summary>A shop's balance is below zero, and the cooperative bears it.</summary>
    ShopDebtWrittenOff,

    /// <summary>How a dispute ended, where its provider does not tell.</summary>
    DisputeEnd,

    /// <summary>A line at the bank is the bank's own charge or interest.</summary>
    BankLineBooked,
}

public enum MoneyApprovalState
{
    Waiting,
    Approved,
    Rejected,
}

/// <summary>The legal moves of what waits for a second officer. docs/domain/payments.md draws them; a test compares the two.</summary>
public static class MoneyApprovalMoves
{
    public static IReadOnlyList<MoneyApprovalState> From(MoneyApprovalState state) => state switch
    {
        MoneyApprovalState.Waiting => [MoneyApprovalState.Approved, MoneyApprovalState.Rejected],
        MoneyApprovalState.Approved or MoneyApprovalState.Rejected => [],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

/// <summary>What is asked for.</summary>
/// <param name="SubjectId">The order, dispute, purchase, claim, bank line, shop or decision on a complaint it is about: of one kind one at a time waits for each.</param>
/// <param name="PurchaseId">Empty where it is about none.</param>
/// <param name="Number">What people call that: the number of the order or the purchase, or the shop's name.</param>
/// <param name="Details">What else has to be known to do it, in the words of whoever does it; empty for nothing.</param>
/// <param name="Seen">What there was when it was decided: when it is something else later, it is to be decided anew.</param>
public sealed record MoneyWish(MoneyAct Act, Guid SubjectId, PurchaseId PurchaseId, string Number, Rupiah Amount, string Reason, string Details, string Seen)
{
    public const int LongestNumber = 30;
}

/// <summary>
/// A decision about money that one officer made and another has to agree to (Persetujuan Kedua). Nothing has moved while it waits, and
/// what was asked for never changes.
/// </summary>
public sealed class MoneyApproval : StatefulAggregate
{
    public const string Subject = "money-approval";

    MoneyApproval() { }

    public MoneyApprovalId Id { get; private set; }
    public MoneyAct Act { get; private set; }
    public Guid SubjectId { get; private set; }
    public PurchaseId PurchaseId { get; private set; }
    public string Number { get; private set; } = "";
    public Rupiah Amount { get; private set; }
    public string Reason { get; private set; } = "";
    public string Details { get; private set; } = "";
    public string Seen { get; private set; } = "";
    public MoneyApprovalState State { get; private set; }
    public UserId AskedBy { get; private set; }

    /// <summary>The role it was decided in.</summary>
    public string AskedAs { get; private set; } = "";
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>Of what was approved another one than who asked; the database refuses the same, too.</summary>
    public UserId? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was approved or rejected; empty while it waits.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>The shop whose debt it is about; null for everything else.</summary>
    public StoreId? Shop => Act is MoneyAct.CashFeesWrittenOff or MoneyAct.ShopDebtWrittenOff ? new StoreId(SubjectId) : null;

    /// <summary>Whoever decided it first.</summary>
    public Actor Asker => Actor.Staff(AskedBy.Value, AskedAs);

    /// <exception cref="RuleBroken"><c>approval.reason</c></exception>
    public static MoneyApproval Ask(MoneyWish wish, Actor by, DateTimeOffset now)
    {
        var approval = new MoneyApproval
        {
            Id = MoneyApprovalId.New(now),
            Act = wish.Act,
            SubjectId = wish.SubjectId,
            PurchaseId = wish.PurchaseId,
            Number = wish.Number,
            Amount = wish.Amount,
            Reason = Told(wish.Reason),
            Details = wish.Details,
            Seen = wish.Seen,
            State = MoneyApprovalState.Waiting,
            AskedBy = PersonOf(by),
            AskedAs = by.Role,
            AskedAt = now,
        };
        approval.Record(new StateChange(Subject, approval.Id.Value, "", nameof(MoneyApprovalState.Waiting), by, now, "asked", approval.Reason));
        approval.Raise(new MoneyApprovalMoved(approval.Id, MoneyApprovalState.Waiting));
        return approval;
    }

    /// <exception cref="RuleBroken"><c>approval.same_officer</c>, <c>approval.reason</c>, <c>approval.illegal_move</c></exception>
    public void Approve(Actor by, string reason, DateTimeOffset now)
    {
        if (PersonOf(by) == AskedBy)
        {
            throw new RuleBroken("approval.same_officer", "Anda yang memutuskan ini. Minta petugas keuangan lain yang menyetujuinya.");
        }

        Decide(MoneyApprovalState.Approved, by, "approved", reason, now);
    }

    /// <summary>Who asked may take it back in the same way.</summary>
    /// <exception cref="RuleBroken"><c>approval.reason</c>, <c>approval.illegal_move</c></exception>
    public void Reject(Actor by, string reason, DateTimeOffset now) =>
        Decide(MoneyApprovalState.Rejected, by, PersonOf(by) == AskedBy ? "withdrawn" : "rejected", reason, now);

    void Decide(MoneyApprovalState to, Actor by, string reasonCode, string reason, DateTimeOffset now)
    {
        if (!MoneyApprovalMoves.From(State).Contains(to))
        {
            throw new RuleBroken("approval.illegal_move", "Keputusan ini sudah dijawab. Muat ulang halaman.");
        }

        Answer = Told(reason);
        Record(new StateChange(Subject, Id.Value, State.ToString(), to.ToString(), by, now, reasonCode, Answer));
        (State, DecidedBy, DecidedAt) = (to, PersonOf(by), now);
        Raise(new MoneyApprovalMoved(Id, to));
    }

    static UserId PersonOf(Actor by) => new(by.UserId ?? throw new InvalidOperationException("A person decides this."));

    static string Told(string reason) => reason.Trim() is { Length: >= 3 and <= 500 } given
        ? given
        : throw new RuleBroken("approval.reason", "Tulis alasannya, 3 sampai 500 huruf.");
}

/// <summary>A decision waits for a second officer, or has got an answer; officers are told.</summary>
public sealed record MoneyApprovalMoved(MoneyApprovalId Id, MoneyApprovalState To);
