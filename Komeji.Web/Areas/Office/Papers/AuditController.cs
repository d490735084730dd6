using Komeji.Application.Legal.Office;
using Komeji.Application.Stores.Deeds;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Office.Papers;

/// <summary>Who saw and who decided, for the supervisors; what was found can be taken away.</summary>
[Area("Office"), Route("/dinas/audit"), Authorize("Audit")]
public sealed class AuditController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Access(AuditForm form)
    {
        var asked = Asked(form);
        var page = await Send(new ListAccess(asked.ToFilter(), asked.FirstPage, asked.Size(ListAccess.PageSize)));
        return asked.TakesAway ? PaperTables.Of(page).File(asked.Berkas) : View("/Areas/Office/Papers/Access.cshtml", new AuditView<AccessPage>(page, asked));
    }

    [HttpGet("keputusan")]
    public async Task<IActionResult> Decisions(AuditForm form)
    {
        var asked = Asked(form);
        var page = await Send(new ListDecisions(asked.ToFilter(), asked.FirstPage, asked.Size(ListAccess.PageSize)));
        return asked.TakesAway ? PaperTables.Of(page).File(asked.Berkas) : View("/Areas/Office/Papers/Decisions.cshtml", new AuditView<DecisionPage>(page, asked));
    }

    /// <summary>What staff and mentors did in sellers' places.</summary>
    [HttpGet("atas-nama")]
    public async Task<IActionResult> Deeds(AuditForm form)
    {
        var asked = Asked(form);
        return View("/Areas/Office/Papers/Deeds.cshtml", new AuditView<DeedPage>(await Send(new ListDeeds(asked.ToFilter().Words, asked.Hal)), asked));
    }

    AuditForm Asked(AuditForm form) => ModelState.IsValid ? form : new AuditForm();
}

public sealed record AuditView<T>(T Page, AuditForm Form)
{
    public string? Words => Form.Q;
}
