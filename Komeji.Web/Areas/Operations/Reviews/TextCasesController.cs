using System.ComponentModel.DataAnnotations;
using Komeji.Application.Common;
using Komeji.Application.Reviews.Reports;
using Komeji.Domain.Common;
using Komeji.Domain.Reviews;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Reviews;

/// <summary>Reviews, questions and answers that were reported, and appeals of their authors.</summary>
[Area("Operations"), Authorize("Listings"), Route("/operator/tinjauan-ulasan")]
public sealed class TextCasesController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(bool putus, int hal = 1) =>
        View("/Areas/Operations/Reviews/Index.cshtml", new TextCasesPage(putus, await Send(new ListTextCases(putus, hal))));

    [HttpPost("{id:guid}/tampilkan")]
    public Task<IActionResult> Keep(Guid id, [StringLength(TextCase.LongestReason)] string? alasan, [FromForm] int hal = 1) =>
        Attempt(() => Send(new DecideTextCase(new TextCaseId(id), false, alasan ?? "")), "Tulisan boleh tampil.", Back(hal), () => Index(false, hal));

    [HttpPost("{id:guid}/sembunyikan")]
    public Task<IActionResult> Hide(Guid id, [StringLength(TextCase.LongestReason)] string? alasan, [FromForm] int hal = 1) =>
        Attempt(() => Send(new DecideTextCase(new TextCaseId(id), true, alasan ?? "")), "Tulisan tidak tampil dan penulisnya diberi tahu alasannya.", Back(hal), () => Index(false, hal));

    /// <summary>What is decided stood in the list of those that wait.</summary>
    LocalRedirectResult Back(int hal) => LocalRedirect(ListPlace.Of("/operator/tinjauan-ulasan", hal).Address);
}

public sealed record TextCasesPage(bool Decided, PageOf<TextCaseRow> Cases)
{
    public ListPlace Place => ListPlace.Of("/operator/tinjauan-ulasan", Cases.Number);
}
