using Komeji.Persistence;
using Komeji.Web.CommandLine;
using Komeji.Web.Setup;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Web.Demo;

/// <summary>
/// A demo market is made in many transactions. A mark in the database tells one that was cut off from one that is whole, and a
/// locked file in the data directory tells one that was cut off from one that another process is making.
/// </summary>
public static class UnfinishedMarket
{
    const string LockFile = "demo.lock";

    /// <summary>Held while a market is made; the system lets go of it when the process ends, however it ends.</summary>
    /// <exception cref="CannotRun">Another process holds it.</exception>
    public static IDisposable TakeTurn(KomejiSettings settings)
    {
        try
        {
            return new FileStream(Path.Combine(settings.DataDirectory, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new CannotRun($"Another process is making the demo market of {settings.DataDirectory}. Wait until it serves, then start again.");
        }
    }

    /// <summary>
    /// Deletes the SQLite file and the sandbox provider's books beside it: the market was made here and nobody has been served from
    /// it. Another server's database is not ours to empty.
    /// </summary>
    /// <exception cref="CannotRun">The database is on a server.</exception>
    public static async Task Remove(KomejiDb db, KomejiSettings settings, CancellationToken cancellationToken)
    {
        var sandbox = Path.Combine(settings.DataDirectory, "sandbox.db");
        if (db is not SqliteKomejiDb)
        {
            throw new CannotRun($"This database holds a demo market that was cut off while it was made. Give an empty database (dropdb, createdb), remove {sandbox}, and start again.");
        }

        var file = db.Database.GetDbConnection().DataSource;
        await db.Database.EnsureDeletedAsync(cancellationToken);
        SqliteConnection.ClearAllPools();
        foreach (var left in new[] { file, sandbox }.SelectMany(name => new[] { name, name + "-wal", name + "-shm" }))
        {
            File.Delete(left);
        }
    }
}
