using System.Runtime.CompilerServices;
using Komeji.Application.Accounts;
using Komeji.Application.Common;
using Komeji.Domain.CallCentre;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.CallCentre;

/// <summary>
/// The tickets found, in a file: contacts masked as on the page. That they were taken, by whom and what was asked for is kept in the
/// officer's own history before the first row is read.
/// </summary>
/// <returns>The oldest first, read in batches as the file is written.</returns>
/// <exception cref="NotFound">Not of the call centre.</exception>
public sealed record ExportTickets(TicketFilter Filter) : ICommand<IAsyncEnumerable<TicketRow>>
{
    internal sealed class Handler(IKomejiDb db, CallCentreDesk desk, TimeProvider clock) : IRequestHandler<ExportTickets, IAsyncEnumerable<TicketRow>>
    {
        /// <summary>So small that a slow download holds no connection to the database between two batches.</summary>
        const int Batch = 1_000;

        public async Task<IAsyncEnumerable<TicketRow>> Handle(ExportTickets request, CancellationToken cancellationToken)
        {
            var (by, now) = (desk.Officer(), clock.GetUtcNow());
            var tickets = db.Asked(request.Filter, new UserId(by.UserId!.Value), now);
            var count = await tickets.CountAsync(cancellationToken);
            db.StateChanges.Add(new StateChange(PersonHistory.Subject, by.UserId!.Value, "", "", by, now, PersonHistory.TicketsExported, PlainText.Cut($"{count} tiket, saringan {request.Filter.Group}, cari “{request.Filter.Words}”", 300)));
            return Read(tickets, CancellationToken.None);
        }

        async IAsyncEnumerable<TicketRow> Read(IQueryable<Ticket> tickets, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            for (var after = 0; ; after += Batch)
            {
                var rows = await tickets.OrderBy(t => t.OpenedAt).ThenBy(t => t.Id).Skip(after).Take(Batch).ToListAsync(cancellationToken);
                foreach (var row in await db.Rows(rows, cancellationToken))
                {
                    yield return row;
                }

                if (rows.Count < Batch)
                {
                    yield break;
                }
            }
        }
    }
}
