using Komeji.Application.Accounts;
using Komeji.Application.Regions;
using Komeji.Domain.Common;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Account.Addresses;

/// <summary>A person's addresses. <c>kembali</c> leads back to the page that needed one, the checkout.</summary>
[Area("Account"), Route("akun/alamat"), OwnerRule("pemilik alamat")]
public sealed class AddressesController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? kembali) => View(new AddressesPage(await Send(new ListAddresses()), Local(kembali)));

    [HttpGet("tambah")]
    public Task<IActionResult> Add(string? kembali) => Show(new AddressForm { Kembali = Local(kembali) });

    [HttpPost("tambah")]
    public Task<IActionResult> Add(AddressForm form) => Save(form);

    [HttpGet("{id:guid}/ubah")]
    public async Task<IActionResult> Change(Guid id, string? kembali)
    {
        var form = AddressForm.Of(new AddressId(id), await Send(new ShowAddress(new AddressId(id))));
        form.Kembali = Local(kembali);
        return await Show(form);
    }

    [HttpPost("{id:guid}/ubah")]
    public async Task<IActionResult> Change(Guid id, AddressForm form)
    {
        form.Id = new AddressId(id);
        await Send(new ShowAddress(form.Id.Value));
        return await Save(form);
    }

    [HttpPost("{id:guid}/hapus")]
    public Task<IActionResult> Remove(Guid id, string? kembali) =>
        Press(() => Send(new RemoveAddress(new AddressId(id))), "Alamat dihapus. Pesanan yang sudah dibuat tidak berubah.", List(kembali));

    [HttpPost("{id:guid}/utama")]
    public Task<IActionResult> MakeDefault(Guid id, string? kembali) =>
        Press(() => Send(new MakeAddressDefault(new AddressId(id))), "Alamat utama diganti.", List(kembali));

    async Task<IActionResult> Save(AddressForm form)
    {
        if (form.IsStep)
        {
            ModelState.Clear();
            return await Show(form);
        }

        return await Attempt(
            async () =>
            {
                var saved = await Send(new SaveAddress(form.Id, form.Facts));
                Flash(saved.PostalCodeOfVillage is { } own
                    ? $"Alamat disimpan dengan kode pos {form.PostalCode?.Trim()}. Menurut data wilayah kode posnya {own}; ubah alamat ini bila keliru."
                    : "Alamat disimpan.");
                return Local(form.Kembali) is { } back ? LocalRedirect(back) : RedirectToAction(nameof(Index));
            },
            () => Show(form));
    }

    async Task<IActionResult> Show(AddressForm form)
    {
        form.Picker = await Send(new PickRegion(form.Hints));
        return View("Edit", form);
    }

    RedirectToActionResult List(string? kembali) => RedirectToAction(nameof(Index), new { kembali = Local(kembali) });

    string? Local(string? address) => Url.IsLocalUrl(address) ? address : null;
}

public sealed record AddressesPage(IReadOnlyList<AddressRow> Addresses, string? Kembali);
