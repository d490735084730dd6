using Komeji.Application.Common;
using Komeji.Application.Legal;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog.Imports;

/// <summary>
/// Looks at every row of an import as if it were saved, and saves nothing: how far it is shows meanwhile, so it does not run in one
/// transaction.
/// </summary>
public sealed record CheckImport(ProductImportId Id) : ICommand, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, KnownCategories categories, PermitsOfGoods permits, UnitOfWork unitOfWork, TimeProvider clock) : IRequestHandler<CheckImport>
    {
        public async Task<Unit> Handle(CheckImport request, CancellationToken cancellationToken)
        {
            var waiting = await (from i in db.ProductImports.AsNoTracking()
                                 join s in db.ImportSheets.AsNoTracking() on i.Id equals s.ImportId
                                 where i.Id == request.Id && i.State == ImportState.Waiting
                                 select new { i.StoreId, s.Content }).SingleOrDefaultAsync(cancellationToken);
            if (waiting is null)
            {
                return Unit.Value;
            }

            var table = ImportTable.Unpack(waiting.Content);
            var lost = await permits.LostBy(waiting.StoreId, clock.GetUtcNow(), cancellationToken);
            var shop = await ImportShop.Load(db, waiting.StoreId, await categories.Read(cancellationToken), lost, table, toChange: false, cancellationToken);
            var plan = new ImportPlan(shop, SearchWords.Slug, clock.GetUtcNow());
            await plan.Make(table, done => Step(request.Id, import => import.Progress(done), cancellationToken));
            await Step(request.Id, import => Conclude(import, plan), cancellationToken);
            if (plan.Faults.Count > 0)
            {
                await unitOfWork.Run(() => db.ForgetRows(request.Id, cancellationToken), cancellationToken);
            }

            return Unit.Value;
        }

        void Conclude(ProductImport import, ImportPlan plan)
        {
            if (plan.Faults.Count == 0)
            {
                import.Pass(plan.Added.Count, plan.Changed);
                return;
            }

            db.Tell(import, plan.Faults, clock.GetUtcNow());
        }

        /// <summary>Nothing happens to an import the seller has dropped meanwhile.</summary>
        Task<bool> Step(ProductImportId id, Action<ProductImport> step, CancellationToken cancellationToken) => unitOfWork.RunAfresh(
            async () =>
            {
                if (await db.ProductImports.SingleOrDefaultAsync(i => i.Id == id && i.State == ImportState.Waiting, cancellationToken) is not { } import)
                {
                    return false;
                }

                step(import);
                return true;
            },
            cancellationToken);
    }
}
