using Komeji.Application.Payments.Desk;
using Komeji.Web.Areas.Operations.Orders;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Payments;

/// <summary>Notifications of a provider that were given up.</summary>
[Area("Operations"), Authorize("Jobs"), Route("/operator/kabar-pembayaran/{id:long}")]
public sealed class PaymentEventsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Show(long id) => View("/Areas/Operations/Payments/PaymentEvent.cshtml", await Send(new ShowPaymentEvent(id)));

    [HttpPost("")]
    public Task<IActionResult> Retry(long id) => Press(
        () => Send(new RetryPaymentEvent(id)),
        "Kabar masuk antrean lagi dan diproses dalam satu menit.",
        Redirect("/operator/perlu/kabar-pembayaran"));

    [HttpPost("tutup")]
    public Task<IActionResult> Close(long id, DecisionForm form) => Attempt(
        async () =>
        {
            await Send(new ClosePaymentEvent(id, form.Alasan));
            Flash("Kabar ditutup atas nama Anda.");
            return RedirectToAction(nameof(Show), new { id });
        },
        () => Show(id));
}
