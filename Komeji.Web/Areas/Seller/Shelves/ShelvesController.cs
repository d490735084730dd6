using Komeji.Application.Stores.Shelves;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Shelves;

/// <summary>The showcases of the seller's shop.</summary>
[Area("Seller"), NeedsRight(ShopRights.Products), Route("/penjual/etalase"), OwnerRule("pemilik toko")]
public sealed class ShelvesController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View("/Areas/Seller/Shelves/Index.cshtml", await Send(new ListMyShelves()));

    [HttpPost("")]
    public Task<IActionResult> Make(ShelfForm form) => Attempt(
        async () =>
        {
            var id = await Send(new MakeShelf(form.Nama!));
            Flash("Etalase dibuat. Masukkan produk ke dalamnya.");
            return To(id.Value);
        },
        Index);

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, string? q, int hal = 1) =>
        View("/Areas/Seller/Shelves/Show.cshtml", await Send(new ShowMyShelf(new StoreShelfId(id), q, hal)));

    [HttpPost("{id:guid}/nama")]
    public async Task<IActionResult> Rename(Guid id, ShelfForm form)
    {
        var again = await Send(new ShowMyShelf(new StoreShelfId(id)));
        return await Attempt(
            async () =>
            {
                await Send(new RenameShelf(again.Shelf.Id, form.Nama!));
                Flash("Nama etalase diganti.");
                return To(id);
            },
            () => Task.FromResult<IActionResult>(View("/Areas/Seller/Shelves/Show.cshtml", again)));
    }

    [HttpPost("{id:guid}/maju")]
    public Task<IActionResult> Forward(Guid id) => Press(() => Send(new MoveShelf(new StoreShelfId(id), true)), "Urutan etalase diubah.", Redirect("/penjual/etalase"));

    [HttpPost("{id:guid}/mundur")]
    public Task<IActionResult> Back(Guid id) => Press(() => Send(new MoveShelf(new StoreShelfId(id), false)), "Urutan etalase diubah.", Redirect("/penjual/etalase"));

    [HttpPost("{id:guid}/hapus")]
    public Task<IActionResult> Remove(Guid id) => Press(() => Send(new RemoveShelf(new StoreShelfId(id))), "Etalase dihapus. Produknya tetap ada di toko.", Redirect("/penjual/etalase"));

    [HttpPost("{id:guid}/isi")]
    public Task<IActionResult> Put(Guid id, List<Guid> produk) =>
        Press(() => Send(new PutOnShelf(new StoreShelfId(id), [.. produk.Select(p => new ProductId(p))])), "Produk dimasukkan ke etalase.", To(id));

    [HttpPost("{id:guid}/isi/{produk:guid}/keluarkan")]
    public Task<IActionResult> Take(Guid id, Guid produk) =>
        Press(() => Send(new TakeFromShelf(new StoreShelfId(id), new ProductId(produk))), "Produk dikeluarkan dari etalase.", To(id));

    RedirectResult To(Guid id) => Redirect($"/penjual/etalase/{id}");
}
