using System.ComponentModel.DataAnnotations;
using Komeji.Application.Ledger.Sweeps;
using Komeji.Domain.Common;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Ledger;

/// <summary>What is the cooperative's is moved from the escrow account to its own.</summary>
[Area("Operations"), Authorize("Finance"), Route("/operator/pindah-dana")]
public sealed class SweepsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int hal = 1) => View("/Areas/Operations/Ledger/Sweeps.cshtml", await Send(new ListSweeps(hal)));

    [HttpPost("")]
    public Task<IActionResult> Record(SweepForm form) => Attempt(
        () => Send(new MoveToCooperative(form.Jumlah!.Value, form.Referensi!)), "Pemindahan dibukukan.", Redirect("/operator/pindah-dana"), () => Index());
}

public sealed class SweepForm
{
    [Required(ErrorMessage = "Tulis jumlah yang dipindahkan."), Display(Name = "Jumlah")]
    public Rupiah? Jumlah { get; set; }

    [Required(ErrorMessage = "Tulis nomor referensi dari bank."), StringLength(40, MinimumLength = 3, ErrorMessage = "Nomor referensi 3 sampai 40 huruf atau angka.")]
    public string? Referensi { get; set; }
}
