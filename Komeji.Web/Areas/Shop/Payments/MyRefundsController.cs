using System.ComponentModel.DataAnnotations;
using Komeji.Application.Payments;
using Komeji.Domain.Common;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Komeji.Web.Areas.Shop.Payments;

/// <summary>One refund of the buyer's: where the channel cannot pay it back she names an account.</summary>
[Area("Shop"), Authorize, Authorize("Self"), OwnerRule("pembeli belanja"), Route("/pengembalian-dana/{id:guid}")]
public sealed class MyRefundsController : KomejiController
{
    const string Page = "/Areas/Shop/Payments/MyRefund.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id)
    {
        var refund = await Send(new ShowMyRefund(new RefundId(id)));
        Response.Headers.CacheControl = "no-cache, no-store";
        return View(Page, new RefundAccountForm { Bank = refund.Account?.Bank, AtasNama = refund.Account?.Holder, Refund = refund });
    }

    [HttpPost("")]
    public async Task<IActionResult> Name(Guid id, RefundAccountForm form)
    {
        form.Refund = await Send(new ShowMyRefund(new RefundId(id)));
        return await Attempt(
            async () =>
            {
                await Send(new NameRefundAccount(new RefundId(id), form.Bank!, form.Nomor!, form.AtasNama!));
                Flash("Rekening disimpan. Petugas keuangan memeriksanya lalu mentransfer dana Anda.");
                return RedirectToAction(nameof(Show), new { id });
            },
            () => Task.FromResult<IActionResult>(View(Page, form)));
    }
}

public sealed class RefundAccountForm
{
    [Display(Name = "Bank"), Required(ErrorMessage = "Pilih bank."), StringLength(30, ErrorMessage = "Pilih bank dari daftar.")]
    public string? Bank { get; set; }

    [Display(Name = "Nomor rekening"), Required(ErrorMessage = "Isi nomor rekening."), StringLength(30, ErrorMessage = "Nomor rekening paling panjang 20 angka.")]
    public string? Nomor { get; set; }

    [Display(Name = "Nama pemilik rekening"), Required(ErrorMessage = "Isi nama pemilik rekening."), StringLength(100, ErrorMessage = "Nama paling panjang 100 huruf.")]
    public string? AtasNama { get; set; }

    [BindNever, ValidateNever]
    public MyRefundPage? Refund { get; set; }
}
