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
    /// <param name="kembali">Set when the browser comes from the provider, or the buyer says that she has paid: the page then asks again by itself until there is news.</param>
    /// <param name="ganti">Set when she wants to pay in another way than the one she began with.</param>
    [HttpGet]
    public async Task<IActionResult> Show(string nomor, string? kembali, string? ganti)
    {
        var page = await Send(new ShowPayment(nomor));
        var view = new PaymentView(page, kembali is not null && page.Standing == PaymentStanding.Started, ganti is not null);
        if (view.IsAwaitingNews || page.Standing == PaymentStanding.BeingChecked || view.Way is not null)
        {
            Response.Headers["Refresh"] = view.IsAwaitingNews ? "4" : "30";
        }

        Response.Headers.CacheControl = "no-cache, no-store";
        return View(view);
    }

    [HttpPost]
    public async Task<IActionResult> Start(string nomor, string? cara)
    {
        try
        {
            var started = await Send(new StartPayment(nomor, cara ?? ""));
            return started.Page is { } address ? Redirect(address) : RedirectToAction(nameof(Show), new { nomor });
        }
        catch (RuleBroken refusal)
        {
            TempData[FlashErrorKey] = refusal.Message;
            return RedirectToAction(nameof(Show), new { nomor });
        }
    }
}

/// <param name="IsAwaitingNews">The buyer has just come from the provider, or has just paid.</param>
/// <param name="IsChoosing">She wants to choose another way to pay.</param>
public sealed record PaymentView(PaymentPage Payment, bool IsAwaitingNews, bool IsChoosing)
{
    /// <summary>The code or number to show.</summary>
    public PaymentPage.WayToPay? Way => Payment.CanPay && !IsChoosing ? Payment.Shown : null;

    public bool OffersWays => Payment.CanPay && Way is null && Payment.Channels.Count > 0;
}
