using Komeji.Application.Ordering;
using Komeji.Domain.Stores;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Orders;

[Area("Seller"), NeedsRight(ShopRights.Orders), Route("/penjual/pesanan")]
public sealed class OrdersController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? tab, string? q, int hal = 1) =>
        View(new OrdersView(OrderTabs.Read(tab), q, await Send(new ListSellerOrders(OrderTabs.Read(tab), q, hal))));

    [HttpGet("{nomor}"), OwnerRule("penjual pesanan")]
    public async Task<IActionResult> Show(string nomor) => View(await Send(new ShowSellerOrder(nomor)));

    [HttpGet("{nomor}/bukti-terima"), OwnerRule("penjual pesanan")]
    public Task<IActionResult> Proof(string nomor, [FromQuery] Guid? paket) => this.DeliveryProof(Mediator, nomor, OrderOnlooker.Seller, paket);

    /// <summary>A label for the parcel, on A6.</summary>
    [HttpGet("{nomor}/label"), OwnerRule("penjual pesanan")]
    public async Task<IActionResult> Label(string nomor) => View(await Send(new ShowSellerOrder(nomor)));
}

public sealed record OrdersView(SellerOrderTab Tab, string? Words, SellerOrderList Orders);
