using Komeji.Application.Catalog.Imports;
using Komeji.Domain.Stores;
using Komeji.Web.Areas.Seller.Products;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Imports;

/// <summary>The shop's products as a table that can be changed and imported again.</summary>
[Area("Seller"), NeedsRight(ShopRights.Products), OwnerRule("pemilik toko")]
public sealed class ExportsController : KomejiController
{
    [HttpGet("/penjual/produk/ekspor"), Download]
    public async Task<IActionResult> Export(string? bentuk, string? tampil) =>
        ProductTables.Export(bentuk, await Send(new ExportProducts(ProductTab.Find(tampil).State)));
}
