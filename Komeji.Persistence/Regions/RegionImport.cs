using Komeji.Domain.Catalog;
using Komeji.Domain.Regions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Komeji.Persistence.Regions;

/// <summary>
/// Puts some 92,000 regions and their 140,000 words in within seconds: a prepared statement on SQLite, binary COPY on PostgreSQL.
/// </summary>
static class RegionImport
{
    static readonly string[] RegionColumns = ["Code", "ParentCode", "Level", "Name", "FullName", "PostalCode", "SearchText"];
    static readonly string[] WordColumns = ["Word", "Code"];

    /// <summary>Runs inside the caller's transaction.</summary>
    public static async Task Replace(KomejiDb db, IEnumerable<Region> regions, CancellationToken cancellationToken)
    {
        await db.RegionWords.ExecuteDeleteAsync(cancellationToken);
        await db.Regions.ExecuteDeleteAsync(cancellationToken);
        var all = regions.ToList();
        await Insert(db, "Regions", RegionColumns, all.Select(Values), cancellationToken);
        await Insert(db, "RegionWords", WordColumns, all.SelectMany(Words), cancellationToken);
    }

    static string?[] Values(Region region) =>
        [region.Code, region.ParentCode, region.Level.ToString(), region.Name, region.FullName, region.PostalCode, region.SearchText];

    static IEnumerable<string?[]> Words(Region region) =>
        SearchWords.Fold(region.Name).Split(' ').Distinct().Select(word => new string?[] { word, region.Code });

    static Task Insert(KomejiDb db, string table, string[] columns, IEnumerable<string?[]> rows, CancellationToken cancellationToken) =>
        db.Database.GetDbConnection() is NpgsqlConnection postgres
            ? Copy(postgres, table, columns, rows, cancellationToken)
            : InsertPrepared((SqliteConnection)db.Database.GetDbConnection(), (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction(), table, columns, rows);

    static async Task Copy(NpgsqlConnection connection, string table, string[] columns, IEnumerable<string?[]> rows, CancellationToken cancellationToken)
    {
        var names = string.Join(", ", columns.Select(c => $"\"{c}\""));
        await using var writer = await connection.BeginBinaryImportAsync($"COPY \"{table}\" ({names}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(cancellationToken);
            foreach (var value in row)
            {
                await (value is null ? writer.WriteNullAsync(cancellationToken) : writer.WriteAsync(value, NpgsqlDbType.Varchar, cancellationToken));
            }
        }

        await writer.CompleteAsync(cancellationToken);
    }

    /// <summary>SQLite's provider is synchronous underneath; awaiting each row would only cost time.</summary>
    static Task InsertPrepared(SqliteConnection connection, SqliteTransaction transaction, string table, string[] columns, IEnumerable<string?[]> rows)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // Names of our own tables and columns, no input.
        command.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", columns.Select(c => "$" + c))})";
#pragma warning restore CA2100
        var parameters = columns.Select(c => command.Parameters.Add("$" + c, SqliteType.Text)).ToArray();
        command.Prepare();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                parameters[i].Value = (object?)row[i] ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }

        return Task.CompletedTask;
    }
}
