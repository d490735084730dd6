using Komeji.Domain.Common;

namespace Komeji.Domain.Warranties;

/// <summary>What whoever stands behind the thing does: answers, receives, looks, mends, sends back.</summary>
public sealed partial class WarrantyClaim
{
    public const int LongestFinding = 1_000;

    /// <summary>What was found when it was looked at.</summary>
    public string Finding { get; private set; } = "";
    public DateTimeOffset? FoundAt { get; private set; }

    /// <summary>What was done; null until something is.</summary>
    public ClaimSolution? Solution { get; private set; }

    /// <summary>The courier's number of the way back, or how it was handed over.</summary>
    public string BackWaybill { get; private set; } = "";
    public DateTimeOffset? SentBackAt { get; private set; }

    /// <summary>Since when the warrantor has had it, this time.</summary>
    public DateTimeOffset? WorkSince { get; private set; }

    /// <summary>Days it was away, which its term was made longer by.</summary>
    public int AwayDays { get; private set; }

    /// <param name="note">What the buyer should know, such as where to send it; may be empty.</param>
    /// <exception cref="RuleBroken"><c>claim.note</c>, <c>claim.illegal_move</c></exception>
    public void Accept(Actor by, string note, ClaimTerms terms, DateTimeOffset now)
    {
        if (note.Trim().Length > 500)
        {
            throw new RuleBroken("claim.note", "Pesan untuk pembeli paling panjang 500 huruf.");
        }

        Require(State == ClaimState.AwaitingAnswer);
        Move(ClaimState.Accepted, by, now, "accepted");
        Answer = note.Trim();
        GoOn(terms, now);
        Tell();
    }

    /// <exception cref="RuleBroken"><c>claim.reason_required</c>, <c>claim.illegal_move</c></exception>
    public void Reject(Actor by, string reason, ClaimTerms terms, DateTimeOffset now)
    {
        Require(State == ClaimState.AwaitingAnswer);
        var why = Why(reason);
        Move(ClaimState.Rejected, by, now, "rejected", why);
        (Answer, DueAt) = (why, terms.ReviewBy(now));
        Tell();
    }

    /// <exception cref="RuleBroken"><c>claim.illegal_move</c></exception>
    public void Receive(Actor by, ClaimTerms terms, DateTimeOffset now)
    {
        Require(State == ClaimState.AwaitingGoods);
        Move(ClaimState.GoodsReceived, by, now, "received");
        AtWorkFrom(terms, now);
        Tell();
    }

    /// <summary>What was found, with at least one photo of it.</summary>
    /// <exception cref="RuleBroken"><c>claim.finding</c>, <c>claim.finding_photo</c>, <c>claim.illegal_move</c></exception>
    public void Examine(Actor by, string finding, DateTimeOffset now)
    {
        Require(State == ClaimState.GoodsReceived);
        if (finding.Trim() is not { Length: >= 10 and <= LongestFinding } found)
        {
            throw new RuleBroken("claim.finding", $"Tulis hasil pemeriksaannya, 10 sampai {LongestFinding} huruf.");
        }

        if (pictures.All(p => p.Of != ClaimPictureOf.Finding))
        {
            throw new RuleBroken("claim.finding_photo", "Tambahkan paling sedikit satu foto hasil pemeriksaan.");
        }

        var due = DueAt;
        Move(ClaimState.Examined, by, now, "examined", PlainText.Cut(found, 500));
        (Finding, FoundAt, DueAt) = (found, now, due);
        Tell();
    }

    /// <exception cref="RuleBroken"><c>claim.illegal_move</c></exception>
    public void Mend(Actor by, ClaimSolution solution, DateTimeOffset now)
    {
        Require(State == ClaimState.Examined && solution is (ClaimSolution.Repair or ClaimSolution.Replace));
        var due = DueAt;
        Move(solution == ClaimSolution.Repair ? ClaimState.Repaired : ClaimState.Replaced, by, now, solution == ClaimSolution.Repair ? "repaired" : "replaced");
        (Solution, DueAt) = (solution, due);
        Tell();
    }

    /// <summary>Neither mended nor replaced: the warrantor finds that it is not covered, or wants to give the money back. An officer decides either.</summary>
    /// <exception cref="RuleBroken"><c>claim.reason_required</c>, <c>claim.illegal_move</c></exception>
    public void AskRuling(Actor by, bool refund, string reason, ClaimTerms terms, DateTimeOffset now)
    {
        Require(State == ClaimState.Examined && ClaimMoves.SideOf(by) == ClaimSide.Warrantor);
        ToReview(refund ? ReviewCause.Refund : ReviewCause.NotCovered, by, Why(reason), terms, now);
    }

    /// <summary>It goes back to the buyer.</summary>
    /// <param name="waybill">The courier's number, or who took it in the shop.</param>
    /// <param name="handed">The buyer has it in hand already.</param>
    /// <returns>Days to add to the term; none for a thing that was not covered.</returns>
    /// <exception cref="RuleBroken"><c>claim.waybill</c>, <c>claim.illegal_move</c></exception>
    public int SendBack(Actor by, string waybill, bool handed, ClaimTerms terms, DateTimeOffset now)
    {
        Require(State is ClaimState.Repaired or ClaimState.Replaced or ClaimState.NotCovered);
        if (waybill.Trim() is not { Length: >= 4 and <= 60 } given)
        {
            throw new RuleBroken("claim.waybill", "Tulis nama kurir dan nomor resinya, atau nama yang menerima di toko, 4 sampai 60 huruf.");
        }

        var mended = State != ClaimState.NotCovered;
        Move(ClaimState.SentBack, by, now, handed ? "handed_back" : "sent_back", given);
        (BackWaybill, SentBackAt, DueAt) = (given, now, terms.CompleteAt(now, handed || IsService));
        var days = mended && WorkSince is { } since ? Wib.DayOf(now).DayNumber - Wib.DayOf(since).DayNumber : 0;
        (AwayDays, WorkSince) = (AwayDays + days, null);
        Tell();
        return days;
    }

    /// <summary>Accepted: the thing is awaited, perhaps once more; what cannot travel is at work at once.</summary>
    void GoOn(ClaimTerms terms, DateTimeOffset now)
    {
        if (IsService)
        {
            Move(ClaimState.GoodsReceived, Actor.System, now, "at_work");
            AtWorkFrom(terms, now);
            return;
        }

        Move(ClaimState.AwaitingGoods, Actor.System, now, "goods_awaited");
        (SentAt, ReceivedAt, Waybill, PointId, DropCode, TakenInBy) = (null, null, "", null, null, null);
        DueAt = terms.SendBy(now);
    }

    void AtWorkFrom(ClaimTerms terms, DateTimeOffset now)
    {
        ReceivedAt ??= now;
        WorkSince ??= now;
        DueAt = terms.WorkBy(now);
    }
}
