using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Komeji.Application.Common;
using Komeji.Application.Reconciliation;
using Komeji.Domain.Common;
using Komeji.Domain.Reconciliation;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Komeji.Web.TagHelpers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Reconciliation;

/// <summary>Midtrans' settlement reports, brought in by officers of finance: what was settled is booked, what differs is listed.</summary>
[Area("Operations"), Authorize("Finance"), Route("/operator/laporan-midtrans")]
public sealed class SettlementReportsController : KomejiController
{
    const int UploadLimit = 6 * 1024 * 1024;

    [HttpGet("")]
    public Task<IActionResult> Index(int hal = 1) => Page(hal, []);

    [HttpPost(""), RequestSizeLimit(UploadLimit)]
    public Task<IActionResult> Upload([Required(ErrorMessage = "Pilih berkas CSV atau XLSX.")] IFormFile? berkas) => Attempt(
        async () =>
        {
            await using var upload = berkas!.OpenReadStream();
            var receipt = await Send(new BookSettlementReport(berkas.FileName, upload));
            if (receipt.Faults.Count > 0)
            {
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return await Page(1, receipt.Faults);
            }

            Flash(receipt.Id is null ? "Semua baris laporan ini sudah dibukukan. Tidak ada yang baru." : $"{Words.Number(receipt.Added)} baris baru dibukukan.");
            return LocalRedirect(receipt.Id is { } id ? $"/operator/laporan-midtrans/{id.Value}" : "/operator/laporan-midtrans");
        },
        () => Index());

    [HttpGet("templat")]
    public IActionResult Template() => CsvFile.Of("templat-laporan-midtrans.csv", SettlementSheet.Examples.Prepend(SettlementSheet.Heads));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, int hal = 1) =>
        View("/Areas/Operations/Reconciliation/Report.cshtml", await Send(new ShowSettlementReport(new SettlementReportId(id), hal)));

    [HttpGet("{id:guid}/csv"), Download]
    public async Task<IActionResult> Csv(Guid id)
    {
        var page = await Send(new ShowSettlementReport(new SettlementReportId(id), 1, ShowSettlementReport.Everything));
        return CsvFile.Of("laporan-midtrans.csv", page.Lines.Rows.Select(Cells).Prepend(["tanggal", "order", "transaksi", "masuk", "keluar", "biaya", "dibanding buku", "status"]));
    }

    static IEnumerable<string> Cells(SettlementLineRow line) =>
    [
        line.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), line.Order, line.Transaction, .. AccountWords.InAndOut(line.Gross),
        line.Fee.Amount.ToString(CultureInfo.InvariantCulture), line.Compared, StatusTagHelper.Words(line.State),
    ];

    async Task<IActionResult> Page(int page, IReadOnlyList<RowFault> faults) =>
        View("/Areas/Operations/Reconciliation/Reports.cshtml", new ReportsView(await Send(new ListSettlementReports(page)), faults));
}

/// <param name="Faults">Of the file that was just refused.</param>
public sealed record ReportsView(PageOf<SettlementReportRow> Reports, IReadOnlyList<RowFault> Faults);
