using Komeji.Application.Stores.Health;
using Komeji.Domain.Stores;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Health;

/// <summary>The shop's figures, each with the orders or questions behind it.</summary>
[Area("Seller"), NeedsRight(ShopRights.Orders), Route("/penjual/kesehatan"), OwnerRule("pemilik toko")]
public sealed class HealthController : KomejiController
{
    const string Address = "/penjual/kesehatan";

    [HttpGet("")]
    public async Task<IActionResult> Index() => View("/Areas/Seller/Health/Index.cshtml", new HealthView(await Send(new ShowMyHealth()), Address, true));

    [HttpGet("{angka}")]
    public async Task<IActionResult> Cases(string angka, bool semua, int hal = 1) =>
        View("/Areas/Seller/Health/Cases.cshtml", new HealthCasesView(await Send(new ListHealthCases(HealthWords.Read(angka), semua, hal)), Address, true));

    [HttpGet("{angka}/ekspor")]
    public async Task<IActionResult> Export(string angka, bool semua, string? bentuk) =>
        HealthWords.File($"kesehatan-{angka}", await Send(new ExportHealthCases(HealthWords.Read(angka), semua)), bentuk);
}
