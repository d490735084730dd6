using System.Collections.Concurrent;
using Komeji.Application.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Komeji.Persistence.Common;

/// <summary>
/// The writer's place of each database file in this process. Waiting here is fair and cheap; waiting for the file's lock is a
/// thread asleep. Between processes the file's lock still decides.
/// </summary>
static class SqliteWriter
{
    /// <summary>Long enough for a thousand before one; who waits longer is told to come back.</summary>
    static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    static readonly ConcurrentDictionary<string, SemaphoreSlim> Places = new();

    /// <exception cref="DatabaseBusy">The place did not become free in time.</exception>
    public static async Task<ICommit> Begin(DatabaseFacade database, CancellationToken cancellationToken)
    {
        var place = Places.GetOrAdd(database.GetConnectionString() ?? "", _ => new SemaphoreSlim(1, 1));
        if (!await place.WaitAsync(LongestWait, cancellationToken))
        {
            throw new DatabaseBusy();
        }

        try
        {
            database.AutoSavepointsEnabled = false;
            return new Commit(await database.BeginTransactionAsync(cancellationToken), place);
        }
        catch
        {
            place.Release();
            throw;
        }
    }
}
