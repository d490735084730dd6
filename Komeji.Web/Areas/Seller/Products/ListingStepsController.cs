using Komeji.Application.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Products;

/// <summary>What a seller does to a listing besides writing it: whether it is on display, copies, and what its prices were.</summary>
[Area("Seller"), NeedsRight(ShopRights.Products), Route("/penjual/produk/{id:guid}"), OwnerRule("pemilik toko")]
public sealed class ListingStepsController : KomejiController
{
    [HttpPost("tayang")]
    public Task<IActionResult> Publish(Guid id) =>
        Press(() => Send(new PublishProduct(new ProductId(id))), "Produk tayang. Pembeli sudah bisa menemukannya.", Back(id));

    [HttpPost("arsip")]
    public Task<IActionResult> Archive(Guid id) =>
        Press(() => Send(new ArchiveProduct(new ProductId(id))), "Produk diarsipkan. Pesanan yang sudah ada tetap berjalan.", Back(id));

    [HttpPost("salin")]
    public async Task<IActionResult> Copy(Guid id)
    {
        var copy = await Send(new CopyProduct(new ProductId(id)));
        Flash("Salinan dibuat sebagai draf tanpa stok. Ubah nama dan isinya, lalu tayangkan.");
        return Back(copy.Value);
    }

    [HttpGet("riwayat-harga")]
    public async Task<IActionResult> Prices(Guid id, int hal = 1) =>
        View("/Areas/Seller/Products/Prices.cshtml", new PricesView(await Send(new ShowMyProduct(new ProductId(id))), await Send(new ListPriceChanges(new ProductId(id), hal))));

    RedirectResult Back(Guid id) => Redirect($"/penjual/produk/{id}");
}
