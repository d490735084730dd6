using Komeji.Application.Stores.Deeds;
using Komeji.Application.Stores.Staff;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Staff;

/// <summary>Who works for the owner's shop, and what they may do there.</summary>
[Area("Seller"), NeedsRight(ShopRights.Own), Route("/penjual/staf"), OwnerRule("pemilik toko")]
public sealed class StaffController : KomejiController
{
    const string Page = "/penjual/staf";

    [HttpGet("")]
    public async Task<IActionResult> Index() => View("/Areas/Seller/Staff/Index.cshtml", new InviteForm { Staff = await Send(new ListStaff()) });

    [HttpPost("")]
    public Task<IActionResult> Invite(InviteForm form) => Attempt(
        async () =>
        {
            await Send(new InviteStaff(form.Nama!, form.Kontak!, RightsForm.Sum(form.Hak)));
            Flash($"Undangan dikirim ke {form.Kontak}. {form.Nama} menerima atau menolaknya sendiri.");
            return LocalRedirect(Page);
        },
        async () =>
        {
            form.Staff = await Send(new ListStaff());
            return View("/Areas/Seller/Staff/Index.cshtml", form);
        });

    /// <summary>What was done in the shop by others.</summary>
    /// <param name="oleh">Account of one person.</param>
    [HttpGet("catatan")]
    public async Task<IActionResult> Deeds(Guid? oleh, int hal = 1) =>
        View("/Areas/Seller/Staff/Deeds.cshtml", await Send(new ListMyDeeds(oleh is { } person ? new UserId(person) : null, hal)));

    [HttpPost("{id:guid}/hak")]
    public Task<IActionResult> Change(Guid id, RightsForm form) =>
        Press(() => Send(new ChangeStaffRights(new StaffId(id), RightsForm.Sum(form.Hak))), "Hak staf diubah dan langsung berlaku.", LocalRedirect(Page));

    [HttpPost("{id:guid}/akhiri")]
    public Task<IActionResult> End(Guid id) => Press(() => Send(new EndStaff(new StaffId(id))), "Sudah diakhiri. Orang ini tidak bisa membuka toko Anda lagi.", LocalRedirect(Page));
}
