using Komeji.Application.Ledger.Exports;
using Komeji.Domain.Common;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Ledger;

/// <summary>The books as files for the accountant.</summary>
[Area("Operations"), Authorize("Books"), Route("/operator/posisi-dana/ekspor"), Download]
public sealed class BookExportsController(TimeProvider clock) : KomejiController
{
    [HttpGet("")]
    public IActionResult Index() => View("/Areas/Operations/Ledger/Exports.cshtml", Wib.DayOf(clock.GetUtcNow()));

    [HttpGet("jurnal")]
    public async Task<IActionResult> Journals(BookExportForm form) => BookFile.Of(await Send(new ExportJournals(form.Dari, form.Sampai, form.IsSheet)), form.IsSheet);

    [HttpGet("buku-besar")]
    public async Task<IActionResult> Account(BookExportForm form) => BookFile.Of(await Send(new ExportAccount(form.Akun, form.Dari, form.Sampai, form.IsSheet)), form.IsSheet);

    [HttpGet("neraca-saldo")]
    public async Task<IActionResult> TrialBalance(BookExportForm form) => BookFile.Of(await Send(new ExportTrialBalance(form.Dari, form.Sampai, form.IsSheet)), form.IsSheet);
}

public sealed class BookExportForm
{
    public DateOnly? Dari { get; set; }

    public DateOnly? Sampai { get; set; }

    public int Akun { get; set; } = 1010;

    /// <summary><c>csv</c> or <c>xlsx</c>.</summary>
    public string? Bentuk { get; set; }

    public bool IsSheet => Bentuk == "xlsx";
}
