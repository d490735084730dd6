using Komeji.Application.Ledger.Cash;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Ledger;

/// <summary>Which shops owe fees of orders they were paid in cash for.</summary>
[Area("Operations"), Authorize("Books"), Route("/operator/posisi-dana/bayar-di-tempat")]
public sealed class CashDebtsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int hal = 1) => View("/Areas/Operations/Ledger/CashDebts.cshtml", await Send(new ListCashDebts(hal)));

    [HttpGet("ekspor"), Download]
    public async Task<IActionResult> Export(string? bentuk) => BookFile.Of(await Send(new ExportCashDebts(bentuk == "xlsx")), bentuk == "xlsx");
}
