using Komeji.Application.Accounts;
using Komeji.Application.CallCentre;
using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Web.Setup;
using Komeji.Web.TagHelpers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.CallCentre;

/// <summary>Who of the call centre saw masked data and why, for the supervisors.</summary>
[Area("Operations"), Authorize("Audit"), Route("/operator/pusat-layanan/akses"), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class RevealsController : KomejiController
{
    const int Everything = 1_000_000;

    static readonly IReadOnlyList<string> Heads = ["Waktu", "Petugas", "Peran", "Tentang", "Nama atau nomor", "Melihat", "Alasan"];

    [HttpGet("")]
    public async Task<IActionResult> Index(string? q, DateOnly? dari, DateOnly? sampai, int hal = 1)
    {
        var (words, from, until) = Asked(q, dari, sampai);
        return View("/Areas/Operations/CallCentre/Reveals.cshtml", new RevealsView(words, from, until, await Send(new ListReveals(words, from, until, hal))));
    }

    [HttpGet("csv")]
    public async Task<IActionResult> Csv(string? q, DateOnly? dari, DateOnly? sampai)
    {
        var (words, from, until) = Asked(q, dari, sampai);
        var rows = await Send(new ListReveals(words, from, until, 1, Everything));
        return CsvFile.Of("data-dilihat.csv", rows.Rows.Select(Cells).Prepend(Heads));
    }

    (string Words, DateOnly? From, DateOnly? Until) Asked(string? words, DateOnly? from, DateOnly? until) =>
        ModelState.IsValid ? (PlainText.Cut(words ?? "", 100), from, until) : ("", null, null);

    static IEnumerable<string> Cells(RevealRow row) =>
        [WaktuTagHelper.Show(row.At), row.Who, RoleNames.Of(row.Role), CaseWords.Of(row.Subject), row.Name, CaseWords.Of(row.What), row.Why];
}

public sealed record RevealsView(string Words, DateOnly? From, DateOnly? Until, PageOf<RevealRow> Rows);
