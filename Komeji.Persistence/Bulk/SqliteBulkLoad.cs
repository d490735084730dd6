using System.Linq.Expressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Komeji.Persistence.Bulk;

/// <summary>Prepared inserts. Every guard and index stays: SQLite is for markets that they do not slow down.</summary>
sealed class SqliteBulkLoad(KomejiDb db) : BulkLoad(db)
{
    readonly Dictionary<Type, (string Sql, Func<object, object?[]> Values)> inserts = [];

    public override Task Disarm(IReadOnlyList<Type> kinds, CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task Arm(IProgress<(string What, int Done, int Total)>? progress, CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task Settle(CancellationToken cancellationToken) => Db.Database.ExecuteSqlRawAsync("ANALYZE", cancellationToken);

    private protected override async Task Write(BulkTable table, IReadOnlyCollection<object> rows, CancellationToken cancellationToken)
    {
        if (!inserts.TryGetValue(table.Type, out var insert))
        {
            inserts[table.Type] = insert = Insert(table);
        }

        var connection = (SqliteConnection)Db.Database.GetDbConnection();
#pragma warning disable CA2100 // Names come from the model, values travel as parameters.
        await using var command = new SqliteCommand(insert.Sql, connection, (SqliteTransaction)Db.Database.CurrentTransaction!.GetDbTransaction());
#pragma warning restore CA2100
        var parameters = table.Columns.Select((_, i) => command.Parameters.Add(new SqliteParameter($"$p{i}", null))).ToArray();
        foreach (var row in rows)
        {
            var values = insert.Values(row);
            for (var i = 0; i < values.Length; i++)
            {
                parameters[i].Value = values[i] ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    static (string, Func<object, object?[]>) Insert(BulkTable table)
    {
        var names = string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""));
        var values = string.Join(", ", table.Columns.Select((_, i) => $"$p{i}"));
        var read = Expression.Lambda<Func<object, object?[]>>(
            Expression.NewArrayInit(typeof(object), table.Columns.Select(c => Expression.Convert(c.Value.Body, typeof(object)))), table.Parameter);
        return ($"INSERT INTO \"{table.Name}\" ({names}) VALUES ({values})", read.Compile());
    }
}
