using Komeji.Application.Complaints;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shop.Complaints;

/// <summary>The buyer's complaints.</summary>
[Area("Shop"), Authorize, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None), OwnerRule("pembeli komplain"), Route("/komplain")]
public sealed class ComplaintsController() : ComplaintSideController(ComplaintOnlooker.Buyer, "/komplain", "/Areas/Shop/Complaints")
{
    [HttpPost("{number}/batal")]
    public Task<IActionResult> Cancel(string number, ComplaintReasonForm form) =>
        Step(number, new CancelComplaint(number, form.Alasan), "Komplain dibatalkan. Pesanan berlanjut.");
}
