using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Domain.CallCentre;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.CallCentre;

/// <summary>Answered tickets about which nobody said anything more.</summary>
public sealed class DueTickets(IKomejiDb db, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var ids = await db.Tickets.AsNoTracking().Where(t => t.State == TicketState.Answered && t.ClosesAt <= now)
            .OrderBy(t => t.ClosesAt).ThenBy(t => t.Id).Take(most).Select(t => t.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => new CloseSilentTicket(id))];
    }
}

/// <summary>The clock closes a ticket; a word that came meanwhile keeps it open.</summary>
public sealed record CloseSilentTicket(TicketId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, TimeProvider clock) : IRequestHandler<CloseSilentTicket>
    {
        public async Task<Unit> Handle(CloseSilentTicket request, CancellationToken cancellationToken)
        {
            var ticket = await db.Tickets.SingleAsync(t => t.Id == request.Id, cancellationToken);
            ticket.CloseBySilence(clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
