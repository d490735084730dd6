using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Common;

/// <summary>A long list, read while it is sent.</summary>
public static class Batches
{
    /// <summary>So small that a slow download holds no connection to the database between two batches.</summary>
    const int Batch = 1_000;

    /// <param name="rows">In a stable order.</param>
    public static async IAsyncEnumerable<T> InBatches<T>(this IQueryable<T> rows, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var done = 0; ; done += Batch)
        {
            var batch = await rows.Skip(done).Take(Batch).ToListAsync(cancellationToken);
            foreach (var row in batch)
            {
                yield return row;
            }

            if (batch.Count < Batch)
            {
                yield break;
            }
        }
    }
}
