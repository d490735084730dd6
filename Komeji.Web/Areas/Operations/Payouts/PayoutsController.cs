using Komeji.Application.Common;
using Komeji.Application.Payouts.Desk;
using Komeji.Application.Payouts.Providers;
using Komeji.Domain.Common;
using Komeji.Web.Setup;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Payouts;

/// <summary>Payouts to sellers: one officer of finance prepares, another approves; what the bank says is recorded.</summary>
[Area("Operations"), Authorize("Finance"), Route("/operator/pencairan")]
public sealed class PayoutsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? lihat, string? q, int hal = 1)
    {
        var tab = PayoutTab.Find(lihat);
        var words = PlainText.Cut(q ?? "", 100);
        return View("/Areas/Operations/Payouts/Index.cshtml", new PayoutsView(tab, words, await Send(new ListPayouts(tab.States, words, hal))));
    }

    [HttpGet("{id:guid}")]
    public Task<IActionResult> Show(Guid id, int hal = 1) => Page(id, null, hal);

    [HttpPost("{id:guid}/siapkan")]
    public Task<IActionResult> Prepare(Guid id) => Step(id, new PreparePayout(new PayoutId(id)), "Pencairan disiapkan. Minta petugas keuangan lain menyetujuinya.");

    [HttpPost("{id:guid}/setujui")]
    public Task<IActionResult> Approve(Guid id, PayoutApprovalForm form) => Step(id, new ApprovePayout(new PayoutId(id), form.AlasanNama ?? ""), "Pencairan disetujui dan menunggu dikirim.");

    /// <summary>What the bank said is on the page.</summary>
    [HttpPost("{id:guid}/tanya-nama")]
    public Task<IActionResult> AskName(Guid id) => Step(id, new AskAccountName(new PayoutId(id)), "Nama pemilik rekening ditanyakan kepada bank.");

    [HttpPost("{id:guid}/tunda")]
    public Task<IActionResult> Hold(Guid id, PayoutHoldForm form) => Step(id, new HoldPayout(new PayoutId(id), form.Sebab ?? default, form.Alasan), "Pencairan ditunda dan penjual diberi tahu.");

    [HttpPost("{id:guid}/lanjutkan")]
    public Task<IActionResult> Resume(Guid id, PayoutReasonForm form) => Step(id, new ResumePayout(new PayoutId(id), form.Alasan), "Penundaan diakhiri. Pencairan menunggu persetujuan lagi.");

    [HttpPost("{id:guid}/tolak")]
    public Task<IActionResult> Reject(Guid id, PayoutReasonForm form) => Step(id, new RejectPayout(new PayoutId(id), form.Alasan), "Pencairan ditolak. Uangnya kembali ke saldo toko.");

    [HttpPost("{id:guid}/batalkan")]
    public Task<IActionResult> Cancel(Guid id, PayoutReasonForm form) => Step(id, new CancelPayout(new PayoutId(id), form.Alasan), "Pencairan dibatalkan. Uangnya kembali ke saldo toko.");

    [HttpPost("{id:guid}/berhasil")]
    public Task<IActionResult> Succeeded(Guid id, PayoutSuccessForm form) => Step(id, new RecordPayoutSuccess(new PayoutId(id), form.Pengiriman, form.Referensi, form.Biaya ?? Rupiah.Zero), "Dicatat: pencairan sampai di rekening penjual.");

    [HttpPost("{id:guid}/gagal")]
    public Task<IActionResult> Failed(Guid id, PayoutFailureForm form) => Step(id, new RecordPayoutFailure(new PayoutId(id), form.Pengiriman, form.Alasan, form.Biaya ?? Rupiah.Zero), "Dicatat: bank tidak mentransfer pengiriman ini.");

    [HttpPost("{id:guid}/perlu-dicek")]
    public Task<IActionResult> InDoubt(Guid id, PayoutDoubtForm form) => Step(id, new RecordPayoutDoubt(new PayoutId(id), form.Pengiriman, form.Alasan), "Dicatat: perlu dicek. Tidak ada transfer kedua sebelum jelas.");

    [HttpPost("{id:guid}/dikembalikan")]
    public Task<IActionResult> Returned(Guid id, PayoutReasonForm form) => Step(id, new RecordPayoutReturn(new PayoutId(id), form.Alasan), "Dicatat: dikembalikan bank. Uangnya kembali ke saldo toko, dan rekeningnya ditandai.");

    [HttpPost("{id:guid}/lebih-ditagih")]
    public Task<IActionResult> OweExtra(Guid id, PayoutReasonForm form) => Step(id, new OweExtraPayout(new PayoutId(id), form.Alasan), "Dicatat: pembayaran lebih dikurangkan dari saldo toko, dan penjual diberi tahu.");

    [HttpPost("{id:guid}/lebih-kembali")]
    public Task<IActionResult> ReturnExtra(Guid id, PayoutReasonForm form) => Step(id, new RecordExtraReturn(new PayoutId(id), form.Alasan), "Dicatat: pembayaran lebih sudah kembali dari bank.");

    [HttpPost("{id:guid}/rekening-benar")]
    public Task<IActionResult> Trust(Guid id, PayoutReasonForm form) => Step(id, new TrustPayoutAccount(new PayoutId(id), form.Alasan), "Rekening dipastikan. Pencairan ke rekening ini dibuka lagi.");

    /// <summary>Shown once, in the answer to the button, and kept nowhere.</summary>
    [HttpPost("{id:guid}/rekening")]
    public Task<IActionResult> Reveal(Guid id, PayoutReasonForm form) => Attempt(
        async () =>
        {
            var number = await Send(new RevealPayoutAccount(new PayoutId(id), form.Alasan));
            Response.Headers.CacheControl = "no-store";
            return await Page(id, number);
        },
        () => Page(id, null));

    Task<IActionResult> Step(Guid id, ICommand command, string done) => Attempt(
        async () =>
        {
            await Send<Unit>(command);
            Flash(done);
            return Redirect($"/operator/pencairan/{id}");
        },
        () => Page(id, null));

    async Task<IActionResult> Page(Guid id, string? account, int page = 1) =>
        View("/Areas/Operations/Payouts/Show.cshtml", new PayoutView(await Send(new ShowPayout(new PayoutId(id), page)), account));
}
