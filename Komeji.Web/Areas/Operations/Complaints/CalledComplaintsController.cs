using Komeji.Application.Complaints;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Complaints;

/// <summary>The call centre files a complaint for a buyer who called.</summary>
[Area("Operations"), Authorize("Orders"), Route("/operator/pesanan/{number}/komplain")]
public sealed class CalledComplaintsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string number, [FromQuery] string? tiket = null)
    {
        ViewData["Tiket"] = tiket;
        return View("/Areas/Operations/Complaints/Called.cshtml", await Send(new ShowComplaintDraft(number, ForBuyer: true)));
    }

    [HttpPost("")]
    public Task<IActionResult> FileFor(string number, CalledComplaintForm form) => Attempt(
        async () =>
        {
            var filed = await Send(new FileComplaintFor(number, form.Facts(), form.Saluran!.Value, form.Catatan));
            Flash("Komplain diajukan atas nama pembeli. Kedua pihak diberi tahu.");
            return LocalRedirect($"/operator/komplain/{filed}");
        },
        () => Show(number));
}
