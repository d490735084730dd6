using System.ComponentModel.DataAnnotations;
using Komeji.Application.Catalog;
using Komeji.Application.Catalog.Imports;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Imports;

/// <summary>Tables of products on their way into the seller's shop.</summary>
[Area("Seller"), NeedsRight(ShopRights.Products), Route("/penjual/produk/impor"), OwnerRule("pemilik toko")]
public sealed class ImportsController : KomejiController
{
    const int UploadLimit = 6 * 1024 * 1024;
    const string Start = "/Areas/Seller/Imports/Index.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Index() => View(Start, await Send(new ListImports()));

    [HttpPost(""), RequestSizeLimit(UploadLimit)]
    public Task<IActionResult> Upload([Required(ErrorMessage = "Pilih berkas CSV atau XLSX.")] IFormFile? berkas) => Attempt(
        async () =>
        {
            await using var upload = berkas!.OpenReadStream();
            var id = await Send(new UploadImport(berkas.FileName, upload));
            return Redirect($"/penjual/produk/impor/{id.Value}");
        },
        Index);

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, int hal = 1) =>
        View("/Areas/Seller/Imports/Show.cshtml", await Send(new ShowImport(new ProductImportId(id), hal)));

    /// <summary>What of the page changes while a job is at it; when it is done the script loads the whole page once more.</summary>
    [HttpGet("{id:guid}/kemajuan")]
    public async Task<IActionResult> Progress(Guid id)
    {
        var page = await Send(new ShowImport(new ProductImportId(id)));
        if (!page.Import.IsAtWork)
        {
            Response.Headers["HX-Refresh"] = "true";
        }

        return PartialView("/Areas/Seller/Imports/_Progress.cshtml", page);
    }

    [HttpGet("{id:guid}/salah.csv")]
    public async Task<IActionResult> Faults(Guid id)
    {
        var import = await Send(new ShowImport(new ProductImportId(id), 1, ListLength));
        return CsvFile.Of("baris-salah.csv", import.Faults.Rows.Select(f => new[] { ProductTables.Text(f.Row), f.Column, f.Reason }).Prepend(["Baris", "Kolom", "Alasan"]));
    }

    [HttpPost("{id:guid}/simpan")]
    public Task<IActionResult> Accept(Guid id) =>
        Press(() => Send(new AcceptImport(new ProductImportId(id))), "Tabel sedang disimpan. Anda boleh menutup halaman ini.", Redirect($"/penjual/produk/impor/{id}"));

    [HttpPost("{id:guid}/batal")]
    public Task<IActionResult> Drop(Guid id) =>
        Press(() => Send(new DropImport(new ProductImportId(id))), "Impor dibatalkan. Tidak ada yang disimpan, dan isi berkas sudah dihapus.", Redirect("/penjual/produk/impor"));

    [HttpGet("templat/{bentuk}")]
    public async Task<IActionResult> Template(string bentuk) =>
        ProductTables.Template(bentuk, await Send(new ListCategories()), await Send(new ListServableRegions())) is { } file ? file : NotFound();

    /// <summary>More faults than a table of the most rows can have in cells people read.</summary>
    const int ListLength = 200_000;
}
