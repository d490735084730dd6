using Komeji.Application.Common;
using Komeji.Application.Reconciliation;
using Komeji.Web.Setup;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Reconciliation;

/// <summary>An entry of the books that a bank or a provider does not know, or not yet.</summary>
[Area("Operations"), Authorize("Finance"), Route("/operator/selisih/jurnal/{id:long}")]
public sealed class LedgerEntriesController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Show(long id) => View("/Areas/Operations/Reconciliation/LedgerEntry.cshtml", await Send(new ShowLedgerEntry(id)));

    [HttpPost("jelaskan")]
    public Task<IActionResult> Explain(long id, ReasonForm form) => Step(id, new ExplainLedgerEntry(id, form.Alasan), "Penjelasan disimpan dengan nama Anda.");

    [HttpPost("lepas")]
    public Task<IActionResult> Reopen(long id, ReasonForm form) => Step(id, new ReopenLedgerEntry(id, form.Alasan), "Jurnal ini kembali menunggu.");

    Task<IActionResult> Step(long id, ICommand command, string done) => Attempt(
        async () =>
        {
            await Send<Unit>(command);
            Flash(done);
            return RedirectToAction(nameof(Show), new { id });
        },
        () => Show(id));
}
