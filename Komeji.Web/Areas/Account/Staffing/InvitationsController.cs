using Komeji.Application.Stores.Staff;
using Komeji.Domain.Common;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Account.Staffing;

/// <summary>Shops that ask the person to help: her own answer, on a page of her own.</summary>
[Area("Account"), Authorize("Self"), Route("/akun/undangan"), OwnerRule("yang diundang"), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class InvitationsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View("/Areas/Account/Staffing/Invitations.cshtml", await Send(new ListInvitations()));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, string? kode) =>
        View("/Areas/Account/Staffing/Invitation.cshtml", new InvitationView(await Send(new ShowInvitation(new StaffId(id), kode)), kode));

    [HttpPost("{id:guid}/terima")]
    public Task<IActionResult> Accept(Guid id, [FromForm] string? kode) => Press(
        async () => await Send(new ChooseShop(await Send(new AcceptInvitation(new StaffId(id), kode)))),
        "Selamat bekerja! Anda sekarang staf toko ini.",
        Redirect("/penjual"),
        Redirect("/akun/undangan"));

    [HttpPost("{id:guid}/tolak")]
    public Task<IActionResult> Decline(Guid id, [FromForm] string? kode) =>
        Press(() => Send(new DeclineInvitation(new StaffId(id), kode)), "Undangan ditolak. Pemilik toko diberi tahu.", Redirect("/akun/undangan"));
}

/// <param name="Code">Of the link that led here.</param>
public sealed record InvitationView(InvitationRow Invitation, string? Code);
