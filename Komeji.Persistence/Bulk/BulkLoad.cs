using Komeji.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Persistence.Bulk;

/// <summary>
/// Puts many new aggregates into the database at once, with all that hangs on them and the steps their states took: the rows EF
/// would have saved, by the columns of its model. It works inside the caller's transaction.
/// </summary>
public abstract class BulkLoad(KomejiDb db)
{
    readonly Dictionary<Type, BulkTable> tables = [];

    protected KomejiDb Db { get; } = db;

    public static BulkLoad Into(KomejiDb db) => db is PostgresKomejiDb ? new PostgresBulkLoad(db) : new SqliteBulkLoad(db);

    /// <summary>Of each table of the model the columns it would write, and those it leaves to the database.</summary>
    /// <exception cref="InvalidOperationException">A column has no member to fill it.</exception>
    public static IReadOnlyDictionary<string, (IReadOnlyList<string> Written, IReadOnlyList<string> Left)> Columns(KomejiDb db) =>
        db.Model.GetEntityTypes().Where(t => !t.IsOwned() && t.GetTableName() is not null).Select(t => (Type: t, Table: BulkTable.Of(db.Model, t.ClrType))).ToDictionary(
            t => t.Table.Name,
            t =>
            {
                var written = t.Table.Columns.Select(c => c.Name).ToList();
                return ((IReadOnlyList<string>)written, (IReadOnlyList<string>)[.. t.Type.GetTableMappings().Single().Table.Columns.Select(c => c.Name).Except(written)]);
            });

    public async Task Put<T>(IReadOnlyCollection<T> aggregates, CancellationToken cancellationToken)
        where T : class
    {
        var steps = new List<StateChange>();
        await Put(typeof(T), aggregates, steps, cancellationToken);
        await Put(typeof(StateChange), steps, [], cancellationToken);
    }

    /// <summary>
    /// Until <see cref="Arm"/> nothing of the database's own bookkeeping is done for rows of these kinds and what hangs on them:
    /// millions of rows are quicker checked and indexed as a whole. Undone with the transaction, so it cannot be left so.
    /// </summary>
    public abstract Task Disarm(IReadOnlyList<Type> kinds, CancellationToken cancellationToken);

    /// <summary>Checks the whole, and puts back every key, index and guard.</summary>
    /// <exception cref="InvalidOperationException">What was put in does not hold together.</exception>
    public abstract Task Arm(IProgress<(string What, int Done, int Total)>? progress, CancellationToken cancellationToken);

    /// <summary>After the commit: what the database should know of so many new rows.</summary>
    public abstract Task Settle(CancellationToken cancellationToken);

    private protected BulkTable Table(Type type) => tables.TryGetValue(type, out var known) ? known : tables[type] = BulkTable.Of(Db.Model, type);

    private protected abstract Task Write(BulkTable table, IReadOnlyCollection<object> rows, CancellationToken cancellationToken);

    /// <summary>A table and those of the lists below it.</summary>
    private protected IEnumerable<BulkTable> WithLists(Type type) => Table(type).Lists.SelectMany(l => WithLists(l.Type)).Prepend(Table(type));

    async Task Put(Type type, IReadOnlyCollection<object> rows, List<StateChange> steps, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var table = Table(type);
        await Write(table, rows, cancellationToken);
        if (type.IsSubclassOf(typeof(StatefulAggregate)))
        {
            steps.AddRange(rows.Cast<StatefulAggregate>().SelectMany(a => a.TakeSteps()));
        }

        foreach (var (kind, read) in table.Lists)
        {
            await Put(kind, rows.SelectMany(read).ToList(), steps, cancellationToken);
        }
    }
}
