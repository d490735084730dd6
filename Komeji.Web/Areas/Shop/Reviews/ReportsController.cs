using System.ComponentModel.DataAnnotations;
using Komeji.Application.Reviews.Reports;
using Komeji.Domain.Reviews;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shop.Reviews;

/// <summary>Anyone signed in reports what should not be read.</summary>
[Area("Shop"), Authorize, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ReportsController : KomejiController
{
    [HttpGet("/lapor/{id:guid}")]
    public async Task<IActionResult> Show(Guid id, string? apa) => View("/Areas/Shop/Reviews/Report.cshtml", await Send(new ShowReportedText(TalkWords.Kind(apa), id)));

    [HttpPost("/lapor/{id:guid}")]
    public async Task<IActionResult> Report(Guid id, ReportForm form)
    {
        var text = await Send(new ShowReportedText(TalkWords.Kind(form.Apa), id));
        return await Attempt(
            () => Send(new ReportText(text.Kind, id, form.Alasan!.Value, form.Penjelasan ?? "")),
            "Terima kasih. Petugas memeriksanya; sampai diputuskan tulisan itu tetap tampil.",
            Redirect($"/produk/{Uri.EscapeDataString(text.Slug)}#ulasan"),
            () => Task.FromResult<IActionResult>(View("/Areas/Shop/Reviews/Report.cshtml", text)));
    }
}

public sealed class ReportForm
{
    public string? Apa { get; set; }

    [Required(ErrorMessage = "Pilih alasan laporan.")]
    public TextReportReason? Alasan { get; set; }

    [DataType(DataType.MultilineText), StringLength(TextCase.LongestNote, ErrorMessage = "Penjelasan paling panjang 300 huruf.")]
    public string? Penjelasan { get; set; }
}
