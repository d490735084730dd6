using Komeji.Domain.Common;

namespace Komeji.Domain.Accounts;

/// <summary>What people may be beyond buyers. Selling comes from owning a shop, not from a role.</summary>
public static class Roles
{
    public const string Operator = "operator";
    public const string CallCentre = "call_center";
    public const string Finance = "keuangan";
    public const string Board = "pengurus";
    public const string Supervisor = "pengawas";
    public const string Maintenance = "teknisi";
    public const string Admin = "admin";
    public const string Verifier = "verifikator";

    /// <summary>Helps sellers of a territory, in sessions they open.</summary>
    public const string Mentor = "pendamping";

    /// <summary>Leads a community; helps sellers as a mentor does.</summary>
    public const string CommunityHead = "pengurus_komunitas";

    public static readonly IReadOnlyList<string> All = [Operator, CallCentre, Finance, Board, Supervisor, Maintenance, Admin, Verifier, Mentor, CommunityHead];

    /// <summary>Who works for the cooperative itself, in its back office.</summary>
    public static readonly IReadOnlyList<string> Cooperative = [Operator, CallCentre, Finance, Board, Supervisor, Maintenance, Admin];

    /// <summary>Roles that are given for a territory.</summary>
    public static readonly IReadOnlyList<string> Territorial = [Verifier, Mentor, CommunityHead];

    /// <summary>Who may help sellers and look over their papers first.</summary>
    public static readonly IReadOnlyList<string> Helpers = [Mentor, CommunityHead];
}

/// <summary>A role given to a person, by whom and why. Taking it back ends it; the row stays.</summary>
public sealed class RoleGrant : Aggregate
{
    RoleGrant() { }

    public Guid Id { get; private set; }
    public UserId UserId { get; private set; }
    public string Role { get; private set; } = "";

    /// <summary>Region code of the territory; empty is everywhere.</summary>
    public string Territory { get; private set; } = "";
    public Guid? GrantedBy { get; private set; }
    public DateTimeOffset GrantedAt { get; private set; }
    public string Reason { get; private set; } = "";
    public Guid? EndedBy { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public string EndReason { get; private set; } = "";

    /// <exception cref="RuleBroken"><c>role.unknown</c>, <c>role.self</c>, <c>role.reason_required</c></exception>
    public static RoleGrant Give(UserId userId, string role, string territory, Actor by, string reason, DateTimeOffset now)
    {
        if (!Roles.All.Contains(role))
        {
            throw new RuleBroken("role.unknown", "Pilih peran dari daftar.");
        }

        if (by.UserId == userId.Value)
        {
            throw new RuleBroken("role.self", "Anda tidak bisa mengubah peran Anda sendiri. Minta administrator lain.");
        }

        RequireReason(reason);
        return new RoleGrant
        {
            Id = Guid.CreateVersion7(now),
            UserId = userId,
            Role = role,
            Territory = territory,
            GrantedBy = by.UserId,
            GrantedAt = now,
            Reason = reason.Trim(),
        };
    }

    /// <exception cref="RuleBroken"><c>role.self</c>, <c>role.reason_required</c></exception>
    public void TakeBack(Actor by, string reason, DateTimeOffset now)
    {
        if (by.UserId == UserId.Value)
        {
            throw new RuleBroken("role.self", "Anda tidak bisa mengubah peran Anda sendiri. Minta administrator lain.");
        }

        RequireReason(reason);
        EndedAt ??= now;
        EndedBy ??= by.UserId;
        EndReason = EndReason.Length == 0 ? reason.Trim() : EndReason;
    }

    static void RequireReason(string reason)
    {
        if (reason.Trim().Length is < 5 or > 300)
        {
            throw new RuleBroken("role.reason_required", "Tulis alasannya, 5 sampai 300 huruf.");
        }
    }
}
