using Komeji.Domain.Common;

namespace Komeji.Domain.Stores;

/// <summary>Why a shop is suspended.</summary>
public enum SuspensionCause
{
    /// <summary>A person of the cooperative decided so, with a reason and a day on which it is looked at again.</summary>
    Decision,

    /// <summary>The owner may not sign in; it ends when he may again.</summary>
    OwnerBanned,

    /// <summary>Its figures stayed above a limit after a warning (<see cref="ShopHealth"/>); a person hears the appeal and opens it again.</summary>
    Health,
}

public sealed partial class Store
{
    public const string Subject = "store";

    /// <summary>A suspension is looked at again at the latest after so many days.</summary>
    public const int LongestSuspensionDays = 90;

    public SuspensionCause? SuspendedFor { get; private set; }
    public string SuspensionReason { get; private set; } = "";
    public UserId? SuspendedBy { get; private set; }
    public DateTimeOffset? SuspendedAt { get; private set; }

    /// <summary>The day a person looks at the suspension again.</summary>
    public DateOnly? ReviewOn { get; private set; }

    /// <summary>What the owner says against the suspension; empty when nothing.</summary>
    public string Appeal { get; private set; } = "";
    public DateTimeOffset? AppealedAt { get; private set; }

    /// <summary>A person has heard the appeal; there is one for each suspension.</summary>
    public DateTimeOffset? AppealHeardAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    public bool CanAppeal => State == StoreState.Suspended && IsDecided && AppealedAt is null;

    /// <summary>Suspended for itself, not with its owner.</summary>
    bool IsDecided => SuspendedFor is SuspensionCause.Decision or SuspensionCause.Health;

    public bool AppealWaits => State == StoreState.Suspended && AppealedAt is not null && AppealHeardAt is null;

    /// <summary>All of it is told.</summary>
    void SendIn(Actor by, DateTimeOffset now)
    {
        Record(new StateChange(Subject, Id.Value, "", nameof(StoreState.Draft), by, now, "store.begun"));
        Move(StoreState.AwaitingReview, by, now, "store.sent_in");
    }

    /// <summary>It may sell: nothing of it needed a person's eyes, or a person has looked and says why what was found does not matter.</summary>
    /// <param name="reason">Not needed where nobody had to look.</param>
    /// <exception cref="RuleBroken"><c>store.own</c>, <c>store.reason</c>, <c>store.state</c></exception>
    public void Activate(Actor by, DateTimeOffset now, string? reason = null)
    {
        RequireOtherEyes(by);
        var why = by == Actor.System ? null : RequireReason(reason);
        if (State != StoreState.AwaitingReview)
        {
            throw Elsewhere();
        }

        Move(StoreState.Active, by, now, "store.opened", why);
    }

    /// <summary>A person stops it from selling until somebody looks again.</summary>
    /// <exception cref="RuleBroken"><c>store.own</c>, <c>store.reason</c>, <c>store.review_on</c>, <c>store.state</c></exception>
    public void Suspend(Actor by, string reason, DateOnly reviewOn, DateTimeOffset now)
    {
        RequireOtherEyes(by);
        var why = RequireReason(reason);
        RequireReviewDay(reviewOn, now);
        if (State != StoreState.Active)
        {
            throw Elsewhere();
        }

        Move(StoreState.Suspended, by, now, "store.suspended", why);
        (SuspendedFor, SuspensionReason, SuspendedBy, SuspendedAt, ReviewOn) = (SuspensionCause.Decision, why, new UserId(by.UserId!.Value), now, reviewOn);
        (Appeal, AppealedAt, AppealHeardAt) = ("", null, null);
        EndFlag(now);
    }

    /// <summary>Nobody decided it: the figures stayed above a limit after the owner was warned. A person looks at it on that day in any case.</summary>
    /// <exception cref="RuleBroken"><c>store.reason</c>, <c>store.review_on</c>, <c>store.state</c></exception>
    public void SuspendForHealth(string reason, DateOnly reviewOn, DateTimeOffset now)
    {
        var why = RequireReason(reason);
        RequireReviewDay(reviewOn, now);
        if (State != StoreState.Active)
        {
            throw Elsewhere();
        }

        Move(StoreState.Suspended, Actor.System, now, "store.health_suspended", why);
        (SuspendedFor, SuspensionReason, SuspendedBy, SuspendedAt, ReviewOn) = (SuspensionCause.Health, why, null, now, reviewOn);
        (Appeal, AppealedAt, AppealHeardAt) = ("", null, null);
        EndFlag(now);
    }

    /// <summary>Looked at again, or the owner's appeal heard: it stays suspended until another day.</summary>
    /// <exception cref="RuleBroken"><c>store.own</c>, <c>store.other_person</c>, <c>store.reason</c>, <c>store.review_on</c>, <c>store.state</c></exception>
    public void KeepSuspended(Actor by, string reason, DateOnly reviewOn, DateTimeOffset now)
    {
        RequireDecided(by);
        var why = RequireReason(reason);
        RequireReviewDay(reviewOn, now);
        Move(StoreState.Suspended, by, now, "store.kept_suspended", why);
        ReviewOn = reviewOn;
        HearAppeal(now);
    }

    /// <exception cref="RuleBroken"><c>store.own</c>, <c>store.other_person</c>, <c>store.reason</c>, <c>store.state</c></exception>
    public void Reopen(Actor by, string reason, DateTimeOffset now)
    {
        RequireDecided(by);
        Move(StoreState.Active, by, now, "store.reopened", RequireReason(reason));
        HearAppeal(now);
        EndSuspension();
    }

    /// <summary>The owner does not accept the suspension; another person than who decided it answers.</summary>
    /// <exception cref="RuleBroken"><c>store.appeal</c>, <c>store.reason</c></exception>
    public void AppealSuspension(string text, DateTimeOffset now)
    {
        if (!CanAppeal)
        {
            throw new RuleBroken("store.appeal", "Keberatan hanya bisa diajukan sekali untuk satu penangguhan. Petugas lain sedang atau sudah memeriksanya.");
        }

        (Appeal, AppealedAt) = (RequireReason(text), now);
    }

    /// <returns>False when it was not open, so nothing changed.</returns>
    public bool SuspendWithOwner(Actor by, string reason, DateTimeOffset now)
    {
        if (State != StoreState.Active)
        {
            return false;
        }

        Move(StoreState.Suspended, by, now, "store.owner_banned", reason);
        (SuspendedFor, SuspensionReason, SuspendedAt) = (SuspensionCause.OwnerBanned, reason, now);
        return true;
    }

    /// <returns>False when it was not suspended because of its owner.</returns>
    public bool ReopenWithOwner(Actor by, string reason, DateTimeOffset now)
    {
        if (State != StoreState.Suspended || IsDecided)
        {
            return false;
        }

        Move(StoreState.Active, by, now, "store.owner_unbanned", reason);
        EndSuspension();
        return true;
    }

    /// <summary>For good. Whoever asks has seen to it that no order is open and nothing is owed.</summary>
    /// <exception cref="RuleBroken"><c>store.state</c></exception>
    public void Close(Actor by, string reason, DateTimeOffset now)
    {
        Move(StoreState.Closed, by, now, "store.closed", reason);
        ClosedAt = now;
        EndFlag(now);
    }

    /// <summary>The cooperative closes it, and says why. What cannot be undone does not come before the answer to an appeal.</summary>
    /// <exception cref="RuleBroken"><c>store.own</c>, <c>store.appeal_waits</c>, <c>store.reason</c>, <c>store.state</c></exception>
    public void CloseByStaff(Actor by, string reason, DateTimeOffset now)
    {
        RequireOtherEyes(by);
        if (AppealWaits)
        {
            throw new RuleBroken("store.appeal_waits", "Keberatan pemilik toko ini belum dijawab. Petugas lain menjawabnya dahulu; sesudah itu toko boleh ditutup.");
        }

        Close(by, RequireReason(reason), now);
    }

    void Move(StoreState to, Actor by, DateTimeOffset now, string code, string? note = null)
    {
        if (!StoreMoves.From(State).Contains(to))
        {
            throw Elsewhere();
        }

        Record(new StateChange(Subject, Id.Value, State.ToString(), to.ToString(), by, now, code, note));
        State = to;
    }

    void EndSuspension() => (SuspendedFor, SuspensionReason, SuspendedBy, SuspendedAt, ReviewOn) = (null, "", null, null, null);

    void HearAppeal(DateTimeOffset now) => AppealHeardAt = AppealedAt is null ? null : AppealHeardAt ?? now;

    /// <summary>Of a suspension a person decided; its appeal is heard by somebody else.</summary>
    void RequireDecided(Actor by)
    {
        RequireOtherEyes(by);
        if (State != StoreState.Suspended || !IsDecided)
        {
            throw Elsewhere();
        }

        if (AppealWaits && by.UserId == SuspendedBy?.Value)
        {
            throw new RuleBroken("store.other_person", "Keberatan atas keputusan Anda dijawab petugas lain.");
        }
    }

    void RequireOtherEyes(Actor by)
    {
        if (by.UserId == OwnerId.Value)
        {
            throw new RuleBroken("store.own", "Ini toko Anda sendiri. Petugas lain yang memutuskan.");
        }
    }

    static void RequireReviewDay(DateOnly day, DateTimeOffset now)
    {
        var today = Wib.DayOf(now);
        if (day <= today || day > today.AddDays(LongestSuspensionDays))
        {
            throw new RuleBroken("store.review_on", $"Pilih hari peninjauan sesudah hari ini dan paling lama {LongestSuspensionDays} hari lagi.");
        }
    }

    static string RequireReason(string? reason) => reason?.Trim() is { Length: >= 10 and <= 500 } told
        ? told
        : throw new RuleBroken("store.reason", "Tulis alasannya, 10 sampai 500 huruf.");

    static RuleBroken Elsewhere() => new("store.state", "Keadaan toko ini sudah berubah, jadi langkah ini tidak bisa dilakukan. Muat ulang halaman untuk melihat yang terbaru.");
}
