using System.ComponentModel.DataAnnotations;
using Komeji.Application.Payments.Desk;
using Komeji.Domain.Common;
using Komeji.Web.Areas.Operations.Orders;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Payments;

/// <summary>Payments a buyer's bank disputes.</summary>
[Area("Operations"), Authorize("Finance"), Route("/operator/sengketa/{id:guid}")]
public sealed class DisputesController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id) => View("/Areas/Operations/Payments/Dispute.cshtml", await Send(new ShowDispute(new DisputeId(id))));

    [HttpPost("tanggung")]
    public Task<IActionResult> Bear(Guid id, DecisionForm form) => Attempt(
        async () =>
        {
            var decided = await Send(new BearDispute(new DisputeId(id), form.Alasan));
            Flash(decided == MoneyDecided.Waits ? SecondOfficerWords.Waits : "Keputusan dicatat. Koperasi menanggung sisanya, dan pesanan yang dibekukan berlanjut.");
            return RedirectToAction(nameof(Show), new { id });
        },
        () => Show(id));

    [HttpPost("hasil")]
    public Task<IActionResult> End(Guid id, DisputeEndForm form) => Attempt(
        async () =>
        {
            var decided = await Send(new RecordDisputeEnd(new DisputeId(id), form.Menang!.Value, form.Ditarik, form.Alasan));
            Flash(decided == MoneyDecided.Waits ? SecondOfficerWords.Waits : "Hasil sengketa dicatat dan dibukukan.");
            return RedirectToAction(nameof(Show), new { id });
        },
        () => Show(id));

    [HttpPost("uang-kembali")]
    public Task<IActionResult> MoneyBack(Guid id, MoneyBackForm form) => Attempt(
        async () =>
        {
            var decided = await Send(new DecideMoneyBack(new DisputeId(id), form.Untuk!.Value, form.Alasan));
            Flash(decided == MoneyDecided.Waits ? SecondOfficerWords.Waits : "Keputusan dicatat dan dibukukan.");
            return RedirectToAction(nameof(Show), new { id });
        },
        () => Show(id));
}

public sealed class DisputeEndForm : DecisionForm
{
    [Display(Name = "Hasil"), Required(ErrorMessage = "Pilih menang atau kalah.")]
    public bool? Menang { get; set; }

    /// <summary>Needed only where the provider did not say how much the bank took.</summary>
    [Display(Name = "Jumlah yang ditarik")]
    public Rupiah? Ditarik { get; set; }
}

public sealed class MoneyBackForm : DecisionForm
{
    [Display(Name = "Untuk"), Required(ErrorMessage = "Pilih uang ini milik siapa.")]
    public MoneyBackTo? Untuk { get; set; }
}
