using System.ComponentModel.DataAnnotations;
using Komeji.Application.Stores.Fees;
using Komeji.Domain.Stores;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Komeji.Web.Areas.Seller.Fees;

/// <summary>What the shop pays the cooperative, and its say in a raise.</summary>
[Area("Seller"), NeedsRight(ShopRights.Own), Route("/penjual/biaya"), OwnerRule("pemilik toko")]
public sealed class FeesController : KomejiController
{
    [HttpGet("")]
    public Task<IActionResult> Index() => Page(new ObjectionForm());

    [HttpPost("{versi}/setuju")]
    public Task<IActionResult> Agree(string versi) =>
        Press(() => Send(new AnswerFeeChange(versi, null)), "Persetujuan Anda tersimpan.", Redirect("/penjual/biaya"));

    [HttpPost("{versi}/keberatan")]
    public Task<IActionResult> Disagree(string versi, ObjectionForm form) => Attempt(
        async () =>
        {
            await Send(new AnswerFeeChange(versi, form.Alasan!));
            Flash("Keberatan Anda tersimpan. Biaya lama tetap berlaku bagi toko Anda.");
            return Redirect("/penjual/biaya");
        },
        () => Page(form));

    async Task<IActionResult> Page(ObjectionForm form)
    {
        form.Fees = await Send(new ShowMyFees());
        return View("Index", form);
    }
}

public sealed class ObjectionForm
{
    [BindNever, ValidateNever]
    public MyFees Fees { get; set; } = null!;

    [Required(ErrorMessage = "Tulis alasan keberatan Anda."), DataType(DataType.MultilineText)]
    [StringLength(FeeAnswer.MostReason, MinimumLength = FeeAnswer.LeastReason, ErrorMessage = "Alasan keberatan 10 sampai 500 huruf.")]
    public string? Alasan { get; set; }
}
