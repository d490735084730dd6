using System.ComponentModel.DataAnnotations;
using Komeji.Application.Ordering;
using Komeji.Application.Returns.Replacements;
using Komeji.Domain.Stores;
using Komeji.Web.Areas.Seller.Orders;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Returns;

/// <summary>What the shop sends without another payment.</summary>
[Area("Seller"), NeedsRight(ShopRights.Orders), Route("/penjual/pengganti")]
public sealed class ReplacementsController : KomejiController
{
    /// <summary>One photo of the largest size and what a form adds to it.</summary>
    const int PhotoLimit = 12 * 1024 * 1024;

    [HttpGet("")]
    public async Task<IActionResult> Index(bool semua, string? q, int hal = 1) =>
        View("/Areas/Seller/Returns/Replacements.cshtml", new ReplacementsView(await Send(new ListReplacements(OrderOnlooker.Seller, !semua, q, hal)), !semua, q));

    [HttpGet("ekspor")]
    public async Task<IActionResult> Export(bool semua, string? q, string? bentuk) =>
        ReturnFile.Of(await Send(new ExportReplacements(OrderOnlooker.Seller, !semua, q)), bentuk == "xlsx");

    [HttpGet("{nomor}"), OwnerRule("penjual pengganti")]
    public async Task<IActionResult> Show(string nomor) => View("/Areas/Seller/Returns/Replacement.cshtml", await Send(new ShowReplacement(nomor, OrderOnlooker.Seller)));

    [HttpPost("{nomor}/kirim"), OwnerRule("penjual pengganti")]
    public Task<IActionResult> Ship(string nomor, ShipReplacementForm form) => Attempt(
        () => Send(new SendReplacement(nomor, form.Resi ?? "")), "Pengiriman tersimpan. Pembeli diberi tahu.", Redirect($"/penjual/pengganti/{nomor}"), () => Show(nomor));

    [HttpPost("{nomor}/serahkan"), OwnerRule("penjual pengganti")]
    public Task<IActionResult> HandOver(string nomor, HandoverForm form) => Attempt(
        async () =>
        {
            if (await Send(new HandOverReplacement(nomor, form.Kode)))
            {
                Flash("Kode cocok. Barangnya diserahkan kepada pembeli.");
                return Redirect($"/penjual/pengganti/{nomor}");
            }

            ModelState.AddModelError(nameof(form.Kode), "Kode tidak cocok. Minta pembeli membuka halaman pengganti dan membacakan kodenya.");
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await Show(nomor);
        },
        () => Show(nomor));

    [HttpPost("{nomor}/bukti-terima"), RequestSizeLimit(PhotoLimit), OwnerRule("penjual pengganti")]
    public Task<IActionResult> Prove(string nomor, ProveReplacementForm form) => Attempt(
        () => Send(new ProveReplacement(nomor, form.Penerima, form.Foto!.OpenReadStream())), "Bukti terima tersimpan.", Redirect($"/penjual/pengganti/{nomor}"), () => Show(nomor));

    [HttpPost("{nomor}/tidak-bisa"), OwnerRule("penjual pengganti")]
    public Task<IActionResult> GiveUp(string nomor, ReasonForm form) => Attempt(
        () => Send(new GiveUpReplacement(nomor, form.Alasan)), "Dicatat. Jalan keluar lain dicari di komplain atau klaimnya.", Redirect($"/penjual/pengganti/{nomor}"), () => Show(nomor));
}

public sealed class ShipReplacementForm
{
    [Display(Name = "Nomor resi"), StringLength(30, ErrorMessage = "Nomor resi paling panjang 30 huruf.")]
    public string? Resi { get; set; }
}

public sealed class ProveReplacementForm
{
    [Display(Name = "Nama penerima"), Required(ErrorMessage = "Isi nama orang yang menerima barangnya."), StringLength(80, MinimumLength = 2, ErrorMessage = "Nama penerima 2 sampai 80 huruf.")]
    public string Penerima { get; set; } = "";

    [Display(Name = "Foto bukti"), Required(ErrorMessage = "Pilih foto bukti terima.")]
    public IFormFile? Foto { get; set; }
}
