using Microsoft.EntityFrameworkCore;

namespace Komeji.Persistence.Bulk;

/// <summary>
/// Takes keys and indexes off tables that are about to be filled, as the database itself lists them, and puts them back. All in the
/// caller's transaction: whoever else looks waits, and a process that dies has changed nothing.
/// </summary>
sealed class BareTables(KomejiDb db, List<BareTables.Piece> pieces)
{
    const string ForeignKey = "f";

    public static async Task<BareTables> Strip(KomejiDb db, string[] tables, CancellationToken cancellationToken)
    {
        var pieces = await db.Database.SqlQuery<Piece>(
            $"""
            WITH bare AS (SELECT oid FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND relname = ANY({tables}))
            SELECT t.relname AS "Table", quote_ident(c.conname) AS "Name", c.contype::text AS "Kind",
                format('ALTER TABLE %s ADD CONSTRAINT %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) AS "Definition",
                format('ALTER TABLE %s DROP CONSTRAINT %I', c.conrelid::regclass, c.conname) AS "Removal"
            FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
            WHERE (c.contype IN ('p', 'u') AND c.conrelid IN (SELECT oid FROM bare))
                OR (c.contype = 'f' AND (c.conrelid IN (SELECT oid FROM bare) OR c.confrelid IN (SELECT oid FROM bare)))
            UNION ALL
            SELECT t.relname, x.relname, 'i', pg_get_indexdef(x.oid), format('DROP INDEX %s', x.oid::regclass)
            FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
            WHERE i.indrelid IN (SELECT oid FROM bare) AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype IN ('p', 'u'))
            """).ToListAsync(cancellationToken);
        foreach (var piece in pieces.OrderBy(p => p.Kind == ForeignKey ? 0 : 1))
        {
            await db.Database.ExecuteSqlRawAsync(piece.Removal, cancellationToken);
        }

        return new BareTables(db, pieces);
    }

    /// <summary>Keys and indexes first, then what refers to them, checked against all rows.</summary>
    /// <param name="first">The tables to be dressed now; the others wait for another call.</param>
    public async Task Dress(Func<string, bool> first, IProgress<(string What, int Done, int Total)>? progress, CancellationToken cancellationToken)
    {
        var now = pieces.Where(p => first(p.Table)).OrderBy(p => p.Kind == ForeignKey ? 1 : 0).ThenBy(p => p.Table, StringComparer.Ordinal).ThenBy(p => p.Name, StringComparer.Ordinal).ToList();
        for (var i = 0; i < now.Count; i++)
        {
            await db.Database.ExecuteSqlRawAsync(now[i].Definition, cancellationToken);
            progress?.Report(("Indeks", i + 1, now.Count));
        }

        pieces.RemoveAll(now.Contains);
    }

    /// <param name="Kind">As <c>pg_constraint</c> calls it; <c>i</c> is a plain index.</param>
    internal sealed record Piece(string Table, string Name, string Kind, string Definition, string Removal);
}
