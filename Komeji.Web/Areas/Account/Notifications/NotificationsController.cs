using Komeji.Application.Notifications;
using Komeji.Domain.Common;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Account.Notifications;

[Area("Account"), Route("/notifikasi")]
public sealed class NotificationsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int hal = 1) => View(await Send(new ListNotifications(hal)));

    /// <summary>Reading changes a row, so it is a button; the page it leads to comes from our own texts and is local.</summary>
    [HttpPost("{id:guid}/buka"), OwnerRule("penerima kabar")]
    public async Task<IActionResult> Open(Guid id) => LocalRedirect(await Send(new OpenNotification(new NotificationId(id))));

    [HttpPost("baca-semua"), OwnerRule("penerima kabar")]
    public Task<IActionResult> ReadAll() => Press(() => Send(new ReadAllNotifications()), "Semua kabar sudah ditandai dibaca.", RedirectToAction(nameof(Index)));
}
