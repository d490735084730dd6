using Komeji.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Jobs;

/// <summary>Names of jobs somebody wants to run now and that nobody runs.</summary>
public sealed record ListWishedJobs : IQuery<IReadOnlyList<string>>
{
    internal sealed class Handler(IKomejiDb db, TimeProvider clock) : IRequestHandler<ListWishedJobs, IReadOnlyList<string>>
    {
        public async Task<IReadOnlyList<string>> Handle(ListWishedJobs request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var farthest = now + JobLeases.Life + JobLeases.Ahead;
            return await db.JobLeases.Where(l => l.RequestedAt != null && (l.Until <= now || l.Until > farthest)).Select(l => l.Name).ToListAsync(cancellationToken);
        }
    }
}
