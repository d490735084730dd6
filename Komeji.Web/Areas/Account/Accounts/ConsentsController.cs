using Komeji.Application.Accounts;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Account.Accounts;

/// <summary>What one has agreed to; news can be taken back at any time.</summary>
[Area("Account"), Route("/akun/persetujuan"), OwnerRule("diri sendiri")]
public sealed class ConsentsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View("/Areas/Account/Accounts/Consents.cshtml", await Send(new ListMyConsents()));

    [HttpPost("kabar")]
    public async Task<IActionResult> DecideNews(bool wants)
    {
        await Send(new DecideNews(wants));
        Flash(wants ? "Kami akan mengirim kabar koperasi." : "Kami berhenti mengirim kabar koperasi.");
        return Redirect("/akun/persetujuan");
    }
}
