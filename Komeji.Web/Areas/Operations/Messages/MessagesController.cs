using Komeji.Application.CallCentre;
using Komeji.Application.Notifications;
using Komeji.Domain.CallCentre;
using Komeji.Domain.Common;
using Komeji.Domain.Notifications;
using Komeji.Web.Areas.Operations.CallCentre;
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
    public Task<IActionResult> Show(Guid id) => Page(id, []);

    /// <summary>Where it went, for who serves callers and says why.</summary>
    [HttpPost("{id:guid}/lihat"), Authorize("CallCentre"), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public Task<IActionResult> Reveal(Guid id, RevealForm form) => Attempt(
        async () => await Page(id, await Send(new RevealData(CaseSubject.Message, id.ToString(), form.Apa!.Value, form.Alasan))),
        () => Show(id));

    [HttpPost("{id:guid}/coba-lagi")]
    public Task<IActionResult> Retry(Guid id) => Press(
        () => Send(new ReviveMessage(new MessageId(id))),
        "Surat masuk antrean lagi dan dikirim dalam satu menit.",
        RedirectToAction(nameof(Show), new { id }));

    async Task<IActionResult> Page(Guid id, IReadOnlyList<RevealedLine> revealed)
    {
        var message = await Send(new ReadMessage(new MessageId(id)));
        return View("/Areas/Operations/Messages/Show.cshtml", new MessagePage(message, messenger.Serves(message.Row.Channel), Hide, revealed));
    }

    bool AnyProvider => Enum.GetValues<MessageChannel>().Any(messenger.Serves);

    string Hide(string text) => CodesInPost.MayRead(environment.IsDevelopment(), AnyProvider, User) ? text : Secrets.Hide(text);
}
