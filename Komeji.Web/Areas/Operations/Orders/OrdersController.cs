using System.ComponentModel.DataAnnotations;
using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Ordering.Staff;
using Komeji.Domain.Common;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Orders;

/// <summary>Orders that need the cooperative: found by number, and moved with a reason that both sides see.</summary>
[Area("Operations"), Authorize("Orders"), Route("/operator/pesanan")]
public sealed class OrdersController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(OrderGroup status, string? q, int hal = 1) =>
        View(new OrdersPage(await Send(new ListOrders(status, q, hal)), status, q));

    [HttpGet("{number}")]
    public async Task<IActionResult> Show(string number) => View("Show", await Send(new ShowOrder(number)));

    [HttpGet("{number}/bukti-terima")]
    public Task<IActionResult> Proof(string number, [FromQuery] Guid? paket) => this.DeliveryProof(Mediator, number, OrderOnlooker.Staff, paket);

    [HttpPost("{number}/pembatalan")]
    public Task<IActionResult> Cancel(string number, DecisionForm form) => Decide(number, new CancelOrderByStaff(number, form.Alasan), "Pesanan dibatalkan. Dana yang ditahan Komeji, bila ada, dikembalikan kepada pembeli.");

    [HttpPost("{number}/pembatalan-sisa")]
    public Task<IActionResult> CancelRest(string number, DecisionForm form) => Decide(number, new CancelRestByStaff(number, form.Alasan), "Sisa pesanan dibatalkan dan harganya dikembalikan.");

    [HttpPost("{number}/penyerahan")]
    public Task<IActionResult> Deliver(string number, DecisionForm form) => Decide(number, new DeliverOrderByStaff(number, form.Alasan), "Pesanan dinyatakan sampai.");

    [HttpPost("{number}/pengembalian-paket")]
    public Task<IActionResult> Return(string number, ReturnDecisionForm form) => Decide(number, new ReturnOrderByStaff(number, form.Alasan, form.Hilang, form.Paket is { } id ? new ShipmentId(id) : null), "Paket dinyatakan kembali atau hilang.");

    Task<IActionResult> Decide(string number, ICommand command, string done) => Attempt(
        async () =>
        {
            await Send<Unit>(command);
            Flash(done);
            return Redirect("/operator/pesanan/" + number);
        },
        () => Show(number));
}

public class DecisionForm
{
    [DataType(DataType.MultilineText), Display(Name = "Alasan"), Required(ErrorMessage = "Tulis alasannya, 3 sampai 500 huruf."), StringLength(500, MinimumLength = 3, ErrorMessage = "Tulis alasannya, 3 sampai 500 huruf.")]
    public string Alasan { get; set; } = "";
}

public sealed class ReturnDecisionForm : DecisionForm
{
    [Display(Name = "Paket")]
    public Guid? Paket { get; set; }

    [Display(Name = "Hilang")]
    public bool Hilang { get; set; }
}

public sealed record OrdersPage(PageOf<OrderRow> Orders, OrderGroup Group, string? Search);
