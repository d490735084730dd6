using Komeji.Application.Payments.Desk;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Payments;

/// <summary>Notifications of a provider that were given up.</summary>
[Area("Operations"), Authorize("Jobs"), Route("/operator/kabar-pembayaran")]
public sealed class PaymentEventsController : KomejiController
{
    [HttpPost("{id:long}")]
    public Task<IActionResult> Retry(long id) => Press(
        () => Send(new RetryPaymentEvent(id)),
        "Kabar masuk antrean lagi dan diproses dalam satu menit.",
        Redirect("/operator/perlu/kabar-pembayaran"));
}
