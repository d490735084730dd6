using Komeji.Application.Payments;
using Komeji.Domain.Common;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shop.Payments;

/// <summary>The page of one purchase's payment, at which the buyer also arrives back from the provider.</summary>
[Area("Shop"), Authorize, OwnerRule("pembeli belanja"), Route("/bayar/{nomor}")]
public sealed class PaymentsController : KomejiController
{
    /// <param name="kembali">Set when the browser comes from the provider: the page then asks again by itself until there is news.</param>
    [HttpGet]
    public async Task<IActionResult> Show(string nomor, string? kembali)
    {
        var page = await Send(new ShowPayment(nomor));
        var waits = kembali is not null && page.Standing == PaymentStanding.Started;
        if (waits || page.Standing == PaymentStanding.BeingChecked)
        {
            Response.Headers["Refresh"] = waits ? "4" : "30";
        }

        Response.Headers.CacheControl = "no-cache, no-store";
        return View(new PaymentView(page, waits));
    }

    [HttpPost]
    public async Task<IActionResult> Start(string nomor)
    {
        try
        {
            var started = await Send(new StartPayment(nomor));
            return started.PayAddress is { } address ? Redirect(address) : RedirectToAction(nameof(Show), new { nomor });
        }
        catch (RuleBroken refusal)
        {
            TempData[FlashErrorKey] = refusal.Message;
            return RedirectToAction(nameof(Show), new { nomor });
        }
    }
}

/// <param name="IsAwaitingNews">The buyer has just come from the provider.</param>
public sealed record PaymentView(PaymentPage Payment, bool IsAwaitingNews);
