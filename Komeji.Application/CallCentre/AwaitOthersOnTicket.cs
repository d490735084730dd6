using Komeji.Application.Common;
using MediatR;

namespace Komeji.Application.CallCentre;

/// <summary>A shop, a courier or a bank has to say something first.</summary>
/// <exception cref="NotFound">No such ticket, or not of the call centre.</exception>
/// <exception cref="RuleBroken"><c>ticket.word</c>, <c>ticket.illegal_move</c>, <c>staff.own_case</c></exception>
public sealed record AwaitOthersOnTicket(string Number, string Word) : ICommand
{
    internal sealed class Handler(CallCentreDesk desk, TimeProvider clock) : IRequestHandler<AwaitOthersOnTicket>
    {
        public async Task<Unit> Handle(AwaitOthersOnTicket request, CancellationToken cancellationToken)
        {
            var ticket = await desk.Load(request.Number, cancellationToken);
            ticket.AwaitOthers(request.Word, desk.Officer(), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
