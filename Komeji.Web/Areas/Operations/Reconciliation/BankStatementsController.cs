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

/// <summary>Statements of the banks that keep the money, brought in by officers of finance.</summary>
[Area("Operations"), Authorize("Finance"), Route("/operator/rekening-koran")]
public sealed class BankStatementsController : KomejiController
{
    const int UploadLimit = 6 * 1024 * 1024;

    [HttpGet("")]
    public Task<IActionResult> Index(int hal = 1) => Page(hal, []);

    [HttpPost(""), RequestSizeLimit(UploadLimit)]
    public Task<IActionResult> Upload([Required(ErrorMessage = "Pilih rekeningnya.")] int? akun, [Required(ErrorMessage = "Pilih berkas CSV atau XLSX.")] IFormFile? berkas) => Attempt(
        async () =>
        {
            await using var upload = berkas!.OpenReadStream();
            var receipt = await Send(new ImportBankStatement(akun!.Value, berkas.FileName, upload));
            if (receipt.Faults.Count > 0)
            {
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return await Page(1, receipt.Faults);
            }

            Flash(receipt.Id is null
                ? $"Semua {Words.Number(receipt.Known)} mutasi di berkas ini sudah tersimpan. Tidak ada yang baru."
                : $"{Words.Number(receipt.Added)} mutasi baru disimpan, {Words.Number(receipt.Known)} sudah dikenal. Pencocokan sedang berjalan.");
            return LocalRedirect(receipt.Id is { } id ? $"/operator/rekening-koran/{id.Value}" : "/operator/rekening-koran");
        },
        () => Index());

    [HttpGet("templat")]
    public IActionResult Template() => CsvFile.Of("templat-rekening-koran.csv", BankSheet.Examples.Prepend(BankSheet.Heads));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, int hal = 1) =>
        View("/Areas/Operations/Reconciliation/Statement.cshtml", await Send(new ShowBankStatement(new BankStatementId(id), hal)));

    [HttpGet("{id:guid}/csv"), Download]
    public async Task<IActionResult> Csv(Guid id)
    {
        var page = await Send(new ShowBankStatement(new BankStatementId(id), 1, ShowBankStatement.Everything));
        return CsvFile.Of("mutasi.csv", page.Lines.Rows.Select(Cells).Prepend(["tanggal", "keterangan", "masuk", "keluar", "saldo", "referensi", "status"]));
    }

    static IEnumerable<string> Cells(BankLineRow line) =>
    [
        line.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), line.Text, .. AccountWords.InAndOut(line.Amount),
        line.Balance.Amount.ToString(CultureInfo.InvariantCulture), line.Reference, StatusTagHelper.Words(line.State),
    ];

    async Task<IActionResult> Page(int page, IReadOnlyList<RowFault> faults) =>
        View("/Areas/Operations/Reconciliation/Statements.cshtml", new StatementsView(await Send(new ListBankStatements(page)), faults));
}

/// <param name="Faults">Of the file that was just refused.</param>
public sealed record StatementsView(PageOf<BankStatementRow> Statements, IReadOnlyList<RowFault> Faults);
