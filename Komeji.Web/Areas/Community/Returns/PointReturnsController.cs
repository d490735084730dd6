using Komeji.Application.Common;
using Komeji.Application.Returns.Points;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Community.Returns;

/// <summary>The keeper's page of returns: what buyers bring, and what waits for its shop. Whoever keeps no point finds nothing here.</summary>
[Area("Community"), Route("/titik-ambil/retur"), OwnerRule("petugas titik ambil"), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PointReturnsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery] string? q, [FromQuery] int hal = 1) =>
        View("/Areas/Community/Returns/Index.cshtml", new PointReturnsView(await Send(new ShowPointReturns(q, hal)), q));

    [HttpPost("{nomor}/terima")]
    public Task<IActionResult> TakeIn(string nomor, [FromForm] string? kode) =>
        Check(() => Send(new TakeInReturn(nomor, kode ?? "")), $"Kode cocok. Retur {nomor} diterima; penjual diberi tahu.", "Kode tidak cocok. Minta pembeli membacakan kode dari halaman returnya.");

    [HttpPost("{nomor}/serahkan")]
    public Task<IActionResult> HandOver(string nomor, [FromForm] string? kode) =>
        Check(() => Send(new HandOverReturn(nomor, kode ?? "")), $"Kode cocok. Serahkan retur {nomor} kepada penjual.", "Kode tidak cocok. Minta penjual membacakan kode dari halaman returnya.");

    Task<IActionResult> Check(Func<Task<bool>> typed, string right, string wrong) => Attempt(
        async () =>
        {
            if (await typed())
            {
                Flash(right);
                return Redirect("/titik-ambil/retur");
            }

            ModelState.AddModelError("", wrong);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await Index(null);
        },
        () => Index(null));
}

public sealed record PointReturnsView(PageOf<PointReturn> Returns, string? Words);
