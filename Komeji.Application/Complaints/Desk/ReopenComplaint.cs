using Komeji.Application.Common;
using Komeji.Application.Settings;
using MediatR;

namespace Komeji.Application.Complaints.Desk;

/// <summary>What was decided cannot be carried out: an officer takes the complaint back to decide what can.</summary>
public sealed record ReopenComplaint(string Number, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(ComplaintDesk desk, SettingsInForce settings, TimeProvider clock) : IRequestHandler<ReopenComplaint>
    {
        public async Task<Unit> Handle(ReopenComplaint request, CancellationToken cancellationToken)
        {
            var (complaint, by) = await desk.Take(request.Number, ComplaintOnlooker.Staff, cancellationToken);
            complaint.Reopen(request.Reason, by, await settings.ComplaintTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
