using Komeji.Application.Common;
using MediatR;

namespace Komeji.Application.CallCentre;

/// <summary>The person says that it is settled.</summary>
/// <exception cref="NotFound">No such ticket, or not of the call centre.</exception>
/// <exception cref="RuleBroken"><c>ticket.word</c>, <c>ticket.illegal_move</c>, <c>staff.own_case</c></exception>
public sealed record CloseTicket(string Number, string Word) : ICommand
{
    internal sealed class Handler(CallCentreDesk desk, TimeProvider clock) : IRequestHandler<CloseTicket>
    {
        public async Task<Unit> Handle(CloseTicket request, CancellationToken cancellationToken)
        {
            var ticket = await desk.Load(request.Number, cancellationToken);
            ticket.Close(request.Word, desk.Officer(), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
