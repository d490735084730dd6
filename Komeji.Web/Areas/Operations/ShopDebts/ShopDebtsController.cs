using Komeji.Application.Common;
using Komeji.Application.Ledger.ShopDebts;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using Komeji.Web.Areas.Operations.Claims;
using Komeji.Web.Areas.Operations.Orders;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.ShopDebts;

/// <summary>What shops owe the cooperative: what they paid by transfer is recorded, the rest is written off by two officers.</summary>
[Area("Operations"), Authorize("Finance"), Route("/operator/utang-toko")]
public sealed class ShopDebtsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? jenis, int hal = 1)
    {
        var debt = jenis == "saldo" ? ShopDebt.Balance : ShopDebt.CashFees;
        return View("/Areas/Operations/ShopDebts/Index.cshtml", new ShopDebtsView(debt, await Send(new ListShopDebts(debt, hal))));
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => View("/Areas/Operations/ShopDebts/Show.cshtml", await Send(new ShowShopDebt(new StoreId(id))));

    [HttpPost("{id:guid}/masuk")]
    public Task<IActionResult> Paid(Guid id, ShopDebt utang, ClaimPaymentForm form) => Attempt(
        () => Send(new RecordShopPayment(new StoreId(id), utang, form.Money())), "Pembayaran toko dibukukan.", RedirectToAction(nameof(Show), new { id }), () => Show(id));

    [HttpPost("{id:guid}/hapuskan")]
    public Task<IActionResult> WriteOff(Guid id, ShopDebt utang, DecisionForm form) => Attempt(
        () => Send(new WriteShopDebtOff(new StoreId(id), utang, form.Alasan)), SecondOfficerWords.Waits, RedirectToAction(nameof(Show), new { id }), () => Show(id));
}

public sealed record ShopDebtsView(ShopDebt Debt, PageOf<ShopDebtRow> Shops);
