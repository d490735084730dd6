namespace Komeji.Domain.CallCentre;

public enum TicketState
{
    /// <summary>Nobody has taken it.</summary>
    New,
    Handled,

    /// <summary>The person who called owes an answer; the clock of the solution stands still.</summary>
    AwaitingCustomer,

    /// <summary>A shop, a courier or a bank owes an answer; the clock goes on, since the cooperative asks them.</summary>
    AwaitingOthers,
    Answered,
    Closed,
}

/// <summary>The legal moves of a ticket. docs/domain/call-centre.md draws them; a test compares the two.</summary>
public static class TicketMoves
{
    public static IReadOnlyList<TicketState> From(TicketState state) => state switch
    {
        TicketState.New => [TicketState.Handled],
        TicketState.Handled => [TicketState.AwaitingCustomer, TicketState.AwaitingOthers, TicketState.Answered],
        TicketState.AwaitingCustomer => [TicketState.Handled, TicketState.Answered],
        TicketState.AwaitingOthers => [TicketState.Handled, TicketState.Answered],
        TicketState.Answered => [TicketState.Handled, TicketState.Closed],
        TicketState.Closed => [TicketState.Handled],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

/// <summary>How the person reached the cooperative.</summary>
public enum TicketChannel
{
    Phone,
    WhatsApp,
    Email,
    InPerson,
}

/// <summary>Which clock the first answer has.</summary>
public enum TicketUrgency
{
    Ordinary,
    Complaint,
    Urgent,
}
