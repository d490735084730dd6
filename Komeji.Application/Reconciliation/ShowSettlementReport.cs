using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Reconciliation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reconciliation;

/// <summary>A report with the rows of its days, each beside what was booked; what differs stands first.</summary>
public sealed record ShowSettlementReport(SettlementReportId Id, int Page = 1, int PageSize = ShowSettlementReport.UsualPage) : IQuery<SettlementReportPage>
{
    const int UsualPage = 50;

    /// <summary>For a file of all of them.</summary>
    public const int Everything = 100_000;

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ShowSettlementReport, SettlementReportPage>
    {
        public async Task<SettlementReportPage> Handle(ShowSettlementReport request, CancellationToken cancellationToken)
        {
            var report = await db.SettlementReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken) ?? throw new NotFound();
            var by = await db.Users.AsNoTracking().Where(u => u.Id == report.By.Value).Select(u => u.FullName).SingleOrDefaultAsync(cancellationToken);
            var lines = await db.SettlementLines.AsNoTracking().Where(l => l.Gateway == report.Gateway && l.Day >= report.FirstDay && l.Day <= report.LastDay)
                .OrderBy(l => l.State == MatchState.Matched).ThenBy(l => l.Day).ThenBy(l => l.Transaction).ThenBy(l => l.Id).ToPage(request.Page, request.PageSize, cancellationToken);
            return new SettlementReportPage(
                report.Id, report.FileName, report.FirstDay, report.LastDay, report.Rows, report.Added, report.Settled, by ?? "petugas keuangan", report.ImportedAt,
                new PageOf<SettlementLineRow>([.. lines.Rows.Select(SettlementLineRow.Of)], lines.Number, lines.Size, lines.Total));
        }
    }
}

public sealed record SettlementReportPage(
    SettlementReportId Id, string FileName, DateOnly FirstDay, DateOnly LastDay, int Rows, int Added, Rupiah Settled, string By, DateTimeOffset ImportedAt, PageOf<SettlementLineRow> Lines);

/// <param name="Compared">How it compares with the books, in words.</param>
public sealed record SettlementLineRow(
    SettlementLineId Id, DateOnly Day, string Order, string Transaction, Rupiah Gross, Rupiah Fee, Rupiah Net, SettlementFinding Finding, string Compared, MatchState State)
{
    internal static SettlementLineRow Of(SettlementLine l) => new(l.Id, l.Day, l.Order, l.Transaction, l.Gross, l.Fee, l.Net, l.Finding, SettlementWords.Of(l), l.State);
}
