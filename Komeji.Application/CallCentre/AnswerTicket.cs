using Komeji.Application.Common;
using Komeji.Application.Settings;
using MediatR;

namespace Komeji.Application.CallCentre;

/// <summary>The person has her answer, and is told.</summary>
/// <exception cref="NotFound">No such ticket, or not of the call centre.</exception>
/// <exception cref="RuleBroken"><c>ticket.word</c>, <c>ticket.illegal_move</c>, <c>staff.own_case</c></exception>
public sealed record AnswerTicket(string Number, string Word) : ICommand
{
    internal sealed class Handler(CallCentreDesk desk, SettingsInForce settings, TimeProvider clock) : IRequestHandler<AnswerTicket>
    {
        public async Task<Unit> Handle(AnswerTicket request, CancellationToken cancellationToken)
        {
            var ticket = await desk.Load(request.Number, cancellationToken);
            ticket.Answer(request.Word, desk.Officer(), await settings.TicketTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
