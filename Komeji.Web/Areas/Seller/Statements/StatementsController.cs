using Komeji.Application.Ledger.Statements;
using Komeji.Domain.Stores;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Statements;

/// <summary>The shop's money month by month, and what of it is still held.</summary>
[Area("Seller"), NeedsRight(ShopRights.Money)]
public sealed class StatementsController : KomejiController
{
    [HttpGet("/penjual/saldo/laporan")]
    public async Task<IActionResult> Index() => View(await Send(new ListStatements()));

    [HttpGet("/penjual/saldo/laporan/{bulan}")]
    public async Task<IActionResult> Show(string bulan, int hal = 1) => View(await Send(new ShowStatement(bulan, hal)));

    [HttpGet("/penjual/saldo/laporan/{bulan}/ekspor"), Download]
    public async Task<IActionResult> Export(string bulan, string? bentuk) => BookFile.Of(await Send(new ExportStatement(bulan)), bentuk == "xlsx");

    [HttpGet("/penjual/saldo/kekurangan")]
    public async Task<IActionResult> Debt(int hal = 1) => View(await Send(new ShowDebt(hal)));

    [HttpGet("/penjual/saldo/ditahan")]
    public async Task<IActionResult> Held(int hal = 1) => View(await Send(new ListHeldOrders(hal)));
}
