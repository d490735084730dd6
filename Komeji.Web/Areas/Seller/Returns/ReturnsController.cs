using Komeji.Application.Ordering;
using Komeji.Application.Returns;
using Komeji.Application.Returns.Points;
using Komeji.Domain.Stores;
using Komeji.Web.Areas.Seller.Orders;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Returns;

/// <summary>What comes back to the shop: it counts, accepts in part, or objects.</summary>
[Area("Seller"), NeedsRight(ShopRights.Orders), Route("/penjual/retur")]
public sealed class ReturnsController : KomejiController
{
    /// <summary>Five photos of the largest size and what a form adds to them.</summary>
    const int UploadLimit = 80 * 1024 * 1024;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? tab, string? q, int hal = 1) =>
        View("/Areas/Seller/Returns/Index.cshtml", new ReturnsView(await Send(new ListReturns(OrderOnlooker.Seller, ReturnWords.Tab(tab), q, hal)), ReturnWords.Tab(tab), q));

    [HttpGet("ekspor")]
    public async Task<IActionResult> Export(string? tab, string? q, string? bentuk) =>
        ReturnFile.Of(await Send(new ExportReturns(OrderOnlooker.Seller, ReturnWords.Tab(tab), q)), bentuk == "xlsx");

    [HttpGet("{nomor}"), OwnerRule("penjual retur")]
    public async Task<IActionResult> Show(string nomor) => View("/Areas/Seller/Returns/Show.cshtml", await Send(new ShowReturn(nomor, OrderOnlooker.Seller)));

    [HttpGet("{nomor}/foto"), OwnerRule("penjual retur")]
    public Task<IActionResult> Photo(string nomor, [FromQuery] int no = 1) => this.ReturnPhoto(Mediator, nomor, OrderOnlooker.Seller, no);

    [HttpPost("{nomor}/sampai"), OwnerRule("penjual retur")]
    public Task<IActionResult> Receive(string nomor) =>
        Press(() => Send(new ReceiveReturn(nomor)), "Dicatat. Hitung isinya sebelum batas waktunya.", Redirect($"/penjual/retur/{nomor}"));

    [HttpPost("{nomor}/kode"), OwnerRule("penjual retur")]
    public Task<IActionResult> RenewCode(string nomor) =>
        Press(() => Send(new RenewFetchCode(nomor)), "Kode ambil yang baru ada di halaman ini.", Redirect($"/penjual/retur/{nomor}"));

    [HttpPost("{nomor}/hitung"), RequestSizeLimit(UploadLimit), OwnerRule("penjual retur")]
    public Task<IActionResult> Count(string nomor, CountWithPhotosForm form) => Attempt(
        () => Send(new CountReturn(nomor, form.ToCounts(), form.Alasan ?? "", form.Foto.Streams())), "Hitungan tersimpan. Pembeli diberi tahu.", Redirect($"/penjual/retur/{nomor}"), () => Show(nomor));

    [HttpPost("{nomor}/keberatan"), OwnerRule("penjual retur")]
    public Task<IActionResult> Refuse(string nomor, ReasonForm form) => Attempt(
        () => Send(new ObjectToReturn(nomor, form.Alasan)), "Keberatan dicatat. Petugas Komeji memutuskan.", Redirect($"/penjual/retur/{nomor}"), () => Show(nomor));
}
