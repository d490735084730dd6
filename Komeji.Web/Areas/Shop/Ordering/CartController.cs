using Komeji.Application.Ordering.Carts;
using Komeji.Domain.Common;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shop.Ordering;

[Area("Shop"), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None), OwnerRule("pemilik keranjang")]
public sealed class CartController : KomejiController
{
    [HttpGet("/keranjang")]
    public async Task<IActionResult> Show()
    {
        await this.TakeOverVisitorCart();
        return View("/Areas/Shop/Ordering/Cart.cshtml", await Send(new ShowCart(HttpContext.CartToken())));
    }

    /// <summary>From pages that are the same bytes for everyone, so without a token.</summary>
    [HttpPost("/keranjang/tambah"), IgnoreAntiforgeryToken, FromThisSiteOnly]
    public Task<IActionResult> Add(AddForm form) => Attempt(
        async () =>
        {
            await this.TakeOverVisitorCart();
            var now = form.Langsung == "1";
            var added = await Send(new AddToCart(new VariantId(form.Varian!.Value), form.Jumlah, form.Harga ?? Rupiah.Zero, HttpContext.CartToken(), now));
            if (added.VisitorToken is { } token)
            {
                HttpContext.KeepCart(token, added.KeepDays);
            }

            Flash("Produk masuk keranjang.");
            return Redirect(now ? $"/checkout?hanya={form.Varian}" : "/keranjang");
        },
        () => Task.FromResult<IActionResult>(View("/Areas/Shop/Ordering/NotAdded.cshtml", form)));

    [HttpPost("/keranjang/ubah")]
    public Task<IActionResult> Change(LineForm form) => Attempt(
        async () =>
        {
            await Send(new ChangeCartLine(new VariantId(form.Varian!.Value), form.Jumlah, HttpContext.CartToken()));
            return Redirect("/keranjang");
        },
        async () => View("/Areas/Shop/Ordering/Cart.cshtml", await Send(new ShowCart(HttpContext.CartToken()))));

    [HttpPost("/keranjang/hapus")]
    public async Task<IActionResult> Remove([FromForm] Guid varian)
    {
        await Send(new RemoveFromCart(new VariantId(varian), HttpContext.CartToken()));
        return Redirect("/keranjang");
    }
}
