using Komeji.Application.Ordering.Checkouts;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shop.Ordering;

[Area("Shop"), Authorize, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None), OwnerRule("pemilik keranjang")]
public sealed class CheckoutController : KomejiController
{
    [HttpGet("/checkout")]
    public async Task<IActionResult> Show([FromQuery] Guid? hanya, [FromQuery] Guid? alamat)
    {
        await this.TakeOverVisitorCart();
        var page = await Send(new ShowCheckout(new CheckoutForm { Hanya = hanya, Alamat = alamat }.Wish(), null, null));
        return page.Offer.IsEmpty ? Redirect("/keranjang") : Page(page, hanya);
    }

    /// <summary>Another address or courier: the same page with its totals anew. Nothing is saved.</summary>
    [HttpPost("/checkout/hitung")]
    public async Task<IActionResult> Reckon(CheckoutForm form) =>
        Page(await Send(new ShowCheckout(form.Wish(), ModelState.IsValid ? form.Token : null, null)), form.Hanya);

    [HttpPost("/checkout")]
    public Task<IActionResult> Place(CheckoutForm form) => Attempt(
        async () => Redirect("/bayar/" + (await Send(new PlaceOrders(form.Token!, form.Wish(), form.Ditampilkan ?? ""))).Number),
        async () => Page(await Send(new ShowCheckout(form.Wish(), ModelState[nameof(form.Token)]?.Errors.Count == 0 ? form.Token : null, form.Ditampilkan ?? "")), form.Hanya));

    ViewResult Page(CheckoutPage page, Guid? only)
    {
        ViewData["Hanya"] = only;
        return View("/Areas/Shop/Ordering/Checkout.cshtml", page);
    }
}
