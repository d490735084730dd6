using Komeji.Application.Ledger.Positions;
using Komeji.Domain.Common;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Ledger;

/// <summary>Where every rupiah is, opened down to its entries. Nothing is changed here.</summary>
[Area("Operations"), Authorize("Books"), Route("/operator/posisi-dana")]
public sealed class PositionsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(DateOnly? hari) =>
        View("/Areas/Operations/Ledger/Position.cshtml", await Send(new ShowPosition(hari)));

    [HttpGet("{akun:int}")]
    public async Task<IActionResult> Account(int akun, DateOnly? hari, int hal = 1) =>
        View("/Areas/Operations/Ledger/Account.cshtml", await Send(new ListAccountKeys(akun, hari, hal)));

    [HttpGet("{akun:int}/mutasi")]
    public async Task<IActionResult> Entries(int akun, string? kunci, DateOnly? hari, int hal = 1) =>
        View("/Areas/Operations/Ledger/Entries.cshtml", await Send(new ListKeyEntries(akun, kunci, hari, hal)));
}

/// <param name="Says">What the total is.</param>
public sealed record PositionLines(IReadOnlyList<PositionLine> Lines, Rupiah Total, string Says, DateOnly Day);
