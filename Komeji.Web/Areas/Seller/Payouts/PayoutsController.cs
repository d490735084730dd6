using Komeji.Application.Payouts;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Payouts;

/// <summary>The shop's balance on its way to its bank account. Whoever may see the balance sees it; asking for it is the owner's.</summary>
[Area("Seller"), NeedsRight(ShopRights.Money), Route("/penjual/saldo/pencairan")]
public sealed class PayoutsController : KomejiController
{
    [HttpGet("")]
    public Task<IActionResult> Index(string? lihat, int hal = 1) => Page(hal, lihat == "berjalan");

    [HttpPost(""), NeedsRight(ShopRights.Own)]
    public Task<IActionResult> Ask(PayoutForm form) => Attempt(
        async () =>
        {
            var id = await Send(new RequestPayout(form.Jumlah));
            Flash("Pencairan diminta. Uangnya disisihkan dari saldo dan ditransfer setelah disetujui.");
            return Redirect($"/penjual/saldo/pencairan/{id.Value}");
        },
        () => Page());

    [HttpPost("jadwal"), NeedsRight(ShopRights.Own)]
    public Task<IActionResult> Choose(PayoutDayForm form) => Attempt(
        async () =>
        {
            await Send(new ChoosePayoutDay(form.Hari));
            Flash("Jadwal pencairan disimpan.");
            return Redirect("/penjual/saldo/pencairan");
        },
        () => Page());

    [HttpGet("{id:guid}"), OwnerRule("toko penerima pencairan")]
    public Task<IActionResult> Show(Guid id, int hal = 1) => One(id, new PleaForm(), hal);

    [HttpPost("{id:guid}/batalkan"), NeedsRight(ShopRights.Own), OwnerRule("toko penerima pencairan")]
    public Task<IActionResult> Cancel(Guid id) => Press(
        () => Send(new CancelMyPayout(new PayoutId(id))), "Pencairan dibatalkan. Uangnya sudah kembali ke saldo.", Redirect($"/penjual/saldo/pencairan/{id}"));

    [HttpPost("{id:guid}/keberatan"), NeedsRight(ShopRights.Own), OwnerRule("toko penerima pencairan")]
    public Task<IActionResult> Appeal(Guid id, PleaForm form) => Attempt(
        async () =>
        {
            await Send(new AppealPayoutHold(new PayoutId(id), form.Keberatan!));
            Flash("Keberatan Anda terkirim. Petugas lain yang membacanya.");
            return Redirect($"/penjual/saldo/pencairan/{id}");
        },
        () => One(id, form));

    async Task<IActionResult> Page(int page = 1, bool onTheWay = false) => View("/Areas/Seller/Payouts/Index.cshtml", await Send(new ShowMyPayouts(page, onTheWay)));

    async Task<IActionResult> One(Guid id, PleaForm form, int page = 1)
    {
        form.Page = await Send(new ShowMyPayout(new PayoutId(id), page));
        return View("/Areas/Seller/Payouts/Show.cshtml", form);
    }
}
