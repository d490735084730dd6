using Komeji.Application.Common;
using Komeji.Application.Complaints;
using Komeji.Application.Legal.Office;
using Komeji.Domain.CallCentre;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.CallCentre;

/// <summary>One ticket with everything that was said in it.</summary>
/// <exception cref="NotFound">No such ticket, or not of the call centre.</exception>
public sealed record ShowTicket(string Number, int NotesPage = 1) : IQuery<TicketPage>
{
    const int Notes = 10;

    internal sealed class Handler(IKomejiDb db, CallCentreDesk desk, TimeProvider clock) : IRequestHandler<ShowTicket, TicketPage>
    {
        public async Task<TicketPage> Handle(ShowTicket request, CancellationToken cancellationToken)
        {
            desk.Officer();
            var ticket = await db.Tickets.AsNoTracking().SingleOrDefaultAsync(t => t.Number == request.Number, cancellationToken) ?? throw new NotFound();
            var steps = await db.StateChanges.AsNoTracking().Where(c => c.SubjectId == ticket.Id.Value && c.Subject == Ticket.StepSubject).OrderBy(c => c.Id).ToListAsync(cancellationToken);
            var names = await db.NamesOf(steps.Select(s => s.ActorId), cancellationToken);
            return new TicketPage(
                (await db.Rows([ticket], cancellationToken))[0], ticket.Story, ticket.PersonId?.Value, ticket.CallerContact.Length > 0, ticket.ClosesAt, ticket.ClosedAt, ticket.Reopened,
                [.. steps.Select(s => new TicketStep(s.At, s.ActorId is { } by ? names.GetValueOrDefault(by, "petugas") : "Sistem", s.ReasonCode, s.Note ?? ""))],
                await desk.Officers(cancellationToken), await db.NotesOn(ticket.Id.Value, request.NotesPage, Notes, cancellationToken), clock.GetUtcNow())
            {
                OpenComplaint = await OpenComplaint(ticket.OrderId, cancellationToken),
            };
        }

        async Task<string?> OpenComplaint(OrderId? order, CancellationToken cancellationToken) => order is { } id
            ? await db.Complaints.AsNoTracking().Open().Where(c => c.OrderId == id).Select(c => c.Number).FirstOrDefaultAsync(cancellationToken)
            : null;
    }
}

/// <param name="Person">Whose account it is about.</param>
/// <param name="HasCaller">There is a contact that can be seen with a reason.</param>
/// <param name="Officers">To whom it can be given.</param>
public sealed record TicketPage(
    TicketRow Row, string Story, Guid? Person, bool HasCaller, DateTimeOffset? ClosesAt, DateTimeOffset? ClosedAt, int Reopened,
    IReadOnlyList<TicketStep> Steps, IReadOnlyList<Officer> Officers, PageOf<CaseNoteRow> Notes, DateTimeOffset Now)
{
    /// <summary>The order's complaint that is open; null where there is none.</summary>
    public string? OpenComplaint { get; init; }
}

public sealed record TicketStep(DateTimeOffset At, string By, string Code, string Note);
