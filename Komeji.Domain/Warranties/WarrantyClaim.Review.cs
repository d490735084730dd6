using Komeji.Domain.Common;

namespace Komeji.Domain.Warranties;

/// <summary>Why an officer decides.</summary>
public enum ReviewCause
{
    OutOfTerm,
    Rejected,

    /// <summary>The warrantor did not answer.</summary>
    Silence,

    /// <summary>Sent, and nobody wrote down that it came.</summary>
    NotReceived,

    /// <summary>The warrantor has it, and has not sent it back in time.</summary>
    WorkLate,

    /// <summary>The warrantor found that it is not covered.</summary>
    NotCovered,

    /// <summary>The warrantor wants to give the money back.</summary>
    Refund,

    /// <summary>It came back, and is as broken as before.</summary>
    NotMended,

    /// <summary>It was sent back and did not come.</summary>
    NotBack,
}

public enum ClaimRuling
{
    /// <summary>The buyer is right: the claim goes on.</summary>
    Uphold,

    /// <summary>The warrantor is right.</summary>
    Dismiss,
}

/// <summary>What an officer decides, and what happens when nobody does anything.</summary>
public sealed partial class WarrantyClaim
{
    public ReviewCause? Cause { get; private set; }

    /// <summary>Where it stood before the officers had it.</summary>
    public ClaimState? ReviewedFrom { get; private set; }

    /// <summary>What whoever asked for the review said.</summary>
    public string Plea { get; private set; } = "";

    /// <summary>The officer's reason, the last one.</summary>
    public string Ruling { get; private set; } = "";
    public Guid? RuledBy { get; private set; }
    public DateTimeOffset? RuledAt { get; private set; }

    /// <summary>The decided refund it ended with.</summary>
    public RefundId? RefundId { get; private set; }

    /// <summary>Where a ruling would lead; null where it cannot be given, since the thing is not where it would have to be.</summary>
    public ClaimState? Leads(ClaimRuling ruling) => (State == ClaimState.UnderReview ? ReviewedFrom : null, ruling) switch
    {
        (ClaimState.OutOfTerm or ClaimState.AwaitingAnswer or ClaimState.Rejected, ClaimRuling.Uphold) => ClaimState.Accepted,
        (ClaimState.OutOfTerm or ClaimState.AwaitingAnswer or ClaimState.Rejected, ClaimRuling.Dismiss) => ClaimState.Refused,
        (ClaimState.AwaitingGoods, ClaimRuling.Uphold) => ClaimState.GoodsReceived,

        // The buyer says that she sent it, and nothing shows it; what a keeper took in by name has left her.
        (ClaimState.AwaitingGoods, ClaimRuling.Dismiss) when TakenInBy is null => ClaimState.Refused,
        (ClaimState.Examined, ClaimRuling.Dismiss) => ClaimState.NotCovered,
        (ClaimState.SentBack, ClaimRuling.Uphold) => Cause == ReviewCause.NotMended && !IsService ? ClaimState.Accepted : ClaimState.Examined,
        (ClaimState.SentBack, ClaimRuling.Dismiss) => ClaimState.Completed,
        ({ } stood, ClaimRuling.Uphold) => stood,
        _ => null,
    };

    /// <summary>Whoever is tied to the shop, or bought the thing, decides nothing; the use case sees to that.</summary>
    /// <exception cref="RuleBroken"><c>claim.reason_required</c>, <c>claim.ruling</c>, <c>claim.illegal_move</c></exception>
    public void Rule(ClaimRuling ruling, Actor by, string reason, ClaimTerms terms, DateTimeOffset now)
    {
        Require(State == ClaimState.UnderReview);
        var why = Why(reason);
        var to = Leads(ruling) ?? throw new RuleBroken("claim.ruling", "Barangnya ada di penanggung atau di jalan, jadi klaim tidak bisa ditolak sekarang. Perintahkan dilanjutkan, atau kembalikan dananya.");
        Move(to, by, now, ruling == ClaimRuling.Uphold ? "upheld" : "dismissed", why);
        Ruled(by, why, now);
        if (to == ClaimState.Accepted)
        {
            GoOn(terms, now);
        }
        else if (ClaimMoves.AtWork.Contains(to))
        {
            AtWorkFrom(terms, now);
        }

        Tell();
    }

    /// <summary>An officer gave money back for it, by the order's own rules.</summary>
    /// <exception cref="RuleBroken"><c>claim.reason_required</c>, <c>claim.illegal_move</c></exception>
    public void Refund(RefundId refund, Actor by, string reason, DateTimeOffset now)
    {
        var why = Why(reason);
        Move(ClaimState.Refunded, by, now, "refunded", why);
        Ruled(by, why, now);
        (RefundId, Solution) = (refund, ClaimSolution.Refund);
        Tell();
    }

    /// <summary>Its clock has run out; before that nothing happens.</summary>
    public void RunOut(ClaimTerms terms, DateTimeOffset now)
    {
        if (!RunsOut || DueAt > now)
        {
            return;
        }

        switch (State)
        {
            case ClaimState.AwaitingAnswer:
                ToReview(ReviewCause.Silence, Actor.System, "", terms, now);
                break;
            case ClaimState.OutOfTerm or ClaimState.Rejected:
                End(ClaimState.Refused, "no_review_asked", now);
                break;
            case ClaimState.AwaitingGoods when SentAt is null:
                End(ClaimState.Expired, "not_sent_in_time", now);
                break;
            case ClaimState.AwaitingGoods:
                ToReview(ReviewCause.NotReceived, Actor.System, "", terms, now);
                break;
            case ClaimState.SentBack:
                End(ClaimState.Completed, "checking_time_over", now);
                break;
            default:
                ToReview(ReviewCause.WorkLate, Actor.System, "", terms, now);
                break;
        }
    }

    void End(ClaimState to, string reasonCode, DateTimeOffset now)
    {
        Move(to, Actor.System, now, reasonCode);
        Tell();
    }

    void ToReview(ReviewCause cause, Actor by, string plea, ClaimTerms terms, DateTimeOffset now)
    {
        var from = State;
        Move(ClaimState.UnderReview, by, now, Code(cause), plea.Length > 0 ? plea : null);
        (Cause, ReviewedFrom, Plea, DueAt) = (cause, from, plea, terms.RuleBy(now));
        Tell();
    }

    void Ruled(Actor by, string why, DateTimeOffset now) => (Ruling, RuledBy, RuledAt) = (why, by.UserId, now);

    static string Code(ReviewCause cause) => cause switch
    {
        ReviewCause.OutOfTerm or ReviewCause.Rejected => "review_asked",
        ReviewCause.Silence => "not_answered_in_time",
        ReviewCause.NotReceived => "not_received_in_time",
        ReviewCause.WorkLate => "not_sent_back_in_time",
        ReviewCause.NotCovered => "found_not_covered",
        ReviewCause.Refund => "refund_proposed",
        ReviewCause.NotMended or ReviewCause.NotBack => "contested",
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, null),
    };
}
