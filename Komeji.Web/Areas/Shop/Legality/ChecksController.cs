using Komeji.Application.Common;
using Komeji.Application.Legal;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shop.Legality;

/// <summary>Where anybody checks what the office vouches for, as the code on the certificate leads to.</summary>
[Area("Shop"), OpenOnOnePhone]
public sealed class ChecksController(SiteAddress site) : KomejiController
{
    [HttpGet("/cek/{code}")]
    public async Task<IActionResult> Show(string code)
    {
        var paper = await Send(new CheckPaper(code));
        return View("/Areas/Shop/Legality/Show.cshtml", new CheckView(paper, site.Of($"/cek/{paper.Code}")));
    }
}

public sealed record CheckView(CheckedPaper Paper, string Address);
