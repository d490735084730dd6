using Komeji.Application.Common;
using Komeji.Application.Settings;
using MediatR;

namespace Komeji.Application.Complaints;

/// <summary>One of the two sides asks another officer to decide once more.</summary>
public sealed record AppealDecision(string Number, ComplaintOnlooker As, string Reason) : ICommand
{
    internal sealed class Handler(ComplaintDesk desk, SettingsInForce settings, TimeProvider clock) : IRequestHandler<AppealDecision>
    {
        public async Task<Unit> Handle(AppealDecision request, CancellationToken cancellationToken)
        {
            var (complaint, by) = await desk.Take(request.Number, request.As, cancellationToken);
            complaint.Appeal(request.Reason, by, await settings.ComplaintTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
