using Komeji.Application.Common;
using Komeji.Application.Stores.Desk;
using Komeji.Domain.Common;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.StoreFlags;

/// <summary>Open shops with words a person looks at.</summary>
[Area("Operations"), Authorize("Shops"), Route("/operator/tinjauan-toko")]
public sealed class StoreFlagsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(bool putus, string? q, int hal = 1)
    {
        var words = PlainText.Cut(q ?? "", 100);
        return View(new StoreFlagsPage(putus, words, await Send(new ListStoreFlags(putus, words, hal))));
    }

    [HttpPost("{id:guid}/boleh")]
    public Task<IActionResult> Pass(Guid id) => Press(() => Send(new PassStoreFlag(new StoreId(id))), "Toko tetap seperti adanya, dan keputusan Anda dicatat.", Redirect("/operator/tinjauan-toko"));
}

public sealed record StoreFlagsPage(bool Answered, string Words, PageOf<StoreFlagRow> Flags);
