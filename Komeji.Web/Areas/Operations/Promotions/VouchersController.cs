using System.ComponentModel.DataAnnotations;
using Komeji.Application.Common;
using Komeji.Application.Promotions;
using Komeji.Application.Promotions.Desk;
using Komeji.Domain.Common;
using Komeji.Domain.Promotions;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Komeji.Web.Areas.Operations.Promotions;

/// <summary>Vouchers the cooperative pays, alone or with a shop: one officer makes them, another activates them. Shops' own are listed, too.</summary>
[Area("Operations"), Authorize("Vouchers"), Route("/operator/voucher")]
public sealed class VouchersController : KomejiController
{
    [HttpGet("")]
    public Task<IActionResult> Index(VoucherState? status, string? q, int hal = 1) => List(new CooperativeVoucherForm(), status, q, hal);

    [HttpPost("")]
    public Task<IActionResult> Make(CooperativeVoucherForm form) => Attempt(
        async () =>
        {
            var id = await Send(new MakeVoucher(form.Terms(), new BasisPoints(form.BagianToko * 100), form.Toko ?? "", form.Dana!.Value, form.Alasan!));
            Flash("Voucher disimpan sebagai draf. Minta petugas lain memeriksa dan mengaktifkannya.");
            return Redirect($"/operator/voucher/{id.Value}");
        },
        () => List(form, null, null));

    [HttpGet("{id:guid}")]
    public Task<IActionResult> Show(Guid id, int hal = 1) => One(id, hal);

    [HttpGet("{id:guid}/ekspor"), Download]
    public async Task<IActionResult> Export(Guid id, string? bentuk) => BookFile.Of(await Send(new ExportVoucher(new VoucherId(id))), bentuk == "xlsx");

    [HttpPost("{id:guid}/aktifkan")]
    public Task<IActionResult> Activate(Guid id, VoucherReferenceForm form) => Attempt(
        () => Send(new ActivateVoucher(new VoucherId(id), form.Referensi!)), "Voucher aktif dan dananya dibukukan.", Redirect($"/operator/voucher/{id}"), () => One(id));

    [HttpPost("{id:guid}/batalkan")]
    public Task<IActionResult> Drop(Guid id, VoucherReasonForm form) => Attempt(
        () => Send(new DropVoucher(new VoucherId(id), form.Alasan!)), "Draf voucher dibatalkan.", Redirect($"/operator/voucher/{id}"), () => One(id));

    [HttpPost("{id:guid}/hentikan")]
    public Task<IActionResult> Stop(Guid id, VoucherReasonForm form) => Attempt(
        () => Send(new StopVoucher(new VoucherId(id), form.Alasan!)), "Voucher dihentikan. Belanja yang sudah memakainya tidak berubah.", Redirect($"/operator/voucher/{id}"), () => One(id));

    [HttpPost("{id:guid}/kembalikan-dana")]
    public Task<IActionResult> ReturnFund(Guid id, VoucherReferenceForm form) => Attempt(
        () => Send(new ReturnVoucherFund(new VoucherId(id), form.Referensi!)), "Sisa dana voucher dibukukan kembali ke rekening koperasi.", Redirect($"/operator/voucher/{id}"), () => One(id));

    async Task<IActionResult> List(CooperativeVoucherForm form, VoucherState? state, string? words, int page = 1)
    {
        (form.Status, form.Words) = (state, PlainText.Cut(words ?? "", VoucherTerms.LongestCode));
        form.Vouchers = await Send(new ListVouchers(state, form.Words, page));
        return View("/Areas/Operations/Promotions/Index.cshtml", form);
    }

    async Task<IActionResult> One(Guid id, int page = 1) =>
        View("/Areas/Operations/Promotions/Show.cshtml", new VoucherView(await Send(new ShowVoucher(new VoucherId(id), page)), $"/operator/voucher/{id}", "/operator/pesanan/{0}/jurnal"));
}

public sealed class CooperativeVoucherForm : VoucherForm
{
    [BindNever, ValidateNever]
    public PageOf<VoucherRow> Vouchers { get; set; } = null!;

    [BindNever, ValidateNever]
    public VoucherState? Status { get; set; }

    [BindNever, ValidateNever]
    public string Words { get; set; } = "";

    /// <summary>Empty: all shops.</summary>
    [StringLength(100), Display(Name = "Toko")]
    public string? Toko { get; set; }

    [Range(0, 99, ErrorMessage = "Bagian toko 0 sampai 99 persen."), Display(Name = "Bagian toko")]
    public int BagianToko { get; set; }

    [Required(ErrorMessage = "Tulis dana koperasi untuk voucher ini."), Display(Name = "Dana koperasi")]
    public Rupiah? Dana { get; set; }
}

public sealed class VoucherReferenceForm
{
    [Required(ErrorMessage = "Tulis nomor referensi dari bank."), StringLength(40, MinimumLength = 3, ErrorMessage = "Nomor referensi 3 sampai 40 huruf atau angka."), Display(Name = "Nomor referensi")]
    public string? Referensi { get; set; }
}
