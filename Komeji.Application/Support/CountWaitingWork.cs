using Komeji.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Support;

/// <summary>How much of each of the given kinds waits.</summary>
public sealed record CountWaitingWork(IReadOnlyList<WaitingKind> Kinds) : IQuery<IReadOnlyDictionary<WaitingKind, int>>
{
    internal sealed class Handler(IKomejiDb db) : IRequestHandler<CountWaitingWork, IReadOnlyDictionary<WaitingKind, int>>
    {
        public async Task<IReadOnlyDictionary<WaitingKind, int>> Handle(CountWaitingWork request, CancellationToken cancellationToken)
        {
            var counts = new Dictionary<WaitingKind, int>();
            foreach (var kind in request.Kinds)
            {
                counts[kind] = await db.Of(kind).CountAsync(cancellationToken);
            }

            return counts;
        }
    }
}
