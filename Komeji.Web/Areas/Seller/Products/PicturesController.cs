using System.ComponentModel.DataAnnotations;
using Komeji.Application.Catalog;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Products;

/// <summary>The pictures of a listing: several at once by the form, or one after another by the script, which tells how far each is.</summary>
[Area("Seller"), NeedsRight(ShopRights.Products), Route("/penjual/produk/{id:guid}/foto"), OwnerRule("pemilik toko")]
public sealed class PicturesController : KomejiController
{
    const int OneLimit = 11 * 1024 * 1024;
    const int UploadLimit = 80 * 1024 * 1024;

    [HttpPost(""), RequestSizeLimit(UploadLimit)]
    public Task<IActionResult> Add(Guid id, List<IFormFile> foto) =>
        Press(() => Send(new AddPictures(new ProductId(id), [.. foto.Where(f => f.Length > 0).Select(Upload)])), foto.Count == 1 ? "Foto ditambahkan." : $"{foto.Count} foto ditambahkan.", Back(id));

    /// <summary>For the script: no page, but what is wrong in words.</summary>
    [HttpPost("satu"), RequestSizeLimit(OneLimit)]
    public async Task<IActionResult> AddOne(Guid id, IFormFile? foto)
    {
        try
        {
            await Send(new AddPictures(new ProductId(id), foto is null ? [] : [Upload(foto)]));
            return NoContent();
        }
        catch (RuleBroken refusal)
        {
            return new ContentResult { StatusCode = StatusCodes.Status422UnprocessableEntity, ContentType = "text/plain; charset=utf-8", Content = refusal.Message };
        }
    }

    [HttpPost("{foto:guid}/utama")]
    public Task<IActionResult> LeadWith(Guid id, Guid foto) =>
        Press(() => Send(new LeadWithPicture(new ProductId(id), new PictureId(foto))), "Foto utama diganti.", Back(id));

    [HttpPost("{foto:guid}/geser")]
    public Task<IActionResult> Move(Guid id, Guid foto, bool maju) =>
        Press(() => Send(new MovePicture(new ProductId(id), new PictureId(foto), maju)), "Urutan foto diubah.", Back(id));

    [HttpPost("{foto:guid}/keterangan")]
    public Task<IActionResult> Describe(Guid id, Guid foto, [StringLength(ProductPicture.LongestWords)] string? teks) =>
        Press(() => Send(new DescribePicture(new ProductId(id), new PictureId(foto), teks ?? "")), "Keterangan foto disimpan.", Back(id));

    [HttpPost("{foto:guid}/hapus")]
    public Task<IActionResult> Remove(Guid id, Guid foto) =>
        Press(() => Send(new RemovePicture(new ProductId(id), new PictureId(foto))), "Foto dihapus.", Back(id));

    static PictureUpload Upload(IFormFile file) => new(file.FileName, file.OpenReadStream());

    RedirectResult Back(Guid id) => Redirect($"/penjual/produk/{id}#foto");
}
