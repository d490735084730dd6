using System.Linq.Expressions;
using Komeji.Persistence.Ledger;
using Komeji.Persistence.Search;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Komeji.Persistence.Bulk;

/// <summary>Binary COPY, into bare tables where the caller asks for it.</summary>
sealed class PostgresBulkLoad(KomejiDb db) : BulkLoad(db)
{
    static readonly string[] SearchTables = ["search_products", "search_words"];

    readonly Dictionary<Type, (string Sql, Action<NpgsqlBinaryImporter, object> Write)> copies = [];
    BareTables? bare;

    public override async Task Disarm(IReadOnlyList<Type> kinds, CancellationToken cancellationToken)
    {
        await Run(["SET LOCAL maintenance_work_mem = '512MB'", "SET LOCAL work_mem = '128MB'", .. LedgerGuardsPostgres.Away, .. SearchIndexPostgres.Away], cancellationToken);
        bare = await BareTables.Strip(Db, [.. kinds.SelectMany(WithLists).Select(t => t.Name).Distinct(), .. SearchTables], cancellationToken);
    }

    public override async Task Arm(IProgress<(string What, int Done, int Total)>? progress, CancellationToken cancellationToken)
    {
        await RequireBalance(cancellationToken);
        await bare!.Dress(first: name => !SearchTables.Contains(name), progress, cancellationToken);
        await Run(["ANALYZE \"Variants\"", .. SearchIndexPostgres.Fill, SearchIndexPostgres.CountSales], cancellationToken);
        await bare.Dress(first: _ => true, progress, cancellationToken);
        await Run([SearchIndexPostgres.CountWords, .. Db.LedgerGuards, .. SearchIndexPostgres.Statements], cancellationToken);
        bare = null;
    }

    public override Task Settle(CancellationToken cancellationToken) => Db.Database.ExecuteSqlRawAsync("VACUUM (ANALYZE)", cancellationToken);

    /// <summary>What the guards would have asked of each journal, asked of all.</summary>
    async Task RequireBalance(CancellationToken cancellationToken)
    {
        var wrong = await Db.Database.SqlQueryRaw<string>(
            """
            SELECT j."Key" AS "Value" FROM "Journals" j
            LEFT JOIN (SELECT "JournalId", sum("Amount") AS total, count(*) AS lines FROM "Entries" GROUP BY 1) e ON e."JournalId" = j."Id"
            WHERE e.total IS DISTINCT FROM 0 OR e.lines < 2 OR e.lines <> j."LineCount" LIMIT 1
            """).ToListAsync(cancellationToken);
        if (wrong.Count > 0)
        {
            throw new InvalidOperationException($"Journal {wrong[0]} does not balance; nothing was put in.");
        }
    }

    async Task Run(IReadOnlyList<string> statements, CancellationToken cancellationToken)
    {
        foreach (var statement in statements)
        {
            await Db.Database.ExecuteSqlRawAsync(statement, cancellationToken);
        }
    }

    private protected override async Task Write(BulkTable table, IReadOnlyCollection<object> rows, CancellationToken cancellationToken)
    {
        if (!copies.TryGetValue(table.Type, out var copy))
        {
            copies[table.Type] = copy = Copy(table);
        }

        await using var importer = await ((NpgsqlConnection)Db.Database.GetDbConnection()).BeginBinaryImportAsync(copy.Sql, cancellationToken);
        importer.Timeout = TimeSpan.FromMinutes(10);
        foreach (var row in rows)
        {
            importer.StartRow();
            copy.Write(importer, row);
        }

        await importer.CompleteAsync(cancellationToken);
    }

    static (string, Action<NpgsqlBinaryImporter, object>) Copy(BulkTable table)
    {
        var importer = Expression.Parameter(typeof(NpgsqlBinaryImporter));
        var write = Expression.Lambda<Action<NpgsqlBinaryImporter, object>>(Expression.Block(table.Columns.Select(c => WriteOne(importer, c.Value.Body))), importer, table.Parameter);
        return ($"COPY \"{table.Name}\" ({string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""))}) FROM STDIN (FORMAT BINARY)", write.Compile());
    }

    static Expression WriteOne(ParameterExpression importer, Expression value)
    {
        var plain = Nullable.GetUnderlyingType(value.Type);
        if (plain is null && value.Type.IsValueType)
        {
            return Write(importer, value);
        }

        var read = Expression.Variable(value.Type);
        return Expression.Block(
            [read],
            Expression.Assign(read, value),
            Expression.IfThenElse(
                Expression.Equal(read, Expression.Constant(null, value.Type)),
                Expression.Call(importer, nameof(NpgsqlBinaryImporter.WriteNull), null),
                Write(importer, plain is null ? read : Expression.Property(read, "Value"))));
    }

    static MethodCallExpression Write(ParameterExpression importer, Expression value) =>
        Expression.Call(
            importer,
            typeof(NpgsqlBinaryImporter).GetMethods().Single(m => m.Name == nameof(NpgsqlBinaryImporter.Write) && m.GetParameters().Length == 1).MakeGenericMethod(value.Type),
            value);
}
