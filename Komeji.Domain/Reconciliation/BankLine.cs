using Komeji.Domain.Common;
using Komeji.Domain.Ledger;

namespace Komeji.Domain.Reconciliation;

/// <summary>Accounts of the chart that a bank keeps for us.</summary>
public static class BankAccounts
{
    public static readonly IReadOnlyList<Account> All = [Chart.EscrowAtProvider, Chart.CooperativeBank];

    public static bool Knows(int code) => All.Any(a => a.Code == code);
}

/// <summary>Why a line at the bank was not matched by itself.</summary>
public enum BankDoubt
{
    /// <summary>No journal names it.</summary>
    None,

    /// <summary>A journal names it, of another amount.</summary>
    OtherAmount,

    /// <summary>Several journals fit, or several lines fit one journal.</summary>
    SeveralFit,
}

/// <summary>What a bank takes or gives for keeping an account: no other journal belongs to it.</summary>
public enum BankOwn
{
    Charge,
    Interest,

    /// <summary>What the bank withheld of interest for the State.</summary>
    InterestTax,
}

/// <summary>
/// A line of a bank's statement, kept once however often it is imported: it is known by its account, its day and its place in that
/// day, and what it says never changes.
/// </summary>
public sealed class BankLine : Reconciled
{
    /// <summary>The kind of thing its steps are about.</summary>
    public const string Kind = "bank_line";

    /// <summary>The step by which it was booked as the bank's own.</summary>
    public const string BookedAsOwn = "booked_as_bank_own";

    BankLine() { }

    public BankLineId Id { get; private set; }

    /// <summary>The statement that brought it first.</summary>
    public BankStatementId StatementId { get; private set; }
    public int Account { get; private set; }
    public DateOnly Day { get; private set; }

    /// <summary>Its place in the day, from 1.</summary>
    public int Number { get; private set; }
    public string Text { get; private set; } = "";
    public string Reference { get; private set; } = "";

    /// <summary>Positive when it came in.</summary>
    public Rupiah Amount { get; private set; }

    /// <summary>What the bank holds after it.</summary>
    public Rupiah Balance { get; private set; }
    public BankDoubt Doubt { get; private set; }

    /// <summary>An officer took back what was said of it: it is not matched by itself again.</summary>
    public bool IsLeftToPeople { get; private set; }

    /// <summary>What the bank held before it.</summary>
    public Rupiah Before => Balance - Amount;

    protected override string Subject => Kind;

    protected override Guid SubjectId => Id.Value;

    public static BankLine Of(BankStatementId statement, int account, BankRow row, int number, DateTimeOffset now) => new()
    {
        Id = BankLineId.New(now),
        StatementId = statement,
        Account = account,
        Day = row.Day,
        Number = number,
        Text = row.Text,
        Reference = row.Reference,
        Amount = row.Amount,
        Balance = row.Balance,
    };

    /// <summary>The journals that booked it, which together have its amount.</summary>
    /// <exception cref="RuleBroken"><c>reconciliation.nothing</c>, <c>reconciliation.amount</c>, <c>reconciliation.illegal_move</c></exception>
    public void Match(IReadOnlyList<LedgerSide> sides, Actor by, DateTimeOffset now)
    {
        if (sides.Count == 0)
        {
            throw new RuleBroken("reconciliation.nothing", "Pilih jurnal yang cocok dengan mutasi ini.");
        }

        var sum = Rupiah.Sum(sides.Select(s => s.Amount));
        if (sum != Amount)
        {
            throw new RuleBroken("reconciliation.amount", $"Jurnal yang dipilih berjumlah {sum}, sedangkan mutasinya {Amount}. Pilih jurnal yang jumlahnya sama, atau jelaskan selisihnya.");
        }

        var reason = by.UserId is null ? "matched" : "matched_by_hand";
        Move(MatchState.Matched, by, now, reason);
        Doubt = BankDoubt.None;
        foreach (var side in sides)
        {
            side.Mark.MatchTo(Id, by, now, reason);
        }
    }

    /// <summary>An officer says that it is the bank's own charge or interest: it is matched with the journal that books that.</summary>
    /// <exception cref="RuleBroken"><c>reconciliation.reason</c>, <c>reconciliation.amount</c>, <c>reconciliation.illegal_move</c></exception>
    public void MatchOwn(LedgerSide side, Actor by, string reason, DateTimeOffset now)
    {
        var told = Told(reason);
        Match([side], by, now);
        Record(new StateChange(Kind, Id.Value, State.ToString(), State.ToString(), by, now, BookedAsOwn, told));
    }

    /// <summary>Why it could not be matched by itself, as far as is known.</summary>
    public void Note(BankDoubt doubt) => Doubt = doubt;

    protected override void Reopened() => IsLeftToPeople = true;
}

/// <summary>An entry of a journal to match a line with.</summary>
public readonly record struct LedgerSide(LedgerMark Mark, Rupiah Amount);

/// <summary>How an entry of the ledger stands to the world outside. The entry itself never changes; one that nobody matched or explained has no mark.</summary>
public sealed class LedgerMark : Reconciled
{
    /// <summary>The kind of thing its steps are about.</summary>
    public const string Kind = "ledger_mark";

    LedgerMark() { }

    public LedgerMarkId Id { get; private set; }
    public long EntryId { get; private set; }

    /// <summary>The line at the bank it is matched with.</summary>
    public BankLineId? LineId { get; private set; }

    protected override string Subject => Kind;

    protected override Guid SubjectId => Id.Value;

    public static LedgerMark On(long entryId, DateTimeOffset now) => new() { Id = LedgerMarkId.New(now), EntryId = entryId };

    internal void MatchTo(BankLineId line, Actor by, DateTimeOffset now, string reasonCode)
    {
        Move(MatchState.Matched, by, now, reasonCode);
        LineId = line;
    }

    protected override void Reopened() => LineId = null;
}
