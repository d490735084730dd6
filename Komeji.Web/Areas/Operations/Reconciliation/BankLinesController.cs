using Komeji.Application.Common;
using Komeji.Application.Payments.Desk;
using Komeji.Application.Reconciliation;
using Komeji.Domain.Common;
using Komeji.Domain.Reconciliation;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Reconciliation;

/// <summary>A line at the bank: its journals, or why it has none.</summary>
[Area("Operations"), Authorize("Finance"), Route("/operator/selisih/mutasi/{id:guid}")]
public sealed class BankLinesController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id) => View("/Areas/Operations/Reconciliation/BankLine.cshtml", await Send(new ShowBankLine(new BankLineId(id))));

    [HttpPost("cocokkan")]
    public Task<IActionResult> Match(Guid id, MatchForm form) => Step(id, new MatchByHand(new BankLineId(id), form.Jurnal), "Mutasi dicocokkan.");

    [HttpPost("jelaskan")]
    public Task<IActionResult> Explain(Guid id, ReasonForm form) => Step(id, new ExplainBankLine(new BankLineId(id), form.Alasan), "Penjelasan disimpan dengan nama Anda.");

    [HttpPost("bukukan")]
    public Task<IActionResult> Book(Guid id, BankOwnForm form) => Attempt(
        async () =>
        {
            var decided = await Send(new BookBankLine(new BankLineId(id), form.Jenis ?? default, form.Alasan));
            Flash(decided == MoneyDecided.Waits ? SecondOfficerWords.Waits : "Mutasi dibukukan dan dicocokkan.");
            return RedirectToAction(nameof(Show), new { id });
        },
        () => Show(id));

    [HttpPost("batalkan")]
    public Task<IActionResult> Reverse(Guid id, ReasonForm form) => Step(id, new ReverseBankLine(new BankLineId(id), form.Alasan), "Pembukuan dibatalkan; mutasi ini kembali menunggu.");

    [HttpPost("lepas")]
    public Task<IActionResult> Reopen(Guid id, ReasonForm form) => Step(id, new ReopenBankLine(new BankLineId(id), form.Alasan), "Mutasi ini kembali menunggu.");

    Task<IActionResult> Step(Guid id, ICommand command, string done) => Attempt(
        async () =>
        {
            await Send<Unit>(command);
            Flash(done);
            return RedirectToAction(nameof(Show), new { id });
        },
        () => Show(id));
}

public sealed class MatchForm
{
    public IReadOnlyList<long> Jurnal { get; set; } = [];
}
