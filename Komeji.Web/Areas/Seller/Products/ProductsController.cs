using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Komeji.Application.Catalog;
using Komeji.Application.Catalog.Flags;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Web.Setup;
using Komeji.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Products;

[Area("Seller"), NeedsRight(ShopRights.Products), Route("/penjual/produk"), OwnerRule("pemilik toko")]
public sealed class ProductsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? q, string? tampil, int hal = 1)
    {
        var tab = ProductTab.Find(tampil);
        return View(new ProductsView(tab, q, await Send(tab.Ask(q, hal)), new BulkForm()));
    }

    [HttpGet("csv"), Download]
    public async Task<IActionResult> Export(string? q, string? tampil)
    {
        var tab = ProductTab.Find(tampil);
        var mine = await Send(tab.Ask(q, 1, ListMyProducts.Everything));
        return CsvFile.Of("produk.csv", mine.Page.Rows.Select(Row).Prepend(["Nama", "Status", "Harga terendah", "Varian", "Stok", "Dipesan", "Terjual", "Diubah", "Alamat"]));
    }

    [HttpGet("baru")]
    public Task<IActionResult> New() => Edit(null, new ProductForm { Varian = [new VariantForm()] });

    [HttpPost("baru")]
    public Task<IActionResult> New(ProductForm form) => Save(null, form, async () =>
    {
        var id = await Send(new ListProduct(form.ToDraft()));
        Flash("Produk disimpan sebagai draf. Tambahkan foto, lalu tayangkan.");
        return Redirect($"/penjual/produk/{id.Value}");
    });

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id)
    {
        var listing = await Send(new ShowMyProduct(new ProductId(id)));
        return await Edit(listing, ProductForm.Of(listing));
    }

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Change(Guid id, ProductForm form)
    {
        var listing = await Send(new ShowMyProduct(new ProductId(id)));
        return await Save(listing, form, async () =>
        {
            await Send(new EditProduct(listing.Id, form.Versi, form.ToDraft()));
            Flash("Perubahan disimpan.");
            return Redirect($"/penjual/produk/{id}");
        });
    }

    /// <summary>A listing taken off display, and why it may be sold after all.</summary>
    [HttpPost("{id:guid}/tinjau-lagi")]
    public Task<IActionResult> AskAgain(Guid id, [DataType(DataType.MultilineText), StringLength(500, ErrorMessage = "Jawaban paling panjang 500 huruf.")] string? jawaban) =>
        Attempt(() => Send(new AskToLookAgain(new ProductId(id), jawaban ?? "")), "Jawaban Anda terkirim. Petugas lain akan meninjaunya.", Redirect($"/penjual/produk/{id}"), () => Show(id));

    async Task<IActionResult> Save(MyListing? listing, ProductForm form, Func<Task<IActionResult>> save)
    {
        if (form.IsStep)
        {
            form.TakeStep();
            KeepWhatWasTyped();
            return await Edit(listing, form);
        }

        return await Attempt(save, () => Edit(listing, form));
    }

    /// <summary>Nothing is wrong yet, and what cannot be read stays as it was typed; the rows have moved and tell themselves.</summary>
    void KeepWhatWasTyped()
    {
        ModelState.ClearValidationState("");
        foreach (var row in ModelState.Keys.Where(key => key.StartsWith(nameof(ProductForm.Varian), StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(row);
        }
    }

    async Task<IActionResult> Edit(MyListing? listing, ProductForm form)
    {
        if (form.Varian.Count == 0)
        {
            form.Varian.Add(new VariantForm());
        }

        (form.Listing, form.Categories, form.Servable) = (listing, await Send(new ListCategories()), await Send(new ListServableRegions()));
        form.Prices = listing is null ? null : await Send(new ListPriceChanges(listing.Id));
        return View("Edit", form);
    }

    static string[] Row(MyProduct product) =>
    [
        product.Name, StatusTagHelper.Words(product.State), Text(product.Price.Amount), Text(product.Variants), Text(product.Stock), Text(product.Reserved),
        Text(product.Sold), WaktuTagHelper.Show(product.ChangedAt), "/produk/" + product.Slug,
    ];

    static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
