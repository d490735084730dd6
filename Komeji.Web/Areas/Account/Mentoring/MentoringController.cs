using Komeji.Application.Mentoring;
using Komeji.Domain.Common;
using Komeji.Web.Areas.Seller.Staff;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Account.Mentoring;

/// <summary>A seller, or who is about to become one, lets a mentor help: she opens the session, sees it, and ends it.</summary>
[Area("Account"), Authorize("Self"), Route("/penjual/pendamping"), OwnerRule("penjual yang membuka sesi"), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class MentoringController(TimeProvider clock) : KomejiController
{
    const string Page = "/penjual/pendamping";
    const string Folder = "/Areas/Account/Mentoring/";

    [HttpGet("")]
    public async Task<IActionResult> Index() => View(Folder + "Index.cshtml", await Send(new ShowMyMentoring()));

    /// <summary>The code is shown by this answer and never again.</summary>
    [HttpPost("")]
    public Task<IActionResult> Offer(RightsForm form) =>
        Attempt(async () => View(Folder + "Code.cshtml", await Send(new OfferMentoring(RightsForm.Sum(form.Hak)))), Index);

    [HttpPost("hp-ini")]
    public Task<IActionResult> OfferHere(RightsForm form) => Attempt(
        async () =>
        {
            var offered = await Send(new OfferMentoring(RightsForm.Sum(form.Hak), OnOnePhone: true));
            HttpContext.CarryCode(offered.Code, clock.GetUtcNow(), offered.Until);
            await HttpContext.SignOutAsync();
            HttpContext.ForgetPages();
            Flash("Anda sudah keluar dari ponsel ini. Sekarang berikan kepada pendamping untuk masuk dengan akunnya sendiri.");
            return Redirect("/masuk?kembali=/mitra/pendampingan");
        },
        Index);

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => View(Folder + "Show.cshtml", await Send(new ShowMentoring(new MentoringId(id))));

    /// <summary>What the page asks again while the session runs.</summary>
    [HttpGet("{id:guid}/keadaan")]
    public async Task<IActionResult> State(Guid id) => PartialView(Folder + "_State.cshtml", await Send(new ShowMentoring(new MentoringId(id))));

    [HttpPost("{id:guid}/akhiri")]
    public Task<IActionResult> End(Guid id) => Press(() => Send(new EndMentoring(new MentoringId(id))), "Sesi diakhiri. Pendamping tidak bisa membuka toko Anda lagi.", LocalRedirect(Page));
}
