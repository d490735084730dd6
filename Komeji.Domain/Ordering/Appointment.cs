using Komeji.Domain.Catalog;
using Komeji.Domain.Common;

namespace Komeji.Domain.Ordering;

/// <summary>When and where a service is done (janji), and what has become of it so far.</summary>
public sealed class Appointment
{
    public const int LongestNote = 1_000;

    Appointment() { }

    internal Appointment(AppointmentDraft draft)
    {
        ProductId = draft.ProductId;
        Place = draft.Place;
        StartsAt = draft.StartsAt;
        EndsAt = draft.EndsAt;
        FreeCancelUntil = draft.FreeCancelUntil;
    }

    public ProductId ProductId { get; private set; }
    public ServicePlace Place { get; private set; }
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>Until then the buyer cancels without asking; as it was when the time was agreed.</summary>
    public DateTimeOffset FreeCancelUntil { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>What the shop wrote when it handed the work over (berita acara serah terima).</summary>
    public string HandoverNote { get; private set; } = "";

    /// <summary>Another time the shop asks for; null when none is open.</summary>
    public DateTimeOffset? ProposedStart { get; private set; }
    public string ProposalNote { get; private set; } = "";

    internal void Start(DateTimeOffset now) => StartedAt = now;

    internal void HandOver(string note) => HandoverNote = note;

    internal void Propose(DateTimeOffset start, string note) => (ProposedStart, ProposalNote) = (start, note);

    internal void DropProposal() => (ProposedStart, ProposalNote) = (null, "");

    /// <summary>To another time, just as long.</summary>
    internal void MoveTo(DateTimeOffset start, DateTimeOffset freeCancelUntil)
    {
        (StartsAt, EndsAt, FreeCancelUntil) = (start, start + (EndsAt - StartsAt), freeCancelUntil);
        DropProposal();
    }
}

/// <summary>The time chosen at checkout.</summary>
public sealed record AppointmentDraft(ProductId ProductId, ServicePlace Place, DateTimeOffset StartsAt, DateTimeOffset EndsAt, DateTimeOffset FreeCancelUntil);

/// <summary>The clocks of a service, read from the settings in force.</summary>
/// <param name="FreeCancel">So long before it begins the buyer may cancel without asking.</param>
/// <param name="NoShow">So long after it should have begun the buyer may cancel without asking, if the shop has not begun.</param>
/// <param name="DoneGraceWorkingDays">Added to the end; then a service not handed over is cancelled and refunded.</param>
/// <param name="RemindBefore">Both sides are reminded so long before it begins.</param>
public sealed record AppointmentTerms(TimeSpan FreeCancel, TimeSpan NoShow, int DoneGraceWorkingDays, TimeSpan RemindBefore)
{
    public static readonly AppointmentTerms Usual = new(TimeSpan.FromHours(24), TimeSpan.FromHours(2), 3, TimeSpan.FromHours(24));
}

/// <summary>How far a service is, in the words of its pages: the order's state says it less finely.</summary>
public enum ServiceStage
{
    Scheduled,
    InProgress,
    Done,
}

public static class ServiceStages
{
    /// <summary>The order's state, or the stage of its service where that says more.</summary>
    public static Enum Shown(OrderState state, bool isService, bool started) => (state, isService) switch
    {
        (OrderState.Processing, true) => started ? ServiceStage.InProgress : ServiceStage.Scheduled,
        (OrderState.Delivered, true) => ServiceStage.Done,
        _ => state,
    };
}
