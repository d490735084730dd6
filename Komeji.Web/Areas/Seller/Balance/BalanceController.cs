using Komeji.Application.Ledger;
using Komeji.Application.Ledger.Cash;
using Komeji.Domain.Stores;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Balance;

[Area("Seller"), NeedsRight(ShopRights.Money)]
public sealed class BalanceController : KomejiController
{
    [HttpGet("/penjual/saldo")]
    public async Task<IActionResult> Index(int hal = 1) => View(await Send(new ShowSellerBalance(hal)));

    /// <summary>What the shop owes of orders it was paid in cash for.</summary>
    [HttpGet("/penjual/saldo/bayar-di-tempat")]
    public async Task<IActionResult> CashFees(int hal = 1) => View("/Areas/Seller/Balance/CashFees.cshtml", await Send(new ListMyCashFees(hal)));

    /// <summary>What the books say of one order: where a balance entry comes from.</summary>
    [HttpGet("/penjual/saldo/{nomor}"), OwnerRule("penjual pesanan")]
    public async Task<IActionResult> Show(string nomor) => View(new OrderMoneyView(nomor, await Send(new ShowOrderMoney(nomor))));
}

public sealed record OrderMoneyView(string Number, OrderMoney Money);
