using Komeji.Application.Common;
using Komeji.Domain.Jobs;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Jobs;

/// <summary>Somebody wants a job to run now. The wish is a row, so that whichever process runs jobs finds it.</summary>
public sealed record RequestJobRun(string Name) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<RequestJobRun>
    {
        public async Task<Unit> Handle(RequestJobRun request, CancellationToken cancellationToken)
        {
            var job = Schedule.Find(request.Name) ?? throw new NotFound();
            var lease = await db.JobLeases.SingleOrDefaultAsync(l => l.Name == job.Name, cancellationToken);
            if (lease is null)
            {
                lease = new JobLease(job.Name);
                db.JobLeases.Add(lease);
            }

            lease.Request(user.Name, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
