using Komeji.Application.Legal.Opening;
using Komeji.Application.Regions;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Account.Opening;

/// <summary>From "I make kerupuk" to a shop in five short steps, each kept when it is sent. Whoever has a shop changes owner, business and account here.</summary>
[Area("Account"), Route("/penjual/buka-toko"), OpenOnOnePhone, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class OpeningController : KomejiController
{
    const string Start = "/penjual/buka-toko";

    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await Send(new ShowOpening()));

    [HttpGet("pemilik")]
    public async Task<IActionResult> Owner() => View("Owner", OwnerForm.Of(await Send(new ShowOpening())));

    [HttpPost("pemilik")]
    public async Task<IActionResult> Owner(OwnerForm form)
    {
        form.Opening = await Send(new ShowOpening());
        return await Attempt(() => Then(Send(new TellOwner(form.Nama!, form.Nik, form.Telepon!)), "usaha"), () => Again("Owner", form));
    }

    [HttpGet("usaha")]
    public async Task<IActionResult> Business() => View("Business", BusinessForm.Of(await Send(new ShowOpening())));

    [HttpPost("usaha")]
    public async Task<IActionResult> Business(BusinessForm form)
    {
        form.Opening = await Send(new ShowOpening());
        return await Attempt(() => Then(Send(form.ToCommand()), "tempat"), () => Again("Business", form));
    }

    [HttpGet("tempat")]
    public async Task<IActionResult> Place() => await Pick(PlaceForm.Of(await Send(new ShowOpening())));

    [HttpPost("tempat")]
    public async Task<IActionResult> Place(PlaceForm form)
    {
        form.Opening = await Send(new ShowOpening());
        if (form.IsStep)
        {
            ModelState.Clear();
            return await Pick(form);
        }

        return await Attempt(() => Then(Send(new TellPlace(form.ToFacts())), "toko"), () => Pick(form));
    }

    [HttpGet("toko")]
    public async Task<IActionResult> Shop() => View("Shop", ShopForm.Of(await Send(new ShowOpening())));

    [HttpPost("toko")]
    public Task<IActionResult> Shop(ShopForm form) =>
        Attempt(() => Then(Send(new TellShop(form.Nama!, form.Tentang ?? "")), "rekening"), () => Again("Shop", form));

    [HttpGet("rekening"), Authorize("Self")]
    public async Task<IActionResult> Bank() => View("Bank", BankForm.Of(await Send(new ShowOpening())));

    [HttpPost("rekening"), Authorize("Self")]
    public async Task<IActionResult> Bank(BankForm form)
    {
        form.Opening = await Send(new ShowOpening());
        return await Attempt(() => Then(Send(form.ToCommand()), ""), () => Again("Bank", form));
    }

    [HttpPost("rekening/batal"), Authorize("Self")]
    public Task<IActionResult> KeepBank() => Press(() => Send(new KeepBank()), "Rekening lama tetap dipakai.", LocalRedirect(Start + "/rekening"));

    [HttpPost("buka"), Authorize("Self")]
    public async Task<IActionResult> Open() =>
        await Press(async () => OpeningWords.Opened(await Send(new OpenShop())), LocalRedirect(Start));

    /// <summary>On to the next step; whoever has a shop goes back to its papers.</summary>
    async Task<IActionResult> Then(Task told, string next)
    {
        await told;
        Flash("Disimpan.");
        var opening = await Send(new ShowOpening());
        return opening.Store is not null ? Redirect("/penjual/legalitas") : LocalRedirect(opening.IsOwner || next != "rekening" ? $"{Start}/{next}".TrimEnd('/') : Start);
    }

    async Task<IActionResult> Pick(PlaceForm form)
    {
        form.Picker = await Send(new PickRegion(form.Hints));
        return View("Place", form);
    }

    Task<IActionResult> Again(string page, object form) => Task.FromResult<IActionResult>(View(page, form));
}
