using Komeji.Application.Common;
using Komeji.Application.Reconciliation;
using Komeji.Domain.Common;
using Komeji.Web.Setup;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Reconciliation;

/// <summary>A row of a provider's report that differs from the books.</summary>
[Area("Operations"), Authorize("Finance"), Route("/operator/selisih/laporan/{id:guid}")]
public sealed class SettlementLinesController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id) => View("/Areas/Operations/Reconciliation/SettlementLine.cshtml", await Send(new ShowSettlementLine(new SettlementLineId(id))));

    [HttpPost("jelaskan")]
    public Task<IActionResult> Explain(Guid id, ReasonForm form) => Step(id, new ExplainSettlementLine(new SettlementLineId(id), form.Alasan), "Penjelasan disimpan dengan nama Anda.");

    [HttpPost("lepas")]
    public Task<IActionResult> Reopen(Guid id, ReasonForm form) => Step(id, new ReopenSettlementLine(new SettlementLineId(id), form.Alasan), "Baris ini kembali menunggu.");

    Task<IActionResult> Step(Guid id, ICommand command, string done) => Attempt(
        async () =>
        {
            await Send<Unit>(command);
            Flash(done);
            return RedirectToAction(nameof(Show), new { id });
        },
        () => Show(id));
}
