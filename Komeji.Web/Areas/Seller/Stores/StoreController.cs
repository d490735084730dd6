using Komeji.Application.Catalog;
using Komeji.Application.Regions;
using Komeji.Application.Stores;
using Komeji.Application.Stores.Desk;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Stores;

/// <summary>The seller's own shop.</summary>
[Area("Seller"), NeedsRight(ShopRights.Page), Route("/penjual/toko"), OwnerRule("pemilik toko")]
public sealed class StoreController(TimeProvider clock) : KomejiController
{
    const int PictureLimit = 11 * 1024 * 1024;

    [HttpGet("")]
    public async Task<IActionResult> Show()
    {
        var store = await Send(new ShowMyStore());
        return await Edit(StoreForm.Of(store), store);
    }

    [HttpPost("")]
    public async Task<IActionResult> Save(StoreForm form)
    {
        var store = await Send(new ShowMyStore());
        if (form.IsStep)
        {
            ModelState.Clear();
            return await Edit(form, store);
        }

        return await Attempt(
            async () =>
            {
                await Send(new EditStore(form.Versi, form.ToFacts()));
                Flash("Toko disimpan.");
                return Redirect("/penjual/toko");
            },
            () => Edit(form, store));
    }

    [HttpPost("keberatan"), NeedsRight(ShopRights.Own)]
    public Task<IActionResult> Appeal([FromForm] string? alasan) =>
        Attempt(() => Send(new AppealSuspension(alasan ?? "")), "Keberatan dikirim. Petugas lain yang menjawabnya.", Redirect("/penjual/toko"), Show);

    [HttpPost("gambar"), RequestSizeLimit(PictureLimit)]
    public Task<IActionResult> ShowPicture(IFormFile? gambar) =>
        Press(() => Send(new SetShopPicture(gambar is { Length: > 0 } ? new PictureUpload(gambar.FileName, gambar.OpenReadStream()) : null)), "Gambar toko disimpan.", Redirect("/penjual/toko#gambar"));

    [HttpPost("gambar/hapus")]
    public Task<IActionResult> RemovePicture() => Press(() => Send(new RemoveShopPicture()), "Gambar toko dihapus.", Redirect("/penjual/toko#gambar"));

    [HttpPost("libur")]
    public Task<IActionResult> Leave(DateOnly? mulai, DateOnly? sampai) => Attempt(
        async () =>
        {
            await Send(new TakeHoliday(true, mulai, sampai));
            Flash(Away(mulai, sampai));
            return Redirect("/penjual/toko");
        },
        Show);

    [HttpPost("buka")]
    public Task<IActionResult> Return() =>
        Press(() => Send(new TakeHoliday(false)), "Toko buka lagi dan menerima pesanan.", Redirect("/penjual/toko"));

    string Away(DateOnly? from, DateOnly? until) =>
        (from is null || from <= Wib.DayOf(clock.GetUtcNow()) ? "Toko libur sekarang: pesanan baru tidak diterima, yang sudah ada tetap harus dikirim. " : $"Libur tercatat mulai {Words.Day(from.Value)}; sampai hari itu toko tetap menerima pesanan. ")
        + (until is { } last ? $"Toko buka lagi dengan sendirinya pada {Words.Day(last.AddDays(1))}." : "Buka lagi di halaman ini bila Anda siap.");

    async Task<IActionResult> Edit(StoreForm form, MyStore store)
    {
        (form.Store, form.Picker) = (store, await Send(new PickRegion(form.Hints)));
        return View("/Areas/Seller/Stores/Edit.cshtml", form);
    }
}
