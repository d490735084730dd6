using System.ComponentModel.DataAnnotations;
using Komeji.Application.Ordering;
using Komeji.Application.Returns;
using Komeji.Application.Returns.Replacements;
using Komeji.Application.Returns.Staff;
using Komeji.Web.Areas.Operations.Orders;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Returns;

/// <summary>Returns and replacements of all shops; where one side objects an officer tied to neither decides.</summary>
[Area("Operations"), Authorize("Orders")]
public sealed class ReturnsController : KomejiController
{
    [HttpGet("/operator/retur")]
    public async Task<IActionResult> Index(string? tab, string? q, int hal = 1) =>
        View("/Areas/Operations/Returns/Index.cshtml", new ReturnsView(await Send(new ListReturns(OrderOnlooker.Staff, ReturnWords.Tab(tab), q, hal)), ReturnWords.Tab(tab), q));

    [HttpGet("/operator/retur/ekspor")]
    public async Task<IActionResult> Export(string? tab, string? q, string? bentuk) =>
        ReturnFile.Of(await Send(new ExportReturns(OrderOnlooker.Staff, ReturnWords.Tab(tab), q)), bentuk == "xlsx");

    [HttpGet("/operator/retur/{nomor}")]
    public async Task<IActionResult> Show(string nomor) => View("/Areas/Operations/Returns/Show.cshtml", await Send(new ShowReturn(nomor, OrderOnlooker.Staff)));

    [HttpGet("/operator/retur/{nomor}/foto")]
    public Task<IActionResult> Photo(string nomor, [FromQuery] int no = 1) => this.ReturnPhoto(Mediator, nomor, OrderOnlooker.Staff, no);

    [HttpPost("/operator/retur/{nomor}/putusan")]
    public async Task<IActionResult> Decide(string nomor, CountForm form)
    {
        // Told before the officer is asked who she is.
        foreach (var line in (await Send(new ShowReturn(nomor, OrderOnlooker.Staff))).Lines.Where(l => !form.Fits(l)))
        {
            ModelState.AddModelError("", $"{line.Name}: layak jual dan tidak layak jual bersama paling banyak {line.Pieces}.");
        }

        return await Attempt(
            () => Send(new DecideReturn(nomor, form.ToCounts(), form.Alasan ?? "")), "Putusan dicatat. Kedua pihak diberi tahu.", Redirect($"/operator/retur/{nomor}"), () => Show(nomor));
    }

    [HttpGet("/operator/pengganti")]
    public async Task<IActionResult> Replacements(bool semua, string? q, int hal = 1) =>
        View("/Areas/Operations/Returns/Replacements.cshtml", new ReplacementsView(await Send(new ListReplacements(OrderOnlooker.Staff, !semua, q, hal)), !semua, q));

    [HttpGet("/operator/pengganti/ekspor")]
    public async Task<IActionResult> ExportSent(bool semua, string? q, string? bentuk) =>
        ReturnFile.Of(await Send(new ExportReplacements(OrderOnlooker.Staff, !semua, q)), bentuk == "xlsx");

    [HttpGet("/operator/pengganti/{nomor}")]
    public async Task<IActionResult> Replacement(string nomor) => View("/Areas/Operations/Returns/Replacement.cshtml", await Send(new ShowReplacement(nomor, OrderOnlooker.Staff)));

    [HttpPost("/operator/pengganti/{nomor}/putusan")]
    public Task<IActionResult> Settle(string nomor, SettleReplacementForm form) => Attempt(
        () => Send(new DecideReplacement(nomor, form.Sampai, form.Alasan)), "Putusan dicatat. Kedua pihak diberi tahu.", Redirect($"/operator/pengganti/{nomor}"), () => Replacement(nomor));
}

public sealed class SettleReplacementForm : DecisionForm
{
    [Display(Name = "Sampai")]
    public bool Sampai { get; set; }
}
