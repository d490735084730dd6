using Komeji.Application.Notifications;
using Komeji.Domain.Common;
using Komeji.Domain.Notifications;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Messages;

[Area("Operations"), Route("/operator/surat"), Authorize("Messages")]
public sealed class MessagesController(IMessenger messenger, IHostEnvironment environment) : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? q, MessageState? status, MessageChannel? jalur, int hal = 1) =>
        View("/Areas/Operations/Messages/Index.cshtml", new MessagesPage(
            q ?? "", status, jalur, AnyProvider, await Send(new ListMessages(q ?? "", status, jalur, hal)), Hide));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id)
    {
        var message = await Send(new ReadMessage(new MessageId(id)));
        return View("/Areas/Operations/Messages/Show.cshtml", new MessagePage(message, messenger.Serves(message.Row.Channel), Hide));
    }

    [HttpPost("{id:guid}/coba-lagi")]
    public Task<IActionResult> Retry(Guid id) => Press(
        () => Send(new ReviveMessage(new MessageId(id))),
        "Surat masuk antrean lagi dan dikirim dalam satu menit.",
        RedirectToAction(nameof(Show), new { id }));

    bool AnyProvider => Enum.GetValues<MessageChannel>().Any(messenger.Serves);

    string Hide(string text) => CodesInPost.MayRead(environment.IsDevelopment(), AnyProvider, User) ? text : Secrets.Hide(text);
}
