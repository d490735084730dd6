using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reconciliation;

/// <summary>Settlement reports that were brought in, the newest first.</summary>
public sealed record ListSettlementReports(int Page = 1) : IQuery<PageOf<SettlementReportRow>>
{
    const int PageSize = 25;

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ListSettlementReports, PageOf<SettlementReportRow>>
    {
        public Task<PageOf<SettlementReportRow>> Handle(ListSettlementReports request, CancellationToken cancellationToken) =>
            db.SettlementReports.AsNoTracking().OrderByDescending(r => r.ImportedAt).ThenByDescending(r => r.Id)
                .Select(r => new SettlementReportRow(r.Id, r.FileName, r.FirstDay, r.LastDay, r.Rows, r.Added, r.Settled, r.ImportedAt)).ToPage(request.Page, PageSize, cancellationToken);
    }
}

public sealed record SettlementReportRow(SettlementReportId Id, string FileName, DateOnly FirstDay, DateOnly LastDay, int Rows, int Added, Rupiah Settled, DateTimeOffset ImportedAt);
