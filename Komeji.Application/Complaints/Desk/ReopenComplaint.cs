using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Complaints.Desk;

/// <summary>What was decided cannot be carried out: an officer takes the complaint back to decide what can. What waits for a second officer can be.</summary>
/// <exception cref="RuleBroken"><c>complaint.second_waits</c>, and what the complaint refuses.</exception>
public sealed record ReopenComplaint(string Number, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ComplaintDesk desk, SettingsInForce settings, TimeProvider clock) : IRequestHandler<ReopenComplaint>
    {
        public async Task<Unit> Handle(ReopenComplaint request, CancellationToken cancellationToken)
        {
            var (complaint, by) = await desk.Take(request.Number, ComplaintOnlooker.Staff, cancellationToken);
            var outcome = complaint.OutcomeId?.Value;
            if (await db.MoneyApprovals.AnyAsync(a => a.Act == MoneyAct.Complaint && a.SubjectId == outcome && a.State == MoneyApprovalState.Waiting, cancellationToken))
            {
                throw new RuleBroken("complaint.second_waits", "Keputusan ini sedang diperiksa petugas keuangan kedua. Tunggu jawabannya; bila ditolak, komplainnya dapat dibuka lagi.");
            }

            complaint.Reopen(request.Reason, by, await settings.ComplaintTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
