using Komeji.Domain.Common;

namespace Komeji.Domain.Payouts;

/// <summary>How a shop wants to be paid out, and what the bank has said of its account. A shop without one asks each time.</summary>
public sealed class PayoutPlan : StatefulAggregate
{
    public const string Subject = "payout-plan";

    PayoutPlan() { }

    public StoreId StoreId { get; private set; }

    /// <summary>Every week on this day; null: only when the shop asks.</summary>
    public DayOfWeek? Day { get; private set; }

    /// <summary>The last day a weekly payout was tried.</summary>
    public DateOnly? TriedOn { get; private set; }

    /// <summary>Index of an account the bank sent money back from; empty when there is none.</summary>
    public string ReturnedAccount { get; private set; } = "";

    public static PayoutPlan For(StoreId store) => new() { StoreId = store };

    public void Choose(DayOfWeek? day, Actor by, DateTimeOffset now)
    {
        Record(new StateChange(Subject, StoreId.Value, Words(Day), Words(day), by, now, "day_chosen"));
        Day = day;
    }

    /// <summary>Once a day.</summary>
    /// <returns>Whether this is the day, and it was not tried yet.</returns>
    public bool Try(DateOnly today)
    {
        if (Day != today.DayOfWeek || TriedOn >= today)
        {
            return false;
        }

        TriedOn = today;
        return true;
    }

    /// <summary>Money came back from this account: nothing is sent there until an officer has made sure of it, or the shop names another.</summary>
    public void NoteReturned(string account, DateTimeOffset now)
    {
        Record(new StateChange(Subject, StoreId.Value, "", "", Actor.System, now, "account_returned"));
        ReturnedAccount = account;
    }

    /// <exception cref="RuleBroken"><c>payout.reason</c>, <c>payout.not_flagged</c></exception>
    public void TrustAccount(Actor by, string reason, DateTimeOffset now)
    {
        if (ReturnedAccount.Length == 0)
        {
            throw new RuleBroken("payout.not_flagged", "Rekening toko ini tidak sedang ditandai. Muat ulang halaman.");
        }

        Record(new StateChange(Subject, StoreId.Value, "", "", by, now, "account_trusted", PayoutReasons.Require(reason)));
        ReturnedAccount = "";
    }

    static string Words(DayOfWeek? day) => day?.ToString() ?? "OnRequest";
}

static class PayoutReasons
{
    /// <exception cref="RuleBroken"><c>payout.reason</c></exception>
    public static string Require(string reason) => reason.Trim() is { Length: >= 5 and <= 500 } given
        ? given
        : throw new RuleBroken("payout.reason", "Tulis alasannya, 5 sampai 500 huruf.");
}
