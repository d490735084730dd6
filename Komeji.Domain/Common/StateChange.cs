namespace Komeji.Domain.Common;

/// <summary>Who moves a state: a person in a role, or the system by a timer or a notification.</summary>
/// <param name="UserId">The person's account; null for the system.</param>
/// <param name="Role">The role acted in: <c>pembeli</c>, <c>penjual</c>, <c>staf_toko</c>, <c>pendamping</c>, <c>titik_ambil</c>, <c>operator</c>, <c>sistem</c>.</param>
/// <param name="OnBehalfOf">For whom a mentor or a shop's staff acts; null for oneself.</param>
public readonly record struct Actor(Guid? UserId, string Role, Guid? OnBehalfOf = null)
{
    public static readonly Actor System = new(null, "sistem");

    /// <summary>The role of whoever keeps a community point.</summary>
    public const string KeeperRole = "titik_ambil";

    public static Actor Buyer(Guid userId) => new(userId, "pembeli");
    public static Actor Seller(Guid userId) => new(userId, "penjual");
    public static Actor ShopStaff(Guid userId, Guid? owner = null) => new(userId, "staf_toko", owner);
    public static Actor Mentor(Guid userId, Guid seller) => new(userId, "pendamping", seller);
    public static Actor Keeper(Guid userId) => new(userId, KeeperRole);
    public static Actor Staff(Guid userId, string role) => new(userId, role);
}

/// <summary>One step of a state machine, appended and never changed.</summary>
public sealed class StateChange
{
    StateChange() { }

    public StateChange(string subject, Guid subjectId, string from, string to, Actor actor, DateTimeOffset at, string reasonCode, string? note = null)
    {
        Subject = subject;
        SubjectId = subjectId;
        From = from;
        To = to;
        ActorId = actor.UserId;
        ActorRole = actor.Role;
        OnBehalfOf = actor.OnBehalfOf;
        At = at;
        ReasonCode = reasonCode;
        Note = note;
    }

    public long Id { get; private set; }

    /// <summary>The kind of thing that moved: <c>order</c>, <c>payment</c>, <c>escrow</c>, <c>shipment</c>, <c>refund</c>.</summary>
    public string Subject { get; private set; } = "";
    public Guid SubjectId { get; private set; }
    public string From { get; private set; } = "";
    public string To { get; private set; } = "";
    public Guid? ActorId { get; private set; }
    public string ActorRole { get; private set; } = "";

    /// <summary>Whose business it was, where somebody else did it.</summary>
    public Guid? OnBehalfOf { get; private set; }
    public DateTimeOffset At { get; private set; }
    public string ReasonCode { get; private set; } = "";
    public string? Note { get; private set; }
}

/// <summary>An aggregate with a state machine. Its steps are saved with it.</summary>
public abstract class StatefulAggregate : Aggregate
{
    readonly List<StateChange> steps = [];

    /// <summary>Steps taken since it was loaded, to be appended when it is saved.</summary>
    public IReadOnlyList<StateChange> NewSteps => steps;

    protected void Record(StateChange step) => steps.Add(step);

    public IReadOnlyList<StateChange> TakeSteps()
    {
        var taken = steps.ToArray();
        steps.Clear();
        return taken;
    }
}
