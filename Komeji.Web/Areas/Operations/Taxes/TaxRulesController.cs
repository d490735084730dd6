using System.ComponentModel.DataAnnotations;
using Komeji.Application.Taxes.Rules;
using Komeji.Domain.Common;
using Komeji.Domain.Taxes;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Komeji.Web.Areas.Operations.Taxes;

/// <summary>The dated rules of tax and the letters of the tax office. Many may see them, administrators add to them; nothing is changed or removed.</summary>
[Area("Operations"), Route("/operator/pajak/aturan"), Authorize(Policy = "SeeSettings")]
public sealed class TaxRulesController : KomejiController
{
    [HttpGet("")]
    public Task<IActionResult> Index() => Page(new TaxRulesView());

    [HttpPost(""), Authorize(Policy = "Settings")]
    public Task<IActionResult> Decide([Bind(Prefix = nameof(TaxRulesView.Rule))] TaxRuleForm form) => Attempt(
        () => Send(new DecideTaxRule(form.Terms(), form.Source!, form.Reason!)),
        "Aturan pajak disimpan. Pesanan yang sudah dibayar tidak berubah.",
        Redirect("/operator/pajak/aturan"),
        () => Page(new TaxRulesView { Rule = form }));

    [HttpPost("surat"), Authorize(Policy = "Settings")]
    public Task<IActionResult> Record([Bind(Prefix = nameof(TaxRulesView.Duty))] TaxDutyForm form) => Attempt(
        () => Send(new RecordTaxDuty(form.Kind!.Value, !form.Ends, form.Number!, form.LetterOn!.Value, form.From!.Value, form.Reason!)),
        "Surat dicatat.",
        Redirect("/operator/pajak/aturan"),
        () => Page(new TaxRulesView { Duty = form }));

    async Task<IActionResult> Page(TaxRulesView view)
    {
        view.Rules = await Send(new ShowTaxRules());
        return View("/Areas/Operations/Taxes/Rules.cshtml", view);
    }
}

public sealed class TaxRulesView
{
    [BindNever, ValidateNever]
    public TaxRulesPage Rules { get; set; } = null!;

    public TaxRuleForm Rule { get; set; } = new();

    public TaxDutyForm Duty { get; set; } = new();
}

public sealed class TaxRuleForm
{
    [Required(ErrorMessage = "Pilih pajaknya."), EnumDataType(typeof(TaxKind), ErrorMessage = "Pilih pajaknya.")]
    public TaxKind? Kind { get; set; }

    [Required(ErrorMessage = "Tulis tarifnya dalam seperseratus persen."), Range(0, TaxRule.MostRate, ErrorMessage = "Tarif 0 sampai 3500 seperseratus persen.")]
    public int? Rate { get; set; }

    [Range(1, TaxRule.MostParts, ErrorMessage = "Dasar pengenaan 1 sampai 1000.")]
    public int BaseNumerator { get; set; } = 1;

    [Range(1, TaxRule.MostParts, ErrorMessage = "Dasar pengenaan 1 sampai 1000.")]
    public int BaseDenominator { get; set; } = 1;

    [EnumDataType(typeof(Rounding), ErrorMessage = "Pilih pembulatannya.")]
    public Rounding Rounding { get; set; }

    [EnumDataType(typeof(TaxPoint), ErrorMessage = "Pilih saat terutangnya.")]
    public TaxPoint Point { get; set; }

    [Required(ErrorMessage = "Pilih tanggal berlakunya.")]
    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    [Required(ErrorMessage = "Tulis dasar hukumnya."), StringLength(200, MinimumLength = 3, ErrorMessage = "Dasar hukum 3 sampai 200 huruf.")]
    public string? Source { get; set; }

    [DataType(DataType.MultilineText), Required(ErrorMessage = "Tulis alasannya."), StringLength(500, MinimumLength = 10, ErrorMessage = "Alasan 10 sampai 500 huruf.")]
    public string? Reason { get; set; }

    public TaxTerms Terms() => new(Kind!.Value, new BasisPoints(Rate!.Value), BaseNumerator, BaseDenominator, Rounding, Point, From!.Value, Until);
}

public sealed class TaxDutyForm
{
    [Required(ErrorMessage = "Pilih jenis suratnya."), EnumDataType(typeof(TaxDutyKind), ErrorMessage = "Pilih jenis suratnya.")]
    public TaxDutyKind? Kind { get; set; }

    /// <summary>The letter takes the duty off again.</summary>
    public bool Ends { get; set; }

    [Required(ErrorMessage = "Tulis nomor suratnya."), StringLength(200, MinimumLength = 3, ErrorMessage = "Nomor surat 3 sampai 200 huruf.")]
    public string? Number { get; set; }

    [Required(ErrorMessage = "Pilih tanggal suratnya.")]
    public DateOnly? LetterOn { get; set; }

    [Required(ErrorMessage = "Pilih tanggal berlakunya.")]
    public DateOnly? From { get; set; }

    [DataType(DataType.MultilineText), Required(ErrorMessage = "Tulis alasannya."), StringLength(500, MinimumLength = 10, ErrorMessage = "Alasan 10 sampai 500 huruf.")]
    public string? Reason { get; set; }
}
