using Komeji.Application.Common;
using Komeji.Application.Sheets;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
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
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, UnitOfWork unitOfWork, TimeProvider clock) : IRequestHandler<UploadImport, ProductImportId>
    {
        public async Task<ProductImportId> Handle(UploadImport request, CancellationToken cancellationToken)
        {
            var by = user.Require();
            var store = await db.Stores.OwnedBy(by).Select(s => (StoreId?)s.Id).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            var table = ImportTable.Of(await SheetFile.Read(request.Upload, cancellationToken));
            return await unitOfWork.Run(() => Put(request, store, by, table, cancellationToken), cancellationToken);
        }

        async Task<ProductImportId> Put(UploadImport request, StoreId store, UserId by, ImportTable table, CancellationToken cancellationToken)
        {
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

            var import = ProductImport.Upload(store, by, request.FileName, table.Lines.Count, now);
            db.ProductImports.Add(import);
            db.ImportSheets.Add(new ImportSheet(import.Id, table.Pack()));
            return import.Id;
        }
    }
}
