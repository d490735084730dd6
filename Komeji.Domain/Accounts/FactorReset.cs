using Komeji.Domain.Common;

namespace Komeji.Domain.Accounts;

public enum FactorResetState
{
    Waiting,
    Done,
    Refused,
    Cancelled,
}

/// <summary>The legal moves of a request for sign-in without the lost second factor. docs/domain/accounts.md draws them; a test compares the two.</summary>
public static class FactorResetMoves
{
    public static IReadOnlyList<FactorResetState> From(FactorResetState state) => state switch
    {
        FactorResetState.Waiting => [FactorResetState.Done, FactorResetState.Refused, FactorResetState.Cancelled],
        FactorResetState.Done => [],
        FactorResetState.Refused => [],
        FactorResetState.Cancelled => [],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

/// <summary>
/// A person has lost phone and recovery codes and asks to have the second factor taken off. It is done when the waiting time is over
/// and as many administrators as the person's power calls for have agreed; until then whoever still has the factor stops it by
/// signing in.
/// </summary>
public sealed class FactorReset : StatefulAggregate
{
    public const string Subject = "factor_reset";

    FactorReset() { }

    public Guid Id { get; private set; }
    public Guid UserId { get; private set; }
    public FactorResetState State { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>Not done before this.</summary>
    public DateTimeOffset NotBefore { get; private set; }

    /// <summary>Administrators who had to agree when it was asked; more are needed when the person has gained power since.</summary>
    public int ApprovalsNeeded { get; private set; }
    public Guid? FirstApproval { get; private set; }
    public string FirstReason { get; private set; } = "";
    public Guid? SecondApproval { get; private set; }
    public string SecondReason { get; private set; } = "";
    public DateTimeOffset? EndedAt { get; private set; }

    public int Approvals => (FirstApproval is null ? 0 : 1) + (SecondApproval is null ? 0 : 1);

    public static FactorReset Ask(Guid userId, int approvalsNeeded, TimeSpan wait, DateTimeOffset now)
    {
        var reset = new FactorReset
        {
            Id = Guid.CreateVersion7(now),
            UserId = userId,
            AskedAt = now,
            NotBefore = now + wait,
            ApprovalsNeeded = approvalsNeeded,
        };
        reset.Record(new StateChange(Subject, reset.Id, "", nameof(FactorResetState.Waiting), new Actor(userId, "pemilik"), now, "asked"));
        return reset;
    }

    /// <summary>How many administrators must agree: power over others' goods and money asks for more eyes.</summary>
    public static int ApprovalsFor(bool isStaff, bool ownsShop) => (isStaff, ownsShop) switch
    {
        (true, _) => 2,
        (false, true) => 1,
        _ => 0,
    };

    /// <param name="approvalsNeeded">By the roles and the shop the person has now.</param>
    public bool IsRipe(int approvalsNeeded, DateTimeOffset now) =>
        State == FactorResetState.Waiting && now >= NotBefore && Approvals >= Math.Max(ApprovalsNeeded, approvalsNeeded);

    /// <exception cref="RuleBroken"><c>factor_reset.self</c>, <c>factor_reset.twice</c>, <c>factor_reset.ended</c>, <c>factor_reset.enough</c>, <c>factor_reset.reason_required</c></exception>
    public void Approve(Actor by, string reason, DateTimeOffset now)
    {
        StillWaits();
        NotOneself(by);
        var why = RequireReason(reason);
        if (FirstApproval == by.UserId)
        {
            throw new RuleBroken("factor_reset.twice", "Anda sudah menyetujui permintaan ini. Persetujuan kedua datang dari administrator lain.");
        }

        switch (Approvals)
        {
            case 0:
                (FirstApproval, FirstReason) = (by.UserId, why);
                break;
            case 1:
                (SecondApproval, SecondReason) = (by.UserId, why);
                break;
            default:
                throw new RuleBroken("factor_reset.enough", "Persetujuan sudah lengkap. Tinggal menunggu waktunya.");
        }

        Record(new StateChange(Subject, Id, nameof(FactorResetState.Waiting), nameof(FactorResetState.Waiting), by, now, "approved", why));
    }

    /// <exception cref="RuleBroken"><c>factor_reset.self</c>, <c>factor_reset.ended</c>, <c>factor_reset.reason_required</c></exception>
    public void Refuse(Actor by, string reason, DateTimeOffset now)
    {
        NotOneself(by);
        Move(FactorResetState.Refused, by, now, "refused", RequireReason(reason));
    }

    /// <summary>The person still has the factor, or changed the password, or pressed the button.</summary>
    public void Cancel(Actor by, string why, DateTimeOffset now) => Move(FactorResetState.Cancelled, by, now, why);

    /// <exception cref="RuleBroken"><c>factor_reset.not_ripe</c></exception>
    public void Finish(int approvalsNeeded, DateTimeOffset now)
    {
        if (State == FactorResetState.Waiting && !IsRipe(approvalsNeeded, now))
        {
            throw new RuleBroken("factor_reset.not_ripe", "Permintaan ini masih menunggu waktu atau persetujuan.");
        }

        Move(FactorResetState.Done, Actor.System, now, "done");
    }

    void Move(FactorResetState to, Actor by, DateTimeOffset now, string reasonCode, string? note = null)
    {
        StillWaits();
        Record(new StateChange(Subject, Id, State.ToString(), to.ToString(), by, now, reasonCode, note));
        State = to;
        EndedAt = now;
    }

    void StillWaits()
    {
        if (FactorResetMoves.From(State).Count == 0)
        {
            throw new RuleBroken("factor_reset.ended", "Permintaan ini sudah selesai. Muat ulang halaman untuk melihat keadaannya.");
        }
    }

    void NotOneself(Actor by)
    {
        if (by.UserId == UserId)
        {
            throw new RuleBroken("factor_reset.self", "Permintaan Anda sendiri diputuskan administrator lain.");
        }
    }

    static string RequireReason(string reason) => reason.Trim() is { Length: >= 5 and <= 300 } trimmed
        ? trimmed
        : throw new RuleBroken("factor_reset.reason_required", "Tulis alasannya, 5 sampai 300 huruf, misalnya cara Anda memastikan orangnya.");
}
