using Komeji.Application.Common;
using Komeji.Application.Settings;
using MediatR;

namespace Komeji.Application.CallCentre;

/// <summary>The person says that it is not settled.</summary>
/// <exception cref="NotFound">No such ticket, or not of the call centre.</exception>
/// <exception cref="RuleBroken"><c>ticket.too_late</c>, <c>ticket.word</c>, <c>ticket.illegal_move</c>, <c>staff.own_case</c></exception>
public sealed record ReopenTicket(string Number, string Word) : ICommand
{
    internal sealed class Handler(CallCentreDesk desk, SettingsInForce settings, TimeProvider clock) : IRequestHandler<ReopenTicket>
    {
        public async Task<Unit> Handle(ReopenTicket request, CancellationToken cancellationToken)
        {
            var ticket = await desk.Load(request.Number, cancellationToken);
            ticket.Reopen(request.Word, desk.Officer(), await settings.TicketTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
