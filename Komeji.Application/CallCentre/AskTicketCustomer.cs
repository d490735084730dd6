using Komeji.Application.Common;
using MediatR;

namespace Komeji.Application.CallCentre;

/// <summary>The person is asked for what is still missing and is told so; the clock of the solution stands still.</summary>
/// <exception cref="NotFound">No such ticket, or not of the call centre.</exception>
/// <exception cref="RuleBroken"><c>ticket.word</c>, <c>ticket.illegal_move</c>, <c>staff.own_case</c></exception>
public sealed record AskTicketCustomer(string Number, string Word) : ICommand
{
    internal sealed class Handler(CallCentreDesk desk, TimeProvider clock) : IRequestHandler<AskTicketCustomer>
    {
        public async Task<Unit> Handle(AskTicketCustomer request, CancellationToken cancellationToken)
        {
            var ticket = await desk.Load(request.Number, cancellationToken);
            ticket.AskCustomer(request.Word, desk.Officer(), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
