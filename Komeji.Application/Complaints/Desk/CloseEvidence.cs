using Komeji.Application.Common;
using Komeji.Application.Settings;
using MediatR;

namespace Komeji.Application.Complaints.Desk;

/// <summary>The officer has seen enough of what was brought and goes on to decide.</summary>
public sealed record CloseEvidence(string Number) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ComplaintDesk desk, SettingsInForce settings, TimeProvider clock) : IRequestHandler<CloseEvidence>
    {
        public async Task<Unit> Handle(CloseEvidence request, CancellationToken cancellationToken)
        {
            var (complaint, by) = await desk.Take(request.Number, ComplaintOnlooker.Staff, cancellationToken);
            complaint.GoOn(by, await settings.ComplaintTerms(cancellationToken), clock.GetUtcNow(), await db.DecisionClockOf(complaint.Id, cancellationToken));
            return Unit.Value;
        }
    }
}
