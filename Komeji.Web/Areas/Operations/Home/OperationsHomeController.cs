using Komeji.Application.Common;
using Komeji.Application.Support;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Home;

/// <summary>What waits for the cooperative's staff: each number opens the rows behind it.</summary>
[Area("Operations"), Route("/operator")]
public sealed class OperationsHomeController(IAuthorizationService authorization) : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var mine = new List<WaitingWorkKind>();
        foreach (var kind in WaitingWorkKind.All)
        {
            if (await Sees(kind))
            {
                mine.Add(kind);
            }
        }

        var counts = await Send(new CountWaitingWork([.. mine.Select(k => k.Kind)]));
        return View("/Areas/Operations/Home/Index.cshtml", mine.Select(k => new WaitingNumber(k, counts[k.Kind])).ToList());
    }

    [HttpGet("perlu/{jenis}")]
    public async Task<IActionResult> Rows(string jenis, int hal = 1)
    {
        var kind = WaitingWorkKind.All.SingleOrDefault(k => k.Slug == jenis) ?? throw new NotFound();
        return await Sees(kind)
            ? View("/Areas/Operations/Home/Rows.cshtml", new WaitingRowsPage(kind, await Send(new ListWaitingWork(kind.Kind, hal))))
            : Forbid();
    }

    async Task<bool> Sees(WaitingWorkKind kind) => kind.Policy is null || (await authorization.AuthorizeAsync(User, kind.Policy)).Succeeded;
}
