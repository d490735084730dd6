using Komeji.Application.Common;
using Komeji.Application.Settings;
using MediatR;

namespace Komeji.Application.CallCentre;

/// <summary>What a ticket waited for has come.</summary>
/// <exception cref="NotFound">No such ticket, or not of the call centre.</exception>
/// <exception cref="RuleBroken"><c>ticket.word</c>, <c>ticket.illegal_move</c>, <c>staff.own_case</c></exception>
public sealed record ResumeTicket(string Number, string Word) : ICommand
{
    internal sealed class Handler(CallCentreDesk desk, SettingsInForce settings, TimeProvider clock) : IRequestHandler<ResumeTicket>
    {
        public async Task<Unit> Handle(ResumeTicket request, CancellationToken cancellationToken)
        {
            var ticket = await desk.Load(request.Number, cancellationToken);
            ticket.Resume(request.Word, desk.Officer(), await settings.TicketTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
