using Komeji.Application.CallCentre;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.CallCentre;

/// <summary>Where a call begins: by a number, a telephone number, an e-mail or a name.</summary>
[Area("Operations"), Authorize("CallCentre"), Route("/operator/pusat-layanan"), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CasesController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? q, int hal = 1) => View("/Areas/Operations/CallCentre/Index.cshtml", await Send(new FindCase(q ?? "", hal)));
}
