using Komeji.Application.Payments.Desk;
using Komeji.Web.Areas.Operations.Orders;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Payments;

/// <summary>Money of another amount or currency than its purchase asked for.</summary>
[Area("Operations"), Authorize("Finance"), Route("/operator/uang-tidak-sesuai/{nomor}")]
public sealed class WrongMoneyController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string nomor) => View("/Areas/Operations/Payments/WrongMoney.cshtml", await Send(new ShowWrongMoney(nomor)));

    [HttpPost("")]
    public Task<IActionResult> Return(string nomor, DecisionForm form) => Attempt(
        async () =>
        {
            var decided = await Send(new ReturnWrongMoney(nomor, form.Alasan));
            Flash(decided == MoneyDecided.Waits ? SecondOfficerWords.Waits : "Keputusan dicatat. Dana yang ada di buku dikembalikan lewat penyedia pembayaran.");
            return RedirectToAction(nameof(Show), new { nomor });
        },
        () => Show(nomor));
}
