using System.ComponentModel.DataAnnotations;
using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Warranties;
using Komeji.Application.Warranties.Review;
using Komeji.Domain.Common;
using Komeji.Domain.Warranties;
using Komeji.Web.Areas.Operations.Orders;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Warranties;

/// <summary>Warranty claims an officer decides, with a reason both sides read; money goes back where every refund is decided. Whoever serves callers reads one.</summary>
[Area("Operations"), Authorize("ReadClaims"), Route("/operator/garansi")]
public sealed class WarrantyClaimsController(TimeProvider clock) : KomejiController
{
    [HttpGet(""), Authorize("Refunds")]
    public async Task<IActionResult> Index([FromQuery] string? tab, [FromQuery] string? q, [FromQuery] int hal = 1)
    {
        var group = OfficerTabs.Find(tab);
        return View("/Areas/Operations/Warranties/Index.cshtml", new ClaimQueue(group, q, await Send(new ListClaims(group.Group, q, hal)), clock.GetUtcNow()));
    }

    [HttpGet("ekspor"), Authorize("Refunds"), Download]
    public async Task<IActionResult> Export([FromQuery] string? tab, [FromQuery] string? q, [FromQuery] string? bentuk) =>
        ClaimFile.Of(await Send(new ExportClaims(OfficerTabs.Find(tab).Group, q)), bentuk == "xlsx");

    [HttpGet("{nomor}")]
    public async Task<IActionResult> Show(string nomor) => View("/Areas/Operations/Warranties/Show.cshtml", await Send(new ShowClaim(nomor)));

    [HttpGet("foto/{foto:guid}")]
    public Task<IActionResult> Picture(Guid foto) => this.ClaimPicture(Mediator, foto, OrderOnlooker.Staff);

    [HttpPost("{nomor}/putusan"), Authorize("Refunds")]
    public Task<IActionResult> Rule(string nomor, RulingForm form) => Attempt(
        () => Send(new RuleClaim(nomor, form.Putusan!.Value, form.Alasan)), "Keputusan tersimpan. Kedua pihak diberi tahu.", Redirect($"/operator/garansi/{nomor}"), () => Show(nomor));

    [HttpPost("{nomor}/pengembalian"), Authorize("Refunds")]
    public Task<IActionResult> EndByRefund(string nomor, ClaimRefundForm form) => Attempt(
        () => Send(new EndClaimByRefund(nomor, new RefundId(form.Dana ?? Guid.Empty))), "Klaim ditutup dengan pengembalian itu.", Redirect($"/operator/garansi/{nomor}"), () => Show(nomor));
}

public sealed class RulingForm : DecisionForm
{
    [Display(Name = "Putusan"), Required(ErrorMessage = "Pilih putusannya."), EnumDataType(typeof(ClaimRuling), ErrorMessage = "Pilih putusannya.")]
    public ClaimRuling? Putusan { get; set; }
}

public sealed class ClaimRefundForm
{
    [Display(Name = "Pengembalian"), Required(ErrorMessage = "Pilih pengembaliannya.")]
    public Guid? Dana { get; set; }
}

public sealed record ClaimQueue(OfficerTab Tab, string? Search, PageOf<ClaimRow> Claims, DateTimeOffset Now);

/// <summary>A filter of the officers' list, under the name its address has.</summary>
public sealed record OfficerTab(string Key, string Title, ClaimGroup Group);

public static class OfficerTabs
{
    public static readonly IReadOnlyList<OfficerTab> All =
    [
        new("putus", "Perlu diputuskan", ClaimGroup.Officer),
        new("berjalan", "Berjalan", ClaimGroup.Open),
        new("berakhir", "Berakhir", ClaimGroup.Over),
        new("semua", "Semua", ClaimGroup.All),
    ];

    public static OfficerTab Find(string? key) => All.FirstOrDefault(t => t.Key == key) ?? All[0];
}
