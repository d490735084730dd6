using Komeji.Application.Legal;
using Komeji.Application.Legal.Office.Reports;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Office.Reports;

/// <summary>What the office has done and what lies before it; every number opens to its rows.</summary>
[Area("Office"), Route("/dinas/laporan"), Download]
public sealed class ReportsController(TimeProvider clock) : KomejiController
{
    const int Everything = 100_000;

    [HttpGet("")]
    public async Task<IActionResult> Index(ReportForm form)
    {
        var asked = Asked(form);
        var tables = ReportTables.Of(await Numbers(asked), asked).ToList();
        return asked.TakesAway && tables.Find(t => t.Slug == asked.Tabel) is { } taken
            ? taken.File(asked.Berkas)
            : View(new ReportView(asked, tables, asked.Region is { } code ? await Send(new NameRegion(code)) : ""));
    }

    /// <summary>The shops behind a number of the funnel.</summary>
    [HttpGet("corong")]
    public async Task<IActionResult> Funnel(ReportForm form)
    {
        var asked = Asked(form);
        var kind = asked.Kind ?? DocumentKind.IdentityCard;
        var title = asked.Step == FunnelStep.Opened ? "Toko yang dibuka" : $"Toko dengan {DocumentNames.Of(kind)} {asked.Langkah}";
        var page = await Send(new ListFunnel(asked.Period, asked.Step, kind, asked.Region, asked.TakesAway ? 1 : asked.Hal, Size(asked)));
        return List(asked, ReportTables.Shops(page.Rows, title, Opens), page, $"corong?jenis={kind.Word()}&langkah={asked.Langkah}");
    }

    /// <summary>The answers behind a number of the waiting times.</summary>
    [HttpGet("jawaban")]
    public async Task<IActionResult> Answers(ReportForm form)
    {
        var asked = Asked(form);
        var page = await Send(new ListAnswers(asked.Period, asked.Kind, asked.Late, asked.Region, asked.TakesAway ? 1 : asked.Hal, Size(asked)));
        var title = $"Jawaban{(asked.Kind is { } kind ? " atas " + DocumentNames.Of(kind) : "")}{(asked.Late ? " yang lewat lima hari kerja" : "")}";
        return List(asked, ReportTables.Answers(page, title, Opens), page.Rows, $"jawaban?jenis={asked.Kind?.Word()}&lewat={(asked.Late ? "ya" : "")}");
    }

    /// <summary>The papers behind a number of those that end soon.</summary>
    [HttpGet("berakhir")]
    public async Task<IActionResult> Expiring(ReportForm form)
    {
        var asked = Asked(form);
        var days = Math.Clamp(asked.Hari, 1, CountExpiring.Steps[0]);
        var page = await Send(new ListExpiring(days, asked.Kind, asked.Region, asked.TakesAway ? 1 : asked.Hal, Size(asked)));
        return List(asked, ReportTables.Papers(page.Rows, $"{(asked.Kind is { } kind ? DocumentNames.Of(kind) : "Dokumen")} yang berakhir dalam {days} hari", Opens), page, $"berakhir?jenis={asked.Kind?.Word()}&hari={days}");
    }

    async Task<ReportNumbers> Numbers(ReportForm form) => new(
        await Send(new CountVerified(form.Region)), await Send(new CountFunnel(form.Period, form.Region)), await Send(new CountWaits(form.Period, form.Region)), await Send(new CountExpiring(form.Region)));

    IActionResult List(ReportForm asked, ReportTable table, Application.Common.IPageOf page, string address) => asked.TakesAway
        ? table.File(asked.Berkas)
        : View("List", new ReportListView(table, page, $"/dinas/laporan/{address}&{asked.Query()}"));

    ReportForm Asked(ReportForm form) => (ModelState.IsValid ? form : new ReportForm()).On(Wib.DayOf(clock.GetUtcNow()));

    static int Size(ReportForm form) => form.TakesAway ? Everything : 50;

    /// <summary>Supervisors read the numbers; papers are for the officers.</summary>
    bool Opens => User.IsInRole(Roles.Verifier);
}
