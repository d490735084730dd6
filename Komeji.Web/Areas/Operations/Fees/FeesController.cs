using Komeji.Application.Stores.Fees;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Fees;

/// <summary>What shops said to a raised service fee.</summary>
[Area("Operations"), Authorize(Policy = "SeeSettings")]
public sealed class FeesController : KomejiController
{
    [HttpGet("/operator/biaya")]
    public async Task<IActionResult> Index(int hal = 1) => View(await Send(new ListFeeAnswers(hal)));
}
