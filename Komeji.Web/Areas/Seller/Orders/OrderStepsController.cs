using Komeji.Application.Ordering;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Web.Setup;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Orders;

/// <summary>What a seller does to an order, one button each. A refusal is shown on the order's page with what was typed.</summary>
[Area("Seller"), NeedsRight(ShopRights.Orders), Route("/penjual/pesanan/{nomor}"), OwnerRule("penjual pesanan")]
public sealed class OrderStepsController : KomejiController
{
    /// <summary>One photo of the largest size and what a form adds to it.</summary>
    const int PhotoLimit = 12 * 1024 * 1024;

    [HttpPost("terima")]
    public Task<IActionResult> Accept(string nomor) =>
        Step(nomor, new AcceptOrder(nomor), "Pesanan diterima. Siapkan barang, lalu kirim sebelum batas waktunya.");

    [HttpPost("tolak")]
    public Task<IActionResult> Decline(string nomor, ReasonForm form) =>
        Step(nomor, new DeclineOrder(nomor, form.Alasan), "Pesanan ditolak. Yang sudah dibayar pembeli kepada Komeji dikembalikan seluruhnya.");

    [HttpPost("kirim")]
    public Task<IActionResult> Ship(string nomor, ShipForm form) =>
        Step(nomor, new ShipOrder(nomor, form.Resi ?? "", form.Pieces), "Pengiriman tersimpan. Pembeli diberi tahu.");

    [HttpPost("batalkan-sisa")]
    public Task<IActionResult> CancelRest(string nomor, ReasonForm form) =>
        Step(nomor, new CancelRest(nomor, form.Alasan), "Sisa pesanan dibatalkan. Harganya dikembalikan kepada pembeli; yang sudah dikirim tetap berlanjut.");

    [HttpPost("siap")]
    public Task<IActionResult> MakeReady(string nomor) =>
        Step(nomor, new MakeOrderReady(nomor), "Pembeli diberi tahu bahwa pesanan siap diambil.");

    [HttpPost("serahkan")]
    public Task<IActionResult> HandOver(string nomor, HandoverForm form) => Attempt(async () =>
    {
        if (await Send(new HandOverOrder(nomor, form.Kode)))
        {
            Flash("Kode cocok. Pesanan diserahkan kepada pembeli.");
            return Redirect($"/penjual/pesanan/{nomor}");
        }

        ModelState.AddModelError(nameof(form.Kode), "Kode tidak cocok. Minta pembeli membuka halaman pesanannya dan membacakan kode ambil.");
        return await Again(nomor);
    }, () => Again(nomor));

    [HttpPost("setujui-batal")]
    public Task<IActionResult> AgreeToCancel(string nomor) =>
        Step(nomor, new AnswerCancellation(nomor, true, ""), "Pesanan dibatalkan. Yang sudah dibayar pembeli kepada Komeji dikembalikan seluruhnya.");

    [HttpPost("tolak-batal")]
    public Task<IActionResult> RefuseToCancel(string nomor, ReasonForm form) =>
        Step(nomor, new AnswerCancellation(nomor, false, form.Alasan), "Permintaan pembatalan ditolak. Lanjutkan pengiriman.");

    [HttpPost("bukti-terima"), RequestSizeLimit(PhotoLimit)]
    public Task<IActionResult> Prove(string nomor, ProofForm form) => Attempt(async () =>
    {
        await using var photo = form.Foto!.OpenReadStream();
        await Send(new ProveDelivery(nomor, form.Penerima, photo, Parcel(form.Paket)));
        Flash("Bukti terima tersimpan. Pembeli punya waktu memeriksa barangnya.");
        return Redirect($"/penjual/pesanan/{nomor}");
    }, () => Again(nomor));

    [HttpPost("paket-kembali")]
    public Task<IActionResult> Return(string nomor, ReturnForm form) =>
        Step(nomor, new ReturnOrder(nomor, form.Alasan, Parcel(form.Paket)), "Dicatat. Kirim ulang, atau akhiri pesanannya.");

    [HttpPost("kembalikan-dana")]
    public Task<IActionResult> Refund(string nomor, ReasonForm form) =>
        Step(nomor, new RefundOrder(nomor, form.Alasan), "Dicatat. Pembeli diberi tahu.");

    [HttpPost("uang-tunai")]
    public Task<IActionResult> TakeCash(string nomor, CashForm form) => Attempt(
        () => Send(new TakeCash(nomor, form.Jumlah!.Value)), "Uang tunai tercatat.", Redirect($"/penjual/pesanan/{nomor}"), () => Again(nomor));

    Task<IActionResult> Step(string nomor, IRequest<Unit> command, string done) => Attempt(async () =>
    {
        await Send(command);
        Flash(done);
        return Redirect($"/penjual/pesanan/{nomor}");
    }, () => Again(nomor));

    static ShipmentId? Parcel(Guid? id) => id is { } value ? new ShipmentId(value) : null;

    async Task<IActionResult> Again(string nomor)
    {
        if (Response.StatusCode == StatusCodes.Status200OK)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return View("/Areas/Seller/Orders/Show.cshtml", await Send(new ShowSellerOrder(nomor)));
    }
}
