using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog.Imports;

/// <summary>The seller's own imports: another's is not there.</summary>
static class Imports
{
    public static IQueryable<ProductImport> Of(this DbSet<ProductImport> imports, IKomejiDb db, UserId owner) =>
        imports.Where(i => db.Stores.Any(s => s.Id == i.StoreId && s.OwnerId == owner));

    /// <exception cref="NotFound">There is none, or it is another's.</exception>
    public static async Task<ProductImport> MyImport(this IKomejiDb db, ICurrentUser user, ProductImportId id, CancellationToken cancellationToken) =>
        await db.ProductImports.Of(db, user.Require()).SingleOrDefaultAsync(i => i.Id == id, cancellationToken) ?? throw new NotFound();

    public static async Task Drop(this IKomejiDb db, ProductImport import, DateTimeOffset now, CancellationToken cancellationToken)
    {
        import.Drop(now);
        await db.ForgetRows(import.Id, cancellationToken);
    }

    public static Task ForgetRows(this IKomejiDb db, ProductImportId id, CancellationToken cancellationToken) =>
        db.ImportSheets.Where(s => s.ImportId == id).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Writes down what is wrong, by row.</summary>
    public static void Tell(this IKomejiDb db, ProductImport import, IReadOnlyList<CellFault> faults, DateTimeOffset now)
    {
        import.Refuse(faults.Count, now);
        db.ImportFaults.AddRange(faults.OrderBy(f => f.Row).Select(f => new ImportFault(import.Id, f.Row, f.Column.Title, f.Reason)));
    }
}
