using Komeji.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Support;

static class QueryPlan
{
    /// <summary>How the database would find it, were the table large.</summary>
    public static async Task<string> Of<T>(KomejiDb db, Engine engine, IQueryable<T> query)
    {
        await db.Database.OpenConnectionAsync();
        if (engine == Engine.Postgres)
        {
            await db.Database.ExecuteSqlRawAsync("SET enable_seqscan = off; SET enable_sort = off");
        }

        await using var command = query.CreateDbCommand();
        command.CommandText = (engine == Engine.Postgres ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + command.CommandText;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetValue(reader.FieldCount - 1).ToString()!);
        }

        return string.Join('\n', lines);
    }
}
