using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Komeji.Persistence.Common;

/// <summary>What is wrong with the machine rather than with the request.</summary>
public enum Outage
{
    None,

    /// <summary>The database is away, starting, or has no place for one more: the same request succeeds when it is back.</summary>
    Database,

    /// <summary>There is no room left on a disk: nothing can be written until somebody makes some.</summary>
    Room,
}

public static class Outages
{
    const int NoSpace = 28;
    const int FileTooBig = 27;
    const int OverQuota = 122;
    const int DiskFull = unchecked((int)0x80070070);

    static readonly string[] Away =
    [
        PostgresErrorCodes.AdminShutdown, PostgresErrorCodes.CrashShutdown, PostgresErrorCodes.CannotConnectNow, PostgresErrorCodes.TooManyConnections,
        PostgresErrorCodes.IoError, PostgresErrorCodes.DatabaseDropped,
    ];

    /// <summary>Reads a fault and what caused it.</summary>
    public static Outage Of(Exception? fault) => fault switch
    {
        null => Outage.None,
        PostgresException refused => OfState(refused.SqlState),
        SqliteException refused => OfCode(refused.SqliteErrorCode),
        IOException disk when disk.HResult is NoSpace or FileTooBig or OverQuota or DiskFull => Outage.Room,
        DatabaseBusy => Outage.Database,
        NpgsqlException or SocketException when Of(fault.InnerException) is Outage.None => Outage.Database,
        _ => Of(fault.InnerException),
    };

    static Outage OfState(string state) =>
        state == PostgresErrorCodes.DiskFull ? Outage.Room
        : Away.Contains(state) || state.StartsWith("08", StringComparison.Ordinal) ? Outage.Database
        : Outage.None;

    static Outage OfCode(int code) => code switch
    {
        SQLitePCL.raw.SQLITE_FULL => Outage.Room,
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_READONLY => Outage.Database,
        _ => Outage.None,
    };
}

/// <summary>So many wait to write that one more would wait too long.</summary>
public sealed class DatabaseBusy() : Exception("The writer's place did not become free in time.");
