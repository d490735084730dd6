using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog.Imports;

/// <summary>How an import of the seller's own stands, with a page of what is wrong in it.</summary>
public sealed record ShowImport(ProductImportId Id, int Page = 1, int PageSize = 100) : IQuery<ImportPage>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ShowImport, ImportPage>
    {
        public async Task<ImportPage> Handle(ShowImport request, CancellationToken cancellationToken)
        {
            var import = await db.MyImport(desk, request.Id, cancellationToken);
            var faults = await db.ImportFaults.AsNoTracking().Where(f => f.ImportId == request.Id).OrderBy(f => f.Row).ThenBy(f => f.Id)
                .Select(f => new ImportFaultRow(f.Row, f.Column, f.Reason)).ToPage(request.Page, request.PageSize, cancellationToken);
            return new ImportPage(ImportRowOf(import), faults);
        }

        static ImportSummary ImportRowOf(ProductImport i) =>
            new(i.Id, i.FileName, i.State, i.Rows, i.RowsChecked, i.NewProducts, i.ChangedProducts, i.Faults, i.UploadedAt);
    }
}

public sealed record ImportPage(ImportSummary Import, PageOf<ImportFaultRow> Faults);

public sealed record ImportSummary(ProductImportId Id, string FileName, ImportState State, int Rows, int RowsChecked, int NewProducts, int ChangedProducts, int Faults, DateTimeOffset UploadedAt)
{
    /// <summary>A job is at it.</summary>
    public bool IsAtWork => State is ImportState.Waiting or ImportState.Accepted;
}

public sealed record ImportFaultRow(int Row, string Column, string Reason);
