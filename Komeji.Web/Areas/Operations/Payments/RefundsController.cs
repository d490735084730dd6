using System.ComponentModel.DataAnnotations;
using Komeji.Application.Common;
using Komeji.Application.Payments.Desk;
using Komeji.Domain.Common;
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
    public Task<IActionResult> Prepare(Guid id, AccountForm form) => Step(id, new PrepareRefundTransfer(new RefundId(id), form.Rekening), "Transfer disiapkan. Minta petugas keuangan lain mentransfer dan mencatatnya.");

    [HttpPost("catat")]
    public Task<IActionResult> Record(Guid id, TransferForm form) => Step(id, new RecordRefundTransfer(new RefundId(id), form.Referensi), "Transfer dicatat. Pembeli sudah menerima dananya.");

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
    [Display(Name = "Rekening"), Required(ErrorMessage = "Tulis bank, nama pemilik, dan empat angka terakhir rekening pembeli."), StringLength(200, MinimumLength = 5, ErrorMessage = "Tulis bank, nama pemilik, dan empat angka terakhir rekening pembeli.")]
    public string Rekening { get; set; } = "";
}

public sealed class TransferForm
{
    [Display(Name = "Referensi"), Required(ErrorMessage = "Tulis nomor referensi dari bukti transfer bank."), StringLength(60, MinimumLength = 4, ErrorMessage = "Nomor referensi 4 sampai 60 huruf atau angka.")]
    public string Referensi { get; set; } = "";
}
