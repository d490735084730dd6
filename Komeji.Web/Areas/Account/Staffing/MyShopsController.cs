using Komeji.Application.Stores.Staff;
using Komeji.Domain.Common;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Account.Staffing;

/// <summary>Which of the shops one works in is the one at hand, in this browser.</summary>
[Area("Account"), Authorize("Self"), Route("/penjual/pilih-toko"), OwnerRule("pemilik atau staf toko"), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class MyShopsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View("/Areas/Account/Staffing/Shops.cshtml", await Send(new ListMyShops()));

    [HttpPost("{id:guid}")]
    public Task<IActionResult> Choose(Guid id) => Press(() => Send(new ChooseShop(new StoreId(id))), "Anda sekarang bekerja di toko ini.", Redirect("/penjual"));

    [HttpPost("{id:guid}/berhenti")]
    public Task<IActionResult> Leave(Guid id) => Press(() => Send(new LeaveShop(new StoreId(id))), "Anda bukan staf toko itu lagi. Pemiliknya diberi tahu.", Redirect("/penjual/pilih-toko"));
}
