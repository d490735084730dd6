using Komeji.Application.Common;
using Komeji.Domain.CallCentre;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.CallCentre;

/// <summary>Tickets, those first whose clock ends first; what is over with the newest first.</summary>
/// <exception cref="NotFound">Not of the call centre.</exception>
public sealed record ListTickets(TicketFilter Filter, int Page) : IQuery<TicketList>
{
    const int PageSize = 30;

    internal sealed class Handler(IKomejiDb db, CallCentreDesk desk, TimeProvider clock) : IRequestHandler<ListTickets, TicketList>
    {
        public async Task<TicketList> Handle(ListTickets request, CancellationToken cancellationToken)
        {
            var (me, now) = (new UserId(desk.Officer().UserId!.Value), clock.GetUtcNow());
            var tickets = db.Asked(request.Filter, me, now);
            var ordered = request.Filter.Group is TicketGroup.Open or TicketGroup.Mine or TicketGroup.Overdue
                ? tickets.OrderBy(t => t.FirstAnsweredAt == null ? t.AnswerBefore : t.SolveBefore).ThenBy(t => t.Id)
                : tickets.OrderByDescending(t => t.OpenedAt).ThenByDescending(t => t.Id);
            var page = await ordered.ToPage(request.Page, PageSize, cancellationToken);
            return new TicketList(
                new PageOf<TicketRow>(await db.Rows(page.Rows, cancellationToken), page.Number, page.Size, page.Total), request.Filter, now,
                await db.Tickets.Overdue(now).CountAsync(cancellationToken));
        }
    }
}

/// <param name="Overdue">How many are late, whatever is looked at.</param>
public sealed record TicketList(PageOf<TicketRow> Rows, TicketFilter Filter, DateTimeOffset Now, int Overdue);
