using Komeji.Application.Ordering;
using Komeji.Application.Returns;
using Komeji.Domain.Common;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shop.Returns;

/// <summary>The buyer's returns: how to send the goods back, and what the shop counted.</summary>
[Area("Shop"), Authorize, Route("/retur"), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None), OwnerRule("pembeli retur")]
public sealed class ReturnsController : KomejiController
{
    /// <summary>Six photos of the largest size and what a form adds to them.</summary>
    const int UploadLimit = 80 * 1024 * 1024;

    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery] string? tab, [FromQuery] string? q, [FromQuery] int hal = 1) =>
        View("/Areas/Shop/Returns/Index.cshtml", new ReturnsView(await Send(new ListReturns(OrderOnlooker.Buyer, ReturnWords.Tab(tab), q, hal)), ReturnWords.Tab(tab), q));

    [HttpGet("{nomor}")]
    public async Task<IActionResult> Show(string nomor) => View("/Areas/Shop/Returns/Show.cshtml", await Send(new ShowReturn(nomor, OrderOnlooker.Buyer)));

    /// <summary>A label for the parcel, to print.</summary>
    [HttpGet("{nomor}/label")]
    public async Task<IActionResult> Label(string nomor) => View("/Areas/Shop/Returns/Label.cshtml", await Send(new ShowReturn(nomor, OrderOnlooker.Buyer)));

    [HttpGet("{nomor}/foto")]
    public Task<IActionResult> Photo(string nomor, [FromQuery] int no = 1) => this.ReturnPhoto(Mediator, nomor, OrderOnlooker.Buyer, no);

    [HttpPost("{nomor}/titik")]
    public Task<IActionResult> DropOff(string nomor, DropOffForm form) => Attempt(
        () => Send(new PlanDropOff(nomor, new PointId(form.Titik!.Value))), "Titik dipilih. Bawa barangnya ke sana dan tunjukkan kodenya.", Redirect($"/retur/{nomor}"), () => Show(nomor));

    [HttpPost("{nomor}/kirim"), RequestSizeLimit(UploadLimit)]
    public Task<IActionResult> Sent(string nomor, SendReturnForm form) => Attempt(
        () => Send(new SendReturn(nomor, form.ToParcel(), form.Struk?.OpenReadStream(), form.Foto.Streams())), "Pengiriman balik dicatat. Penjual diberi tahu.", Redirect($"/retur/{nomor}"), () => Show(nomor));

    [HttpPost("{nomor}/batal")]
    public Task<IActionResult> Withdraw(string nomor) =>
        Press(() => Send(new WithdrawReturn(nomor)), "Retur ditutup. Barangnya tetap pada Anda.", Redirect($"/retur/{nomor}"));

    [HttpPost("{nomor}/jawaban")]
    public Task<IActionResult> Answer(string nomor, AnswerCountForm form) => Attempt(
        () => Send(new AnswerCount(nomor, form.Setuju, form.Alasan ?? "")),
        form.Setuju ? "Anda menyetujui hitungan penjual." : "Keberatan dicatat. Petugas Komeji memutuskan.", Redirect($"/retur/{nomor}"), () => Show(nomor));
}
