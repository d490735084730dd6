using Komeji.Application.Common;
using Komeji.Application.Legal;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog.Imports;

/// <summary>
/// Saves an import in one transaction. Its rows are checked once more in it: what has become wrong since, such as a code given to
/// another product, undoes all of it and is told like the faults of the first check, in a transaction of its own.
/// </summary>
public sealed record SaveImport(ProductImportId Id) : ICommand, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, KnownCategories categories, PermitsOfGoods permits, Stock stock, ICodes codes, UnitOfWork unitOfWork, TimeProvider clock) : IRequestHandler<SaveImport>
    {
        public async Task<Unit> Handle(SaveImport request, CancellationToken cancellationToken)
        {
            try
            {
                await unitOfWork.Run(() => Save(request.Id, cancellationToken), cancellationToken);
            }
            catch (WrongRows wrong)
            {
                db.Forget();
                await unitOfWork.Run(() => Refuse(request.Id, wrong.Faults, cancellationToken), cancellationToken);
            }

            return Unit.Value;
        }

        async Task Save(ProductImportId id, CancellationToken cancellationToken)
        {
            if (await db.ProductImports.SingleOrDefaultAsync(i => i.Id == id && i.State == ImportState.Accepted, cancellationToken) is not { } import)
            {
                return;
            }

            await db.TakeTurn($"import:{import.StoreId.Value}", cancellationToken);
            var content = await db.ImportSheets.AsNoTracking().Where(s => s.ImportId == id).Select(s => s.Content).SingleAsync(cancellationToken);
            var table = ImportTable.Unpack(content);
            var lost = await permits.LostBy(import.StoreId, clock.GetUtcNow(), cancellationToken);
            var shop = await ImportShop.Load(db, import.StoreId, await categories.Read(cancellationToken), lost, table, toChange: true, cancellationToken);
            var plan = new ImportPlan(shop, name => shop.FreeSlug(name, codes), clock.GetUtcNow());
            await plan.Make(table, _ => Task.CompletedTask);
            if (plan.Faults.Count > 0)
            {
                throw new WrongRows(plan.Faults);
            }

            db.Products.AddRange(plan.Added);
            foreach (var count in plan.Counts.OrderBy(c => c.Variant.Value))
            {
                await stock.Count(count.Variant, count.Before, count.Counted, cancellationToken);
            }

            import.Save(plan.Added.Count, plan.Changed, clock.GetUtcNow());
            await db.ForgetRows(id, cancellationToken);
        }

        async Task Refuse(ProductImportId id, IReadOnlyList<CellFault> faults, CancellationToken cancellationToken)
        {
            if (await db.ProductImports.SingleOrDefaultAsync(i => i.Id == id && i.State == ImportState.Accepted, cancellationToken) is { } import)
            {
                db.Tell(import, faults, clock.GetUtcNow());
                await db.ForgetRows(id, cancellationToken);
            }
        }
    }

    sealed class WrongRows(IReadOnlyList<CellFault> faults) : Exception("Rows have become wrong since they were checked.")
    {
        public IReadOnlyList<CellFault> Faults => faults;
    }
}
