using Komeji.Application.Ordering;
using Komeji.Application.Warranties;
using Komeji.Application.Warranties.Workshop;
using Komeji.Domain.Stores;
using Komeji.Domain.Warranties;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Warranties;

/// <summary>Warranty claims made to the shop, one button each. A refusal is shown on the claim's page with what was typed.</summary>
[Area("Seller"), NeedsRight(ShopRights.Orders), Route("/penjual/garansi"), OwnerRule("penjual pesanan")]
public sealed class ClaimsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery] string? tab, [FromQuery] string? q, [FromQuery] int hal = 1)
    {
        var group = ClaimTabs.Find(tab);
        return View("/Areas/Seller/Warranties/Index.cshtml", new ShopClaimsView(group, q, await Send(new ListShopClaims(group.Group, q, hal))));
    }

    [HttpGet("ekspor"), Download]
    public async Task<IActionResult> Export([FromQuery] string? tab, [FromQuery] string? q, [FromQuery] string? bentuk) =>
        ClaimFile.Of(await Send(new ExportShopClaims(ClaimTabs.Find(tab).Group, q)), bentuk == "xlsx");

    [HttpGet("{nomor}")]
    public async Task<IActionResult> Show(string nomor) => View("/Areas/Seller/Warranties/Show.cshtml", await Send(new ShowShopClaim(nomor)));

    [HttpGet("foto/{foto:guid}")]
    public Task<IActionResult> Picture(Guid foto) => this.ClaimPicture(Mediator, foto, OrderOnlooker.Seller);

    [HttpPost("{nomor}/terima")]
    public Task<IActionResult> Accept(string nomor, AcceptClaimForm form) => Step(nomor, new AcceptClaim(nomor, form.Pesan ?? ""), "Klaim diterima. Pembeli diberi tahu.");

    [HttpPost("{nomor}/tolak")]
    public Task<IActionResult> Reject(string nomor, ClaimReasonForm form) => Step(nomor, new RejectClaim(nomor, form.Alasan), "Klaim ditolak. Pembeli boleh meminta Pusat Resolusi meninjaunya.");

    [HttpPost("{nomor}/barang-diterima")]
    public Task<IActionResult> Receive(string nomor) => Step(nomor, new ReceiveClaimedGoods(nomor), "Barang dicatat diterima. Periksa, lalu tulis hasilnya.");

    [HttpPost("{nomor}/periksa"), RequestSizeLimit(ClaimPictures.UploadLimit)]
    public Task<IActionResult> Examine(string nomor, FindingForm form) => Step(nomor, new ExamineClaim(nomor, form.Temuan.ReplaceLineEndings("\n"), form.Foto.Uploads()), "Hasil pemeriksaan tersimpan. Pembeli diberi tahu.");

    [HttpPost("{nomor}/selesaikan")]
    public Task<IActionResult> Mend(string nomor, MendForm form) =>
        Step(nomor, new MendClaim(nomor, form.Diganti ? ClaimSolution.Replace : ClaimSolution.Repair, form.Seri ?? ""), "Tersimpan. Kirim kembali barangnya kepada pembeli.");

    [HttpPost("{nomor}/minta-putusan")]
    public Task<IActionResult> AskRuling(string nomor, ClaimReasonForm form) => Step(nomor, new AskClaimRuling(nomor, form.Dana, form.Alasan), "Pusat Resolusi memutuskan. Simpan barangnya sampai ada keputusan.");

    [HttpPost("{nomor}/kirim-kembali")]
    public Task<IActionResult> SendBack(string nomor, SendBackForm form) => Step(nomor, new SendClaimBack(nomor, form.Resi, form.Diserahkan), "Pengiriman kembali dicatat. Pembeli diberi tahu.");

    Task<IActionResult> Step(string nomor, IRequest<Unit> command, string done) => Attempt(
        async () =>
        {
            await Send(command);
            Flash(done);
            return Redirect($"/penjual/garansi/{nomor}");
        },
        () => Show(nomor));
}

public sealed record ShopClaimsView(ClaimTab Tab, string? Search, ShopClaims Claims);

/// <summary>A filter of the list of claims, under the name its address has.</summary>
public sealed record ClaimTab(string Key, string Title, ClaimGroup Group);

public static class ClaimTabs
{
    public static readonly IReadOnlyList<ClaimTab> All =
    [
        new("perlu", "Perlu Anda kerjakan", ClaimGroup.Shop),
        new("pembeli", "Menunggu pembeli", ClaimGroup.Buyer),
        new("pusat-resolusi", "Di Pusat Resolusi", ClaimGroup.Officer),
        new("berakhir", "Berakhir", ClaimGroup.Over),
        new("semua", "Semua", ClaimGroup.All),
    ];

    public static ClaimTab Find(string? key) => All.FirstOrDefault(t => t.Key == key) ?? All[0];
}
