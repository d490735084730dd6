using Komeji.Application.Common;
using Komeji.Application.Settings;
using MediatR;

namespace Komeji.Application.Complaints.Desk;

/// <summary>The officer asks both sides for what is missing.</summary>
public sealed record AskForEvidence(string Number, string What) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ComplaintDesk desk, SettingsInForce settings, TimeProvider clock) : IRequestHandler<AskForEvidence>
    {
        public async Task<Unit> Handle(AskForEvidence request, CancellationToken cancellationToken)
        {
            var (complaint, by) = await desk.Take(request.Number, ComplaintOnlooker.Staff, cancellationToken);
            complaint.AskForEvidence(request.What, by, await settings.ComplaintTerms(cancellationToken), clock.GetUtcNow(), await db.DecisionClockOf(complaint.Id, cancellationToken));
            return Unit.Value;
        }
    }
}
