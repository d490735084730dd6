using Komeji.Application.Ordering.Services;
using Komeji.Domain.Stores;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Schedule;

[Area("Seller"), NeedsRight(ShopRights.Orders), Route("/penjual/jadwal"), OwnerRule("pemilik toko")]
public sealed class ScheduleController : KomejiController
{
    /// <summary>The appointments of a day; today when none or no such day is asked for.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string? hari) =>
        View(await Send(new ShowAgenda(DateOnly.TryParseExact(hari, "yyyy-MM-dd", out var day) && day.Year is > 2000 and < 9000 ? day : null)));
}
