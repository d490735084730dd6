using Komeji.Application.Catalog;
using Komeji.Domain.Stores;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Products;

/// <summary>One change to several listings.</summary>
[Area("Seller"), NeedsRight(ShopRights.Products), OwnerRule("pemilik toko")]
public sealed class BulkEditsController : KomejiController
{
    [HttpPost("/penjual/produk/massal")]
    public Task<IActionResult> Change(BulkForm form) => Attempt(
        async () =>
        {
            var changed = await Send(new EditProducts(form.Chosen, form.ToEdit()!));
            Flash($"{Words.Number(changed)} produk diubah.");
            return Redirect($"/penjual/produk?tampil={ProductTab.Find(form.Tampil).Word}&hal={form.Hal}" + (string.IsNullOrEmpty(form.Q) ? "" : "&q=" + Uri.EscapeDataString(form.Q)));
        },
        () => Again(form));

    async Task<IActionResult> Again(BulkForm form)
    {
        var tab = ProductTab.Find(form.Tampil);
        return View("/Areas/Seller/Products/Index.cshtml", new ProductsView(tab, form.Q, await Send(tab.Ask(form.Q, form.Hal)), form));
    }
}
