using Komeji.Application.Complaints;
using Komeji.Domain.Stores;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Complaints;

/// <summary>Complaints about a shop's orders.</summary>
[Area("Seller"), NeedsRight(ShopRights.Orders), OwnerRule("penjual komplain"), Route("/penjual/komplain")]
public sealed class ComplaintsController() : ComplaintSideController(ComplaintOnlooker.Seller, "/penjual/komplain", "/Areas/Seller/Complaints")
{
    [HttpGet("ekspor"), Download]
    public async Task<IActionResult> Export(string? lihat, string? q, string? bentuk) =>
        ComplaintFile.Of(await Send(new ExportComplaints(ComplaintOnlooker.Seller, Tab(lihat).Group, q)), bentuk == "xlsx");
}
