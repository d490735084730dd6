using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog.Imports;

/// <summary>The seller's own imports: another's is not there.</summary>
static class MyImports
{
    public static async Task<IQueryable<ProductImport>> Imports(this IKomejiDb db, ShopDesk desk, CancellationToken cancellationToken)
    {
        var shop = (await desk.At(ShopRights.Products, cancellationToken)).Id;
        return db.ProductImports.Where(i => i.StoreId == shop);
    }

    /// <exception cref="NotFound">There is none, or it is another's.</exception>
    public static async Task<ProductImport> MyImport(this IKomejiDb db, ShopDesk desk, ProductImportId id, CancellationToken cancellationToken) =>
        await (await db.Imports(desk, cancellationToken)).SingleOrDefaultAsync(i => i.Id == id, cancellationToken) ?? throw new NotFound();

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
