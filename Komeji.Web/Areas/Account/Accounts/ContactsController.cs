using Komeji.Application.Accounts;
using Komeji.Domain.Accounts;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Account.Accounts;

/// <summary>By what one signs in and is reached: another e-mail or number, shown to be one's own by a code.</summary>
[Area("Account"), Route("/akun/kontak"), OwnerRule("diri sendiri"), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ContactsController : KomejiController
{
    [HttpGet("")]
    public Task<IActionResult> Edit() => Form(new ContactForm());

    [HttpPost(""), LimitedByAddress]
    public Task<IActionResult> Edit(ContactForm form) => Attempt(
        async () => RedirectToAction(nameof(Confirm), new { id = await Send(new AskNewContact(form.Contact)) }),
        () => Form(form));

    [HttpGet("kode")]
    public Task<IActionResult> Confirm(Guid id) => CodeForm(new ContactCodeForm { Id = id });

    [HttpPost("kode"), LimitedByAddress]
    public Task<IActionResult> Confirm(ContactCodeForm form) => Attempt(
        async () =>
        {
            if (!await Send(new ConfirmNewContact(form.Id, form.Code)))
            {
                ModelState.AddModelError(nameof(form.Code), "Kode salah atau sudah tidak berlaku. Periksa lagi, atau minta kode baru.");
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return await CodeForm(form);
            }

            Flash("Kontak baru tersimpan. Mulai sekarang Anda masuk dan menerima kabar di sana.");
            return Redirect("/akun/kontak");
        },
        () => CodeForm(form));

    [HttpPost("kode/kirim-ulang"), LimitedByAddress]
    public async Task<IActionResult> Resend(Guid id)
    {
        var next = id;
        await Press(async () => next = await Send(new SendNewContactCodeAgain(id)), "Kode baru sudah dikirim. Kode sebelumnya tidak berlaku lagi.", Ok());
        return RedirectToAction(nameof(Confirm), new { id = next });
    }

    [HttpPost("hapus")]
    public Task<IActionResult> Leave([FromForm] string? kontak) =>
        Press(() => Send(new LeaveContact(kontak ?? "")), "Kontak dihapus dari akun Anda.", Redirect("/akun/kontak"));

    async Task<IActionResult> Form(ContactForm form) => View("/Areas/Account/Accounts/Contacts.cshtml", new ContactPage(form, await Send(new ShowMyAccount())));

    async Task<IActionResult> CodeForm(ContactCodeForm form) =>
        View("/Areas/Account/Accounts/ContactCode.cshtml", new ContactCodePage(form, await Send(new ShowCodeRequest(form.Id, CodePurpose.NewContact))));
}
