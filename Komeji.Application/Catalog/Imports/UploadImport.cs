using Komeji.Application.Common;
using Komeji.Application.Sheets;
using Komeji.Application.Stores;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog.Imports;

/// <summary>
/// Takes a table of products in, to be checked by a job. Reading it takes a while and is done before the transaction; the file itself
/// is never stored, only its rows, and those only until the import ends. An earlier import that nobody said yes to is dropped.
/// </summary>
/// <exception cref="RuleBroken"><c>sheet.*</c>, <c>import.*</c></exception>
public sealed record UploadImport(string FileName, Stream Upload) : ICommand<ProductImportId>, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, ShopDesk desk, UnitOfWork unitOfWork, TimeProvider clock) : IRequestHandler<UploadImport, ProductImportId>
    {
        public async Task<ProductImportId> Handle(UploadImport request, CancellationToken cancellationToken)
        {
            await desk.At(ShopRights.Products, cancellationToken);
            var table = ImportTable.Of(await SheetFile.Read(request.Upload, cancellationToken));
            return await unitOfWork.Run(() => Put(request, table, cancellationToken), cancellationToken);
        }

        async Task<ProductImportId> Put(UploadImport request, ImportTable table, CancellationToken cancellationToken)
        {
            var store = (await desk.At(ShopRights.Products, cancellationToken)).Id;
            await db.TakeTurn($"import:{store.Value}", cancellationToken);
            var now = clock.GetUtcNow();
            foreach (var open in await db.ProductImports.Where(i => i.StoreId == store && (i.State == ImportState.Waiting || i.State == ImportState.Checked || i.State == ImportState.Accepted)).ToListAsync(cancellationToken))
            {
                if (open.State == ImportState.Accepted)
                {
                    throw new RuleBroken("import.busy", "Impor sebelumnya masih disimpan. Tunggu sampai selesai, lalu unggah lagi.");
                }

                await db.Drop(open, now, cancellationToken);
            }

            var import = ProductImport.Upload(store, user.Require(), request.FileName, table.Lines.Count, now);
            db.ProductImports.Add(import);
            db.ImportSheets.Add(new ImportSheet(import.Id, table.Pack()));
            return import.Id;
        }
    }
}
