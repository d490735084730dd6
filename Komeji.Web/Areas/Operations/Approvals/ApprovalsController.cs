using Komeji.Application.Common;
using Komeji.Application.Payments.Approvals;
using Komeji.Domain.Common;
using Komeji.Web.Areas.Operations.Orders;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Approvals;

/// <summary>Decisions about money above the limit of one officer: another of finance approves or rejects them.</summary>
[Area("Operations"), Authorize("Finance"), Route("/operator/persetujuan")]
public sealed class ApprovalsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? lihat, int hal = 1)
    {
        var waiting = lihat != "dijawab";
        return View("/Areas/Operations/Approvals/Index.cshtml", new ApprovalsView(waiting, await Send(new ListApprovals(waiting, hal))));
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => View("/Areas/Operations/Approvals/Show.cshtml", await Send(new ShowApproval(new MoneyApprovalId(id))));

    [HttpPost("{id:guid}/setujui")]
    public Task<IActionResult> Approve(Guid id, DecisionForm form) => Attempt(
        () => Send(new ApproveMoney(new MoneyApprovalId(id), form.Alasan)), "Disetujui dan dibukukan.", RedirectToAction(nameof(Show), new { id }), () => Show(id));

    [HttpPost("{id:guid}/tolak")]
    public Task<IActionResult> Reject(Guid id, DecisionForm form) => Attempt(
        () => Send(new RejectMoney(new MoneyApprovalId(id), form.Alasan)), "Ditolak. Tidak ada uang yang bergerak.", RedirectToAction(nameof(Show), new { id }), () => Show(id));
}

public sealed record ApprovalsView(bool Waiting, PageOf<ApprovalRow> Rows);
