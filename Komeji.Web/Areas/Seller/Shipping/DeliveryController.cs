using Komeji.Application.Shipping;
using Komeji.Domain.Stores;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Shipping;

/// <summary>Where the seller brings goods to himself (Antar Penjual).</summary>
[Area("Seller"), NeedsRight(ShopRights.Page), Route("/penjual/toko/antar"), OwnerRule("pemilik toko")]
public sealed class DeliveryController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery] string? kecamatan)
    {
        var areas = await Send(new ListDeliveryAreas());
        return await Page(areas.Where(a => a.Code == kecamatan).Select(DeliveryForm.Of).FirstOrDefault() ?? new DeliveryForm(), areas);
    }

    [HttpPost("")]
    public async Task<IActionResult> Save(DeliveryForm form)
    {
        if (form.Langkah is not null)
        {
            ModelState.Clear();
            return await Page(form, await Send(new ListDeliveryAreas()));
        }

        return await Attempt(
            async () =>
            {
                await Send(new SaveDeliveryAreas(form.Kecamatan, form.ToTerms()));
                Flash("Wilayah antar disimpan. Pembeli di sana kini bisa memilih Antar Penjual.");
                return Redirect("/penjual/toko/antar");
            },
            async () => await Page(form, await Send(new ListDeliveryAreas())));
    }

    [HttpPost("{kecamatan}/hapus")]
    public Task<IActionResult> Remove(string kecamatan) =>
        Press(() => Send(new RemoveDeliveryArea(kecamatan)), "Kecamatan dihapus. Pesanan yang sudah dibuat tetap Anda antar.", Redirect("/penjual/toko/antar"));

    async Task<IActionResult> Page(DeliveryForm form, IReadOnlyList<DeliveryAreaRow> areas)
    {
        (form.Areas, form.Picker) = (areas, await Send(new PickDistricts(form.Q, form.Provinsi, form.Kabupaten, form.Kecamatan)));
        return View("/Areas/Seller/Shipping/Delivery.cshtml", form);
    }
}
