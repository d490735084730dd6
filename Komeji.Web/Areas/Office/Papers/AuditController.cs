using Komeji.Application.Legal.Office;
using Komeji.Application.Stores.Deeds;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Office.Papers;

/// <summary>Who saw and who decided, for the supervisors.</summary>
[Area("Office"), Route("/dinas/audit"), Authorize("Audit")]
public sealed class AuditController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Access(string? q, int hal = 1) => View("/Areas/Office/Papers/Access.cshtml", new AuditView<AccessPage>(await Send(new ListAccess(Short(q), hal)), q));

    [HttpGet("keputusan")]
    public async Task<IActionResult> Decisions(string? q, int hal = 1) => View("/Areas/Office/Papers/Decisions.cshtml", new AuditView<DecisionPage>(await Send(new ListDecisions(Short(q), hal)), q));

    /// <summary>What staff and mentors did in sellers' places.</summary>
    [HttpGet("atas-nama")]
    public async Task<IActionResult> Deeds(string? q, int hal = 1) => View("/Areas/Office/Papers/Deeds.cshtml", new AuditView<DeedPage>(await Send(new ListDeeds(Short(q), hal)), q));

    static string? Short(string? words) => words is { Length: <= 100 } ? words : null;
}

public sealed record AuditView<T>(T Page, string? Words);
