using Komeji.Application.Ordering;
using Komeji.Application.Ordering.Services;
using Komeji.Application.Reviews;
using Komeji.Domain.Ordering;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shop.Ordering;

[Area("Shop"), Authorize, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None), OwnerRule("pembeli pesanan")]
public sealed class OrdersController : KomejiController
{
    [HttpGet("/pesanan")]
    public async Task<IActionResult> Index([FromQuery] string? status, [FromQuery] string? q, [FromQuery] int hal = 1)
    {
        var tab = OrderTabs.Find(status);
        ViewData["Tab"] = tab;
        ViewData["Search"] = q;
        return View("/Areas/Shop/Ordering/Orders.cshtml", await Send(new ListMyOrders(tab.Group, q, hal)));
    }

    [HttpGet("/pesanan/{number}")]
    public async Task<IActionResult> Show(string number)
    {
        var order = await Send(new ShowMyOrder(number));
        ViewData["Reviewed"] = order.State == OrderState.Completed ? await Send(new ListReviewedLines(number)) : null;
        return View("/Areas/Shop/Ordering/Order.cshtml", order);
    }

    /// <summary>Nota, to print.</summary>
    [HttpGet("/pesanan/{number}/nota")]
    public async Task<IActionResult> Receipt(string number) => View("/Areas/Shop/Ordering/Receipt.cshtml", await Send(new ShowMyOrder(number)));

    [HttpGet("/pesanan/{number}/bukti-terima")]
    public Task<IActionResult> Proof(string number, [FromQuery] Guid? paket) => this.DeliveryProof(Mediator, number, OrderOnlooker.Buyer, paket);

    [HttpPost("/pesanan/{number}/pembatalan")]
    public Task<IActionResult> Cancel(string number, CancelForm form) => Attempt(
        async () =>
        {
            Flash(await Send(new CancelOrder(number, form.Alasan)) switch
            {
                Cancellation.Asked => "Permintaan pembatalan dikirim ke penjual.",
                Cancellation.PurchaseGivenUp => "Belanja dibatalkan. Anda tidak ditagih.",
                _ => "Pesanan dibatalkan. Dana yang sudah Anda bayar kepada Komeji dikembalikan penuh.",
            });
            return Redirect("/pesanan/" + number);
        },
        () => Show(number));

    [HttpPost("/pesanan/{number}/penerimaan")]
    public Task<IActionResult> Confirm(string number) =>
        Press(() => Send(new ConfirmReceived(number)), "Terima kasih, penerimaan Anda tercatat.", Redirect("/pesanan/" + number));

    /// <summary>The shop gave the cash back.</summary>
    [HttpPost("/pesanan/{number}/uang-kembali")]
    public Task<IActionResult> CashBack(string number) =>
        Press(() => Send(new ConfirmCashBack(number)), "Dicatat. Pesanan ini berakhir.", Redirect("/pesanan/" + number));

    /// <summary>The answer to another time the shop asks for.</summary>
    [HttpPost("/pesanan/{number}/usulan")]
    public Task<IActionResult> Answer(string number, [FromForm] bool setuju) => Press(
        () => Send(new AnswerProposal(number, setuju)),
        setuju ? "Waktu janji diganti. Penjual diberi tahu." : "Janji tetap pada waktu semula. Penjual diberi tahu.", Redirect("/pesanan/" + number));

    [HttpPost("/pesanan/{number}/belum-sampai")]
    public Task<IActionResult> NotArrived(string number) =>
        Press(() => Send(new ReportNotArrived(number)), "Laporan dicatat. Pesanan tidak akan selesai sendiri; operator Komeji memeriksa.", Redirect("/pesanan/" + number));

    [HttpPost("/pesanan/{number}/perpanjangan")]
    public Task<IActionResult> Extend(string number) =>
        Press(() => Send(new ExtendChecking(number)), "Waktu memeriksa diperpanjang.", Redirect("/pesanan/" + number));
}

/// <summary>A tab of the list of orders, under the name its address has.</summary>
public sealed record OrderTab(string Key, string Title, OrderGroup Group);

public static class OrderTabs
{
    public static readonly IReadOnlyList<OrderTab> All =
    [
        new("semua", "Semua", OrderGroup.All),
        new("belum-bayar", "Belum Bayar", OrderGroup.Unpaid),
        new("dikemas", "Dikemas", OrderGroup.Packing),
        new("dikirim", "Dikirim", OrderGroup.Sent),
        new("selesai", "Selesai", OrderGroup.Done),
        new("dibatalkan", "Dibatalkan", OrderGroup.Ended),
    ];

    public static OrderTab Find(string? key) => All.FirstOrDefault(t => t.Key == key) ?? All[0];
}
