using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Domain.Complaints;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Complaints;

/// <summary>Complaints whose clock has run out, and those whose solution is to be carried out now.</summary>
public sealed class DueComplaints(IKomejiDb db, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await db.Complaints.Where(c => c.DueAt != null && c.DueAt <= now).OrderBy(c => c.DueAt).ThenBy(c => c.Id).Take(most)
            .Select(c => new
            {
                c.Id,
                Pays = c.State == ComplaintState.Executing && !c.Offers.Any(o => o.Id == c.OutcomeId && (o.Solution == ComplaintSolution.Replace || o.Solution == ComplaintSolution.SendMissing)),
            })
            .ToListAsync(cancellationToken);
        return [.. due.Select(c => c.Pays ? (IRequest)new CarryOutComplaint(c.Id) : new RunComplaintClock(c.Id))];
    }
}
