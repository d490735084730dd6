using Komeji.Domain.Common;

namespace Komeji.Domain.Stores;

public enum StaffState
{
    /// <summary>Asked; the answer is still out.</summary>
    Invited,
    Active,
    Declined,

    /// <summary>Nobody answered in time.</summary>
    Lapsed,

    /// <summary>The owner took the invitation back.</summary>
    Withdrawn,

    /// <summary>Works there no longer.</summary>
    Ended,
}

/// <summary>The legal moves of a place in a shop. docs/domain/staff.md draws them; a test compares the two.</summary>
public static class StaffMoves
{
    public static IReadOnlyList<StaffState> From(StaffState state) => state switch
    {
        StaffState.Invited => [StaffState.Active, StaffState.Declined, StaffState.Lapsed, StaffState.Withdrawn],
        StaffState.Active => [StaffState.Ended, StaffState.Active],
        StaffState.Declined => [],
        StaffState.Lapsed => [],
        StaffState.Withdrawn => [],
        StaffState.Ended => [],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>They count towards the most a shop may have.</summary>
    public static readonly IReadOnlyList<StaffState> Open = [StaffState.Invited, StaffState.Active];
}

/// <summary>
/// Somebody's place in a shop of another (staf toko): asked by the owner, with rights the owner chooses, accepted or declined by the
/// person herself. Ending it bites at once.
/// </summary>
public sealed class ShopStaff : StatefulAggregate
{
    public const string Subject = "staf";

    ShopStaff() { }

    public StaffId Id { get; private set; }
    public StoreId StoreId { get; private set; }

    /// <summary>As the owner calls the person.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where the invitation went: an e-mail or a phone number.</summary>
    public string Contact { get; private set; } = "";

    /// <summary>Hash of the secret in the link; whoever has it was reached there.</summary>
    public string SecretHash { get; private set; } = "";
    public ShopRights Rights { get; private set; }
    public StaffState State { get; private set; }
    public DateTimeOffset InvitedAt { get; private set; }
    public DateTimeOffset LapsesAt { get; private set; }

    /// <summary>Who accepted; null before.</summary>
    public UserId? UserId { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <exception cref="RuleBroken"><c>staff.name</c>, <c>staff.rights</c></exception>
    public static ShopStaff Invite(StoreId store, StaffInvitation to, Actor by, TimeSpan life, DateTimeOffset now)
    {
        var name = PlainText.Name(to.Name);
        if (name.Length is < 2 or > 80)
        {
            throw new RuleBroken("staff.name", "Tulis nama staf, 2 sampai 80 huruf.");
        }

        var staff = new ShopStaff
        {
            Id = StaffId.New(now),
            StoreId = store,
            Name = name,
            Contact = to.Contact,
            SecretHash = to.SecretHash,
            Rights = Grantable(to.Rights),
            InvitedAt = now,
            LapsesAt = now + life,
        };
        staff.Record(new StateChange(Subject, staff.Id.Value, "", nameof(StaffState.Invited), by, now, "invited", staff.Rights.ToString()));
        return staff;
    }

    public bool IsOpen(DateTimeOffset now) => State == StaffState.Invited && now < LapsesAt;

    /// <exception cref="RuleBroken"><c>staff.lapsed</c>, <c>staff.own_shop</c>, <c>staff.state</c></exception>
    public void Accept(UserId person, UserId owner, DateTimeOffset now)
    {
        RequireOpen(now);
        if (person == owner)
        {
            throw new RuleBroken("staff.own_shop", "Ini toko Anda sendiri. Undangannya untuk orang lain.");
        }

        Move(StaffState.Active, Actor.ShopStaff(person.Value), now, "accepted");
        (UserId, AnsweredAt) = (person, now);
    }

    /// <exception cref="RuleBroken"><c>staff.lapsed</c>, <c>staff.state</c></exception>
    public void Decline(UserId person, DateTimeOffset now)
    {
        RequireOpen(now);
        Move(StaffState.Declined, Actor.ShopStaff(person.Value), now, "declined");
        AnsweredAt = now;
    }

    /// <exception cref="RuleBroken"><c>staff.rights</c>, <c>staff.state</c></exception>
    public void Allow(ShopRights rights, Actor by, DateTimeOffset now)
    {
        var granted = Grantable(rights);
        if (State != StaffState.Active)
        {
            throw Changed();
        }

        Move(StaffState.Active, by, now, "rights_changed", granted.ToString());
        Rights = granted;
    }

    /// <summary>An invitation is taken back, a place ended: by the owner, or by the person who leaves.</summary>
    /// <exception cref="RuleBroken"><c>staff.state</c></exception>
    public void End(Actor by, DateTimeOffset now)
    {
        Move(State == StaffState.Invited ? StaffState.Withdrawn : StaffState.Ended, by, now, State == StaffState.Invited ? "withdrawn" : "ended");
        EndedAt = now;
    }

    /// <returns>False when it is not so, or no longer.</returns>
    public bool Lapse(DateTimeOffset now)
    {
        if (State != StaffState.Invited || now < LapsesAt)
        {
            return false;
        }

        Move(StaffState.Lapsed, Actor.System, now, "lapsed");
        return true;
    }

    void RequireOpen(DateTimeOffset now)
    {
        if (!IsOpen(now))
        {
            throw new RuleBroken("staff.lapsed", "Undangan ini sudah dijawab, ditarik, atau lewat waktunya. Minta pemilik toko mengundang lagi.");
        }
    }

    void Move(StaffState to, Actor by, DateTimeOffset now, string reasonCode, string? note = null)
    {
        if (!StaffMoves.From(State).Contains(to))
        {
            throw Changed();
        }

        Record(new StateChange(Subject, Id.Value, State.ToString(), to.ToString(), by, now, reasonCode, note));
        State = to;
    }

    static RuleBroken Changed() => new("staff.state", "Keadaan staf ini sudah berubah. Muat ulang halaman untuk melihat yang terbaru.");

    static ShopRights Grantable(ShopRights rights) => rights != ShopRights.None && (rights & ~ShopRightsOf.Staff) == 0
        ? rights
        : throw new RuleBroken("staff.rights", "Pilih paling sedikit satu hak untuk staf ini.");
}

/// <param name="Contact">E-mail in lower case, or a phone number as E.164.</param>
public sealed record StaffInvitation(string Name, string Contact, string SecretHash, ShopRights Rights);
