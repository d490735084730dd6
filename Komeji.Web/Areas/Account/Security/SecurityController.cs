using Komeji.Application.Accounts;
using Komeji.Application.Accounts.SecondFactors;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Account.Security;

/// <summary>How one's account is guarded, and where it is signed in.</summary>
[Area("Account"), Route("/akun/keamanan"), OwnerRule("diri sendiri")]
public sealed class SecurityController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Show() => View("/Areas/Account/Security/Index.cshtml", await Send(new ShowMySecurity()));

    [HttpPost("perangkat/{id}/keluar")]
    public Task<IActionResult> EndSession(string id) => Press(
        () => Send(new EndMySession(id)), "Perangkat itu sudah dikeluarkan.", RedirectToAction(nameof(Show)));

    [HttpPost("batal-lepas")]
    public Task<IActionResult> CancelReset() => Press(
        () => Send(new CancelFactorReset()), "Permintaan dibatalkan. Ganti kata sandi Anda bila bukan Anda yang mengajukannya.", RedirectToAction(nameof(Show)));
}
