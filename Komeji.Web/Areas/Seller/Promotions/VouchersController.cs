using Komeji.Application.Common;
using Komeji.Application.Promotions;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Komeji.Web.Areas.Seller.Promotions;

/// <summary>Vouchers a shop pays for. Whoever may see the balance sees them; making, ending and agreeing is the owner's.</summary>
[Area("Seller"), NeedsRight(ShopRights.Money), Route("/penjual/voucher")]
public sealed class VouchersController : KomejiController
{
    [HttpGet("")]
    public Task<IActionResult> Index(int hal = 1) => List(new ShopVoucherForm(), hal);

    [HttpPost(""), NeedsRight(ShopRights.Own)]
    public Task<IActionResult> Make(ShopVoucherForm form) => Attempt(
        async () =>
        {
            var id = await Send(new MakeShopVoucher(form.Terms(), form.Alasan!));
            Flash("Voucher dibuat. Bagikan kodenya kepada pembeli.");
            return Redirect($"/penjual/voucher/{id.Value}");
        },
        () => List(form));

    [HttpGet("{id:guid}"), OwnerRule("toko yang menanggung voucher")]
    public Task<IActionResult> Show(Guid id, int hal = 1) => One(id, hal);

    [HttpGet("{id:guid}/ekspor"), Download, OwnerRule("toko yang menanggung voucher")]
    public async Task<IActionResult> Export(Guid id, string? bentuk) => BookFile.Of(await Send(new ExportShopVoucher(new VoucherId(id))), bentuk == "xlsx");

    [HttpPost("{id:guid}/hentikan"), NeedsRight(ShopRights.Own), OwnerRule("toko yang menanggung voucher")]
    public Task<IActionResult> Stop(Guid id, VoucherReasonForm form) => Attempt(
        () => Send(new StopShopVoucher(new VoucherId(id), form.Alasan!)), "Voucher dihentikan. Belanja yang sudah memakainya tidak berubah.", Redirect($"/penjual/voucher/{id}"), () => One(id));

    [HttpPost("{id:guid}/setujui"), NeedsRight(ShopRights.Own), OwnerRule("toko yang menanggung voucher")]
    public Task<IActionResult> Agree(Guid id) => Press(
        () => Send(new AnswerSharedVoucher(new VoucherId(id), true, "")), "Bagian toko Anda disetujui. Koperasi memeriksa dan mengaktifkan vouchernya.", Redirect($"/penjual/voucher/{id}"));

    [HttpPost("{id:guid}/tolak"), NeedsRight(ShopRights.Own), OwnerRule("toko yang menanggung voucher")]
    public Task<IActionResult> Decline(Guid id, VoucherReasonForm form) => Attempt(
        () => Send(new AnswerSharedVoucher(new VoucherId(id), false, form.Alasan!)), "Voucher ditolak. Koperasi membaca alasan Anda.", Redirect($"/penjual/voucher/{id}"), () => One(id));

    async Task<IActionResult> List(ShopVoucherForm form, int page = 1)
    {
        form.Vouchers = await Send(new ListShopVouchers(page));
        return View("/Areas/Seller/Promotions/Index.cshtml", form);
    }

    async Task<IActionResult> One(Guid id, int page = 1) =>
        View("/Areas/Seller/Promotions/Show.cshtml", new VoucherView(await Send(new ShowShopVoucher(new VoucherId(id), page)), $"/penjual/voucher/{id}", "/penjual/saldo/{0}"));
}

public sealed class ShopVoucherForm : VoucherForm
{
    [BindNever, ValidateNever]
    public PageOf<VoucherRow> Vouchers { get; set; } = null!;
}
