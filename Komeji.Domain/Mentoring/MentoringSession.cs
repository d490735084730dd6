using Komeji.Domain.Common;
using Komeji.Domain.Stores;

namespace Komeji.Domain.Mentoring;

public enum MentoringState
{
    /// <summary>The seller has a code; no mentor has entered it.</summary>
    Waiting,
    Open,

    /// <summary>The seller took the code back.</summary>
    Withdrawn,

    /// <summary>Nobody entered the code in time.</summary>
    Lapsed,
    Ended,
}

/// <summary>The legal moves of a mentor's session. docs/domain/mentoring.md draws them; a test compares the two.</summary>
public static class MentoringMoves
{
    public static IReadOnlyList<MentoringState> From(MentoringState state) => state switch
    {
        MentoringState.Waiting => [MentoringState.Open, MentoringState.Withdrawn, MentoringState.Lapsed],
        MentoringState.Open => [MentoringState.Ended],
        MentoringState.Withdrawn => [],
        MentoringState.Lapsed => [],
        MentoringState.Ended => [],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

/// <summary>
/// A seller lets a mentor work in her place for a short while (sesi pendampingan): she makes a code, the mentor enters it, and from then
/// until the clock or either of them ends it the mentor does what the session covers. What is done is written down in
/// <see cref="ShopDeed"/>.
/// </summary>
public sealed class MentoringSession : StatefulAggregate
{
    public const string Subject = "pendampingan";

    MentoringSession() { }

    public MentoringId Id { get; private set; }
    public UserId SellerId { get; private set; }

    /// <summary>Keyed hash of the code; the code itself is shown once.</summary>
    public string CodeHash { get; private set; } = "";
    public DateTimeOffset CodeUntil { get; private set; }
    public ShopRights Covers { get; private set; }

    /// <summary>How long it lasts from when the mentor begins.</summary>
    public int Minutes { get; private set; }

    /// <summary>Both use one phone: when it ends nobody stays signed in there.</summary>
    public bool OnOnePhone { get; private set; }
    public MentoringState State { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }
    public UserId? MentorId { get; private set; }
    public DateTimeOffset? BegunAt { get; private set; }

    /// <summary>When the clock ends it.</summary>
    public DateTimeOffset? Until { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <exception cref="RuleBroken"><c>mentoring.covers</c></exception>
    public static MentoringSession Offer(UserId seller, MentoringOffer offer, DateTimeOffset now)
    {
        if (offer.Covers == ShopRights.None || (offer.Covers & ~ShopRightsOf.Mentor) != 0)
        {
            throw new RuleBroken("mentoring.covers", "Pilih paling sedikit satu hal yang boleh dibantu pendamping.");
        }

        var session = new MentoringSession
        {
            Id = MentoringId.New(now),
            SellerId = seller,
            CodeHash = offer.CodeHash,
            CodeUntil = now + offer.CodeLife,
            Covers = offer.Covers,
            Minutes = offer.Minutes,
            OnOnePhone = offer.OnOnePhone,
            AskedAt = now,
        };
        session.Record(new StateChange(Subject, session.Id.Value, "", nameof(MentoringState.Waiting), Actor.Seller(seller.Value), now, "offered", offer.Covers.ToString()));
        return session;
    }

    public bool CanBegin(DateTimeOffset now) => State == MentoringState.Waiting && now < CodeUntil;

    public bool IsOpen(DateTimeOffset now) => State == MentoringState.Open && now < Until;

    /// <exception cref="RuleBroken"><c>mentoring.own</c>, <c>mentoring.state</c></exception>
    public void Begin(UserId mentor, DateTimeOffset now)
    {
        if (mentor == SellerId)
        {
            throw new RuleBroken("mentoring.own", "Kode ini untuk pendamping Anda, bukan untuk Anda sendiri.");
        }

        if (!CanBegin(now))
        {
            throw new RuleBroken("mentoring.state", "Kode ini sudah dipakai atau lewat waktunya. Minta penjual membuat kode baru.");
        }

        Move(MentoringState.Open, Actor.Mentor(mentor.Value, SellerId.Value), now, "begun");
        (MentorId, BegunAt, Until) = (mentor, now, now.AddMinutes(Minutes));
    }

    /// <summary>By the seller or the mentor; a code nobody entered is taken back.</summary>
    /// <exception cref="RuleBroken"><c>mentoring.state</c></exception>
    public void End(Actor by, DateTimeOffset now)
    {
        Move(State == MentoringState.Waiting ? MentoringState.Withdrawn : MentoringState.Ended, by, now, State == MentoringState.Waiting ? "withdrawn" : "ended");
        EndedAt = now;
    }

    /// <summary>The mentor's browser was signed out: by her, from another of her browsers, or because her account was shut.</summary>
    /// <exception cref="RuleBroken"><c>mentoring.state</c></exception>
    public void SignOut(DateTimeOffset now)
    {
        Move(MentoringState.Ended, Actor.Mentor(MentorId!.Value.Value, SellerId.Value), now, "signed_out");
        EndedAt = now;
    }

    /// <summary>The clock has run out: of the code or of the session.</summary>
    /// <returns>False when it is not so.</returns>
    public bool RunOut(DateTimeOffset now)
    {
        if (State == MentoringState.Waiting && CodeUntil <= now)
        {
            Move(MentoringState.Lapsed, Actor.System, now, "lapsed");
            EndedAt = CodeUntil;
            return true;
        }

        if (State == MentoringState.Open && Until <= now)
        {
            Move(MentoringState.Ended, Actor.System, now, "time_over");
            EndedAt = Until;
            return true;
        }

        return false;
    }

    void Move(MentoringState to, Actor by, DateTimeOffset now, string reasonCode)
    {
        if (!MentoringMoves.From(State).Contains(to))
        {
            throw new RuleBroken("mentoring.state", "Sesi ini sudah berakhir. Muat ulang halaman untuk melihat yang terbaru.");
        }

        Record(new StateChange(Subject, Id.Value, State.ToString(), to.ToString(), by, now, reasonCode));
        State = to;
    }
}

/// <param name="Minutes">How long the mentor may work.</param>
public sealed record MentoringOffer(string CodeHash, TimeSpan CodeLife, ShopRights Covers, int Minutes, bool OnOnePhone);

/// <summary>A code somebody typed that opened nothing; too many within an hour and no code is taken from this person.</summary>
public sealed class MentoringMiss
{
    MentoringMiss() { }

    public MentoringMiss(UserId mentor, DateTimeOffset at)
    {
        MentorId = mentor;
        At = at;
    }

    public long Id { get; private set; }
    public UserId MentorId { get; private set; }
    public DateTimeOffset At { get; private set; }
}
