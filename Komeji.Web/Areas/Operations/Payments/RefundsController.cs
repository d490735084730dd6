using System.ComponentModel.DataAnnotations;
using Komeji.Application.Common;
using Komeji.Application.Payments.Desk;
using Komeji.Domain.Common;
using Komeji.Web.Areas.Operations.Orders;
using Komeji.Web.Setup;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Payments;

/// <summary>Refunds the provider could not pay: two officers of finance transfer them.</summary>
[Area("Operations"), Authorize("Finance"), Route("/operator/pengembalian-dana/{id:guid}")]
public sealed class RefundsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id) => View("/Areas/Operations/Payments/Refund.cshtml", await Send(new ShowRefund(new RefundId(id))));

    [HttpPost("siapkan")]
    public Task<IActionResult> Prepare(Guid id, AccountForm form) => Step(id, new PrepareRefundTransfer(new RefundId(id), form.Rekening ?? "", form.Alasan ?? ""), "Transfer disiapkan. Minta petugas keuangan lain mentransfer dan mencatatnya.");

    /// <summary>Shows the whole number, once.</summary>
    [HttpPost("rekening")]
    public Task<IActionResult> Account(Guid id) => Attempt(
        async () =>
        {
            ViewData["Nomor"] = await Send(new OpenRefundAccount(new RefundId(id)));
            Response.Headers.CacheControl = "no-cache, no-store";
            return await Show(id);
        },
        () => Show(id));

    [HttpPost("catat")]
    public Task<IActionResult> Record(Guid id, TransferForm form) => Step(id, new RecordRefundTransfer(new RefundId(id), form.Referensi, form.SebelumSengketa), "Transfer dicatat. Pembeli sudah menerima dananya.");

    [HttpPost("batalkan")]
    public Task<IActionResult> Drop(Guid id, DecisionForm form) => Step(id, new DropRefundTransfer(new RefundId(id), form.Alasan), "Transfer dibatalkan. Dana ini menunggu keputusan berikutnya.");

    [HttpPost("ditemukan")]
    public Task<IActionResult> Found(Guid id, FoundForm form) => Step(id, new RecordRefundFound(new RefundId(id), form.Nomor, form.Alasan), "Dicatat. Pembeli sudah menerima dananya dari penyedia.");

    Task<IActionResult> Step(Guid id, ICommand command, string done) => Attempt(
        async () =>
        {
            await Send<Unit>(command);
            Flash(done);
            return RedirectToAction(nameof(Show), new { id });
        },
        () => Show(id));
}

public sealed class AccountForm
{
    /// <summary>Empty for the one the buyer named.</summary>
    [Display(Name = "Rekening"), StringLength(200, MinimumLength = 5, ErrorMessage = "Tulis bank, nama pemilik, dan empat angka terakhir rekening pembeli.")]
    public string? Rekening { get; set; }

    [Display(Name = "Alasan"), StringLength(500, MinimumLength = 3, ErrorMessage = "Alasan 3 sampai 500 huruf."), DataType(DataType.MultilineText)]
    public string? Alasan { get; set; }
}

public sealed class TransferForm
{
    [Display(Name = "Referensi"), Required(ErrorMessage = "Tulis nomor referensi dari bukti transfer bank."), StringLength(60, MinimumLength = 4, ErrorMessage = "Nomor referensi 4 sampai 60 huruf atau angka.")]
    public string Referensi { get; set; } = "";

    public bool SebelumSengketa { get; set; }
}

public sealed class FoundForm
{
    [Display(Name = "Nomor"), Required(ErrorMessage = "Tulis nomor pengembalian di dasbor penyedia."), StringLength(100, MinimumLength = 4, ErrorMessage = "Nomor pengembalian 4 sampai 100 huruf.")]
    public string Nomor { get; set; } = "";

    [Display(Name = "Alasan"), Required(ErrorMessage = "Tulis alasannya."), StringLength(500, MinimumLength = 3, ErrorMessage = "Alasan 3 sampai 500 huruf."), DataType(DataType.MultilineText)]
    public string Alasan { get; set; } = "";
}
