using Komeji.Domain.Common;

namespace Komeji.Domain.Legal;

/// <summary>
/// What comes before the office: a mentor prepares a paper and its owner confirms it, and a community looks whether it is complete.
/// Neither decides anything.
/// </summary>
public sealed partial class LegalVerification
{
    /// <summary>The mentor who says it is ready; the owner still has to look and send it.</summary>
    public UserId? PreparedBy { get; private set; }
    public DateTimeOffset? PreparedAt { get; private set; }

    /// <summary>Silence sends it on to the office at this moment.</summary>
    public DateTimeOffset? PreCheckUntil { get; private set; }

    /// <summary>Who of a community looked last.</summary>
    public UserId? PreCheckedBy { get; private set; }

    /// <summary>What the community says to the office.</summary>
    public string PreCheckRemark { get; private set; } = "";

    /// <summary>For the eyes of somebody who helps. What is hidden must not be saved.</summary>
    public void HideNumber() => Number = Kind.IsPersonal() && Number.Length > 0 ? "••••" : Number;

    /// <summary>A mentor has filled it in: it waits for its owner's own confirmation.</summary>
    /// <exception cref="RuleBroken"><c>legal.sent</c>, <c>legal.incomplete</c>, <c>legal.expired</c></exception>
    public void Prepare(Actor mentor, DateTimeOffset now)
    {
        RequireFillable();
        RequireComplete(now);
        Record(new StateChange(Subject, Id.Value, State.ToString(), State.ToString(), mentor, now, "prepared"));
        (PreparedBy, PreparedAt) = (new UserId(mentor.UserId!.Value), now);
    }

    /// <summary>The owner asks a community of the place to look first.</summary>
    /// <exception cref="RuleBroken"><c>legal.personal</c>, <c>legal.incomplete</c>, <c>legal.expired</c>, <c>legal.state</c></exception>
    public void AskPreCheck(Actor by, string region, DateTimeOffset until, DateTimeOffset now)
    {
        if (Kind.IsPersonal())
        {
            throw new RuleBroken("legal.personal", "KTP dan NPWP hanya dilihat dinas. Ajukan langsung ke dinas.");
        }

        RequireComplete(now);
        Move(DocumentState.PreCheck, by, now, "precheck_asked");
        (Region, PreCheckUntil, PreCheckedBy, PreCheckRemark) = (region, until, null, "");
        (PreparedBy, PreparedAt) = (null, null);
    }

    /// <summary>Nothing is missing: on to the office, with a remark.</summary>
    /// <exception cref="RuleBroken"><c>legal.own</c>, <c>legal.remark</c>, <c>legal.state</c></exception>
    public void PassPreCheck(Actor community, string remark, WorkingCalendar calendar, DateTimeOffset now)
    {
        RequirePreCheck(community);
        var said = remark.Trim();
        if (said.Length > 200)
        {
            throw new RuleBroken("legal.remark", "Catatan untuk dinas paling panjang 200 huruf.");
        }

        Enqueue(community, Region, calendar, now, "precheck_passed", said.Length == 0 ? null : said);
        (PreCheckedBy, PreCheckRemark) = (new UserId(community.UserId!.Value), said);
    }

    /// <summary>Something is missing: back to the seller, with what.</summary>
    /// <exception cref="RuleBroken"><c>legal.own</c>, <c>legal.reason</c>, <c>legal.state</c></exception>
    public void FailPreCheck(Actor community, string note, DateTimeOffset now)
    {
        RequirePreCheck(community);
        var missing = RequireReason(note);
        Move(DocumentState.NeedsFix, community, now, "precheck_failed", missing);
        Fixes = [new Fix(FixOf.Incomplete, missing)];
        (FixAskedAt, PreCheckedBy, PreCheckUntil) = (now, new UserId(community.UserId!.Value), null);
    }

    /// <summary>The owner does not wait any longer.</summary>
    /// <exception cref="RuleBroken"><c>legal.expired</c>, <c>legal.state</c></exception>
    public void SkipPreCheck(Actor by, string region, WorkingCalendar calendar, DateTimeOffset now)
    {
        if (State != DocumentState.PreCheck)
        {
            throw Moved();
        }

        Submit(by, region, calendar, now);
    }

    /// <summary>Nobody of the community looked in time.</summary>
    /// <returns>False when it is not so.</returns>
    public bool SendOn(WorkingCalendar calendar, DateTimeOffset now)
    {
        if (State != DocumentState.PreCheck || PreCheckUntil > now)
        {
            return false;
        }

        Enqueue(Actor.System, Region, calendar, now, "precheck_silent");
        return true;
    }

    void RequirePreCheck(Actor community)
    {
        if (State != DocumentState.PreCheck)
        {
            throw Moved();
        }

        RequireOtherEyes(community);
    }
}
