using Microsoft.Data.Sqlite;

namespace Komeji.Integrations.Payments.Sandbox;

/// <summary>
/// The sandbox provider's own books, in a file of their own beside ours: it stands for another company, so nothing here is read
/// by the product except through <see cref="SandboxPaymentGateway"/>.
/// </summary>
public sealed class SandboxStore
{
    const string Tables = """
        PRAGMA journal_mode = WAL;
        CREATE TABLE IF NOT EXISTS secret (value TEXT PRIMARY KEY, made_at INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS charge (id TEXT PRIMARY KEY, key TEXT NOT NULL UNIQUE, purchase TEXT NOT NULL, amount INTEGER NOT NULL,
            return_address TEXT NOT NULL, pay_before INTEGER NOT NULL, declined TEXT NULL, pays_late_at INTEGER NULL, made_at INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS capture (id TEXT PRIMARY KEY, charge TEXT NOT NULL REFERENCES charge(id), amount INTEGER NOT NULL, currency TEXT NOT NULL,
            cost INTEGER NOT NULL, at INTEGER NOT NULL, settlement TEXT NULL) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS capture_charge ON capture(charge);
        CREATE TABLE IF NOT EXISTS refund (key TEXT PRIMARY KEY, capture TEXT NOT NULL, amount INTEGER NOT NULL, failed TEXT NULL,
            returned_at INTEGER NULL, at INTEGER NOT NULL, settlement TEXT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS settlement (id TEXT PRIMARY KEY, amount INTEGER NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS notice (id TEXT PRIMARY KEY, body TEXT NOT NULL, tries INTEGER NOT NULL, due_at INTEGER NOT NULL,
            delivered_at INTEGER NULL, made_at INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS notice_due ON notice(due_at) WHERE delivered_at IS NULL;
        """;

    readonly string connectionString;

    /// <param name="file">Made with its tables when it is not there.</param>
    public SandboxStore(string file)
    {
        connectionString = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 5 }.ConnectionString;
        Write(transaction => Execute(transaction, "SELECT 1"), Tables);
    }

    /// <summary>One transaction of the provider: all of it, or none.</summary>
    public T Write<T>(Func<SqliteTransaction, T> work) => Write(work, null);

    internal SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return connection;
    }

    T Write<T>(Func<SqliteTransaction, T> work, string? before)
    {
        using var connection = Open();
        if (before is not null)
        {
            using var prepare = new SqliteCommand(before, connection);
            prepare.ExecuteNonQuery();
        }

        using var transaction = connection.BeginTransaction();
        var result = work(transaction);
        transaction.Commit();
        return result;
    }

    public static int Execute(SqliteTransaction transaction, string sql, params (string Name, object? Value)[] arguments)
    {
        using var command = Command(transaction, sql, arguments);
        return command.ExecuteNonQuery();
    }

    public static List<T> Query<T>(SqliteTransaction transaction, string sql, Func<SqliteDataReader, T> row, params (string Name, object? Value)[] arguments)
    {
        using var command = Command(transaction, sql, arguments);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    static SqliteCommand Command(SqliteTransaction transaction, string sql, (string Name, object? Value)[] arguments)
    {
        var command = new SqliteCommand(sql, transaction.Connection, transaction);
        foreach (var (name, value) in arguments)
        {
            command.Parameters.AddWithValue("$" + name, value ?? DBNull.Value);
        }

        return command;
    }
}
