using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.CallCentre;

/// <summary>Who handles a ticket: oneself, or a colleague who is told.</summary>
/// <param name="To">Null: whoever asks.</param>
/// <exception cref="NotFound">No such ticket, or not of the call centre.</exception>
/// <exception cref="RuleBroken"><c>ticket.assignee</c>, <c>ticket.same_assignee</c>, <c>ticket.own_assignee</c>, <c>ticket.illegal_move</c>, <c>staff.own_case</c></exception>
public sealed record AssignTicket(string Number, Guid? To, string Note) : ICommand
{
    internal sealed class Handler(CallCentreDesk desk, TimeProvider clock) : IRequestHandler<AssignTicket>
    {
        public async Task<Unit> Handle(AssignTicket request, CancellationToken cancellationToken)
        {
            var (officer, ticket) = (desk.Officer(), await desk.Load(request.Number, cancellationToken));
            var to = request.To ?? officer.UserId!.Value;
            if (to != officer.UserId && (await desk.Officers(cancellationToken)).All(o => o.Id != to))
            {
                throw new RuleBroken("ticket.assignee", "Pilih petugas call center atau operator dari daftar.");
            }

            ticket.Assign(new UserId(to), request.Note, officer, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
