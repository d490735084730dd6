using System.ComponentModel.DataAnnotations;
using Komeji.Application.Payments.Claims;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using Komeji.Web.Areas.Operations.Orders;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Claims;

/// <summary>What couriers owe for refunds they bear: what came in is recorded, the rest is written off by two officers.</summary>
[Area("Operations"), Authorize("Finance"), Route("/operator/klaim")]
public sealed class ClaimsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? kurir, string? lihat, int hal = 1)
    {
        var open = lihat != "semua";
        return View("/Areas/Operations/Claims/Index.cshtml", new ClaimsView(open, kurir, await Send(new ListClaims(kurir, open, hal))));
    }

    [HttpGet("ekspor"), Download]
    public async Task<IActionResult> Export(string? bentuk) => BookFile.Of(await Send(new ExportClaims(bentuk == "xlsx")), bentuk == "xlsx");

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, Guid? mutasi) =>
        View("/Areas/Operations/Claims/Show.cshtml", await Send(new ShowClaim(new RefundId(id), mutasi is { } line ? new BankLineId(line) : null)));

    [HttpPost("{id:guid}/masuk")]
    public Task<IActionResult> Paid(Guid id, ClaimPaymentForm form) => Attempt(
        () => Send(new RecordClaimPayment(new RefundId(id), form.Money())), "Pembayaran klaim dibukukan.", RedirectToAction(nameof(Show), new { id }), () => Show(id, null));

    [HttpPost("{id:guid}/hapuskan")]
    public Task<IActionResult> WriteOff(Guid id, DecisionForm form) => Attempt(
        () => Send(new WriteClaimOff(new RefundId(id), form.Alasan)), SecondOfficerWords.Waits, RedirectToAction(nameof(Show), new { id }), () => Show(id, null));
}

public sealed class ClaimPaymentForm
{
    [Display(Name = "Jumlah"), Required(ErrorMessage = "Tulis jumlah yang masuk.")]
    public Rupiah? Jumlah { get; set; }

    [Display(Name = "Rekening")]
    public int Rekening { get; set; } = Chart.CooperativeBank.Code;

    [Display(Name = "Referensi"), Required(ErrorMessage = "Tulis nomor referensi dari bank."), StringLength(40, MinimumLength = 3, ErrorMessage = "Nomor referensi 3 sampai 40 huruf atau angka.")]
    public string Referensi { get; set; } = "";

    [Display(Name = "Tanggal masuk"), Required(ErrorMessage = "Isi tanggal uangnya masuk.")]
    public DateOnly? Tanggal { get; set; }

    public ClaimMoney Money() => new(Jumlah!.Value, Rekening, Referensi, Tanggal!.Value);
}

public sealed record ClaimsView(bool Open, string? Party, ClaimsPage Page);
