using System.ComponentModel.DataAnnotations;
using Komeji.Application.Common;
using Komeji.Application.Taxes.Shops;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Komeji.Web.Areas.Operations.Taxes;

/// <summary>Shops of which no PPh 22 is withheld, by a certificate an officer of finance has seen.</summary>
[Area("Operations"), Authorize("Finance"), Route("/operator/pajak/pengecualian")]
public sealed class TaxExemptionsController : KomejiController
{
    [HttpGet("")]
    public Task<IActionResult> Index(int hal = 1) => Page(new TaxExemptionForm(), hal);

    [HttpPost("")]
    public Task<IActionResult> Record(TaxExemptionForm form) => Attempt(
        () => Send(new RecordTaxExemption(form.Shop!, form.Number!, form.From!.Value, form.Until!.Value, form.Note!)),
        "Pengecualian dicatat. Berlaku bagi pesanan yang terutang pajak sejak sekarang.",
        Redirect("/operator/pajak/pengecualian"),
        () => Page(form, 1));

    async Task<IActionResult> Page(TaxExemptionForm form, int page)
    {
        form.Known = await Send(new ListTaxExemptions(page));
        return View("/Areas/Operations/Taxes/Exemptions.cshtml", form);
    }
}

public sealed class TaxExemptionForm
{
    [BindNever, ValidateNever]
    public PageOf<TaxExemptionRow> Known { get; set; } = null!;

    [Required(ErrorMessage = "Tulis bagian akhir alamat tokonya."), StringLength(100, MinimumLength = 2, ErrorMessage = "Alamat toko 2 sampai 100 huruf.")]
    public string? Shop { get; set; }

    [Required(ErrorMessage = "Tulis nomor suratnya."), StringLength(60, MinimumLength = 3, ErrorMessage = "Nomor surat 3 sampai 60 huruf.")]
    public string? Number { get; set; }

    [Required(ErrorMessage = "Pilih tanggal mulainya.")]
    public DateOnly? From { get; set; }

    [Required(ErrorMessage = "Pilih tanggal berakhirnya.")]
    public DateOnly? Until { get; set; }

    [DataType(DataType.MultilineText), Required(ErrorMessage = "Tulis untuk apa pembebasannya."), StringLength(500, MinimumLength = 10, ErrorMessage = "Keterangan 10 sampai 500 huruf.")]
    public string? Note { get; set; }
}
