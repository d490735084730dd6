using Komeji.Application.Stores;
using Komeji.Domain.Stores;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Policies;

/// <summary>What the seller's shop promises its buyers.</summary>
[Area("Seller"), NeedsRight(ShopRights.Page), Route("/penjual/toko/kebijakan"), OwnerRule("pemilik toko")]
public sealed class PolicyController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Show() => Form(PolicyForm.Of(await Send(new ShowMyPolicy())));

    [HttpPost("")]
    public Task<IActionResult> Save(PolicyForm form) => Attempt(
        async () =>
        {
            await Send(form.ToCommand());
            Flash("Kebijakan toko disimpan dan tampil di halaman toko.");
            return Redirect("/penjual/toko/kebijakan");
        },
        () => Task.FromResult<IActionResult>(Form(form)));

    ViewResult Form(PolicyForm form) => View("/Areas/Seller/Policies/Edit.cshtml", form);
}
