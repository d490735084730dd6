using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Complaints;

/// <summary>Does what both sides had read would happen when nobody says anything; a complaint that moved meanwhile is left alone.</summary>
public sealed record RunComplaintClock(ComplaintId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, SettingsInForce settings, TimeProvider clock) : IRequestHandler<RunComplaintClock>
    {
        public async Task<Unit> Handle(RunComplaintClock request, CancellationToken cancellationToken)
        {
            var complaint = await db.TakeComplaint(request.Id, cancellationToken);
            complaint.RunOut(await settings.ComplaintTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
