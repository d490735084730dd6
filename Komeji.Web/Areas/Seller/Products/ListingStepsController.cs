using Komeji.Application.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Products;

/// <summary>What a seller does to a listing besides writing it: pictures, and whether it is on display.</summary>
[Area("Seller"), NeedsRight(ShopRights.Products), Route("/penjual/produk/{id:guid}"), OwnerRule("pemilik toko")]
public sealed class ListingStepsController : KomejiController
{
    const int UploadLimit = 80 * 1024 * 1024;

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

    [HttpPost("foto"), RequestSizeLimit(UploadLimit), RequestFormLimits(MultipartBodyLengthLimit = UploadLimit)]
    public async Task<IActionResult> AddPictures(Guid id, List<IFormFile> foto)
    {
        var uploads = foto.Where(f => f.Length > 0).Select(f => f.OpenReadStream()).ToList();
        return await Press(() => Send(new AddPictures(new ProductId(id), uploads)), uploads.Count == 1 ? "Foto ditambahkan." : $"{uploads.Count} foto ditambahkan.", Back(id));
    }

    [HttpPost("foto/{foto:guid}/utama")]
    public Task<IActionResult> LeadWith(Guid id, Guid foto) =>
        Press(() => Send(new LeadWithPicture(new ProductId(id), new PictureId(foto))), "Foto utama diganti.", Back(id));

    [HttpPost("foto/{foto:guid}/hapus")]
    public Task<IActionResult> Remove(Guid id, Guid foto) =>
        Press(() => Send(new RemovePicture(new ProductId(id), new PictureId(foto))), "Foto dihapus.", Back(id));

    RedirectResult Back(Guid id) => Redirect($"/penjual/produk/{id}");
}
