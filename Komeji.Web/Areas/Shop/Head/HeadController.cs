using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shop.Head;

/// <summary>The personal part of a page that is otherwise the same for everyone.</summary>
[Area("Shop"), OpenOnOnePhone]
public sealed class HeadController(PageHead head) : KomejiController
{
    [HttpGet("/sisipan/kepala"), OpenWithoutSecondFactor, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public async Task<IActionResult> Show() => PartialView(await head.Read(Aborted));
}
