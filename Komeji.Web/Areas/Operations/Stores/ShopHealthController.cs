using Komeji.Application.Stores.Health;
using Komeji.Domain.Common;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Stores;

/// <summary>A shop's figures before whoever decides on it.</summary>
[Area("Operations"), Authorize("Shops"), Route("/operator/toko/{id:guid}/kesehatan")]
public sealed class ShopHealthController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id) => View("/Areas/Operations/Stores/Health.cshtml", new HealthView(await Send(new ShowShopHealth(new StoreId(id))), Address(id), false));

    [HttpGet("{angka}")]
    public async Task<IActionResult> Cases(Guid id, string angka, bool semua, int hal = 1) =>
        View("/Areas/Operations/Stores/HealthCases.cshtml", new HealthCasesView(await Send(new ListHealthCases(HealthWords.Read(angka), semua, hal, new StoreId(id))), Address(id), false));

    [HttpGet("{angka}/ekspor")]
    public async Task<IActionResult> Export(Guid id, string angka, bool semua, string? bentuk) =>
        HealthWords.File($"kesehatan-{angka}", await Send(new ExportHealthCases(HealthWords.Read(angka), semua, new StoreId(id))), bentuk);

    static string Address(Guid id) => $"/operator/toko/{id}/kesehatan";
}
