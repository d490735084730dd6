using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Domain.CallCentre;
using Komeji.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.CallCentre;

/// <summary>The person hears the number of a ticket, what is still needed from her, and the answer; a caller without an account is told by who handles it.</summary>
public sealed class WhenTicketMoves(IKomejiDb db, Notifier notifier) : IReaction<TicketMoved>
{
    const string Complaints = "/pengaduan";

    public async Task Handle(Happened<TicketMoved> happened, CancellationToken cancellationToken)
    {
        var ticket = await db.Tickets.FindAsync([happened.Fact.Id], cancellationToken) ?? throw new NotFound();
        if (ticket.PersonId is { } person && TicketTexts.Of(ticket, happened.Fact, await LinkOf(ticket, person, cancellationToken)) is { } notice)
        {
            await notifier.Tell(person, notice, cancellationToken);
        }
    }

    /// <summary>Her order, or where we are reached.</summary>
    async Task<string> LinkOf(Ticket ticket, UserId person, CancellationToken cancellationToken) =>
        ticket.OrderId is { } id && await db.Orders.Where(o => o.Id == id && o.BuyerId == person).Select(o => o.Number).SingleOrDefaultAsync(cancellationToken) is { } number
            ? $"/pesanan/{number}"
            : Complaints;
}

/// <summary>A colleague who was given a ticket is told; who takes one knows.</summary>
public sealed class WhenTicketAssigned(IKomejiDb db, Notifier notifier) : IReaction<TicketAssigned>
{
    public async Task Handle(Happened<TicketAssigned> happened, CancellationToken cancellationToken)
    {
        var fact = happened.Fact;
        if (fact.To != fact.By)
        {
            await notifier.Tell(fact.To, TicketTexts.Assigned(await db.Tickets.FindAsync([fact.Id], cancellationToken) ?? throw new NotFound()), cancellationToken);
        }
    }
}
