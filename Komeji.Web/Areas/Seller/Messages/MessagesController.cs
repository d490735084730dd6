using Komeji.Application.Messages;
using Komeji.Domain.Common;
using Komeji.Domain.Messages;
using Komeji.Domain.Stores;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Messages;

/// <summary>What buyers ask the shop; whoever serves orders answers in its name.</summary>
[Area("Seller"), NeedsRight(ShopRights.Orders), Route("/penjual/pesan"), OwnerRule("toko percakapan")]
public sealed class MessagesController : KomejiController
{
    const string Address = "/penjual/pesan";

    [HttpGet("")]
    public async Task<IActionResult> Index(string? tampil, string? q, int hal = 1)
    {
        var filter = ChatWords.Filter(tampil);
        return View("/Areas/Seller/Messages/Index.cshtml", new ChatListView(ChatSide.Shop, Address, filter, q, await Send(new ListConversations(ChatSide.Shop, filter, q, hal))));
    }

    /// <param name="balas">A quick reply to begin with.</param>
    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, Guid? balas, int hal = 1)
    {
        var conversation = await Send(new ShowConversation(ChatSide.Shop, new ConversationId(id), hal));
        if (conversation.Unread > 0)
        {
            await Send(new ReadConversation(ChatSide.Shop, conversation.Id));
        }

        var replies = await Send(new ListQuickReplies());
        return View("/Areas/Seller/Messages/Show.cshtml", new ChatPage(ChatSide.Shop, Address, conversation, replies, replies.FirstOrDefault(r => r.Id.Value == balas)?.Text ?? ""));
    }

    [HttpPost("{id:guid}"), RequestSizeLimit(ChatForm.Limit)]
    public Task<IActionResult> Answer(Guid id, ChatForm form) => Attempt(() => Post(form, ChatPictures.Thread(id)), () => Show(id, null));

    [HttpPost("{id:guid}/bisukan")]
    public Task<IActionResult> Mute(Guid id, [FromForm] bool bisu) =>
        Press(() => Send(new MuteConversation(ChatSide.Shop, new ConversationId(id), bisu)), bisu ? "Percakapan dibisukan untuk toko. Pesannya tetap masuk." : "Toko diberi tahu lagi tentang pesan baru.", Redirect($"/penjual/pesan/{id}"));

    [HttpGet("pesanan/{nomor}")]
    public async Task<IActionResult> AboutOrder(string nomor)
    {
        var subject = await Send(new ShowChatSubject(ChatSide.Shop, new ChatTo.AboutOrder(nomor)));
        return subject.Conversation is { } there ? Redirect($"/penjual/pesan/{there.Value}") : Start(subject, nomor);
    }

    [HttpPost("pesanan/{nomor}"), RequestSizeLimit(ChatForm.Limit)]
    public Task<IActionResult> TellAboutOrder(string nomor, ChatForm form) =>
        Attempt(() => Post(form, new ChatTo.AboutOrder(nomor)), async () => Start(await Send(new ShowChatSubject(ChatSide.Shop, new ChatTo.AboutOrder(nomor))), nomor));

    [HttpGet("foto/{foto:guid}")]
    public async Task<IActionResult> Picture(Guid foto, string? u) =>
        ChatPictures.Of(this, await Send(new OpenChatPicture(ChatSide.Shop, new ChatPictureId(foto), ChatPictures.IsSmall(u))));

    [HttpGet("laporkan/{pesan:guid}")]
    public async Task<IActionResult> Reporting(Guid pesan) =>
        View("/Areas/Seller/Messages/Report.cshtml", new ChatReportView(ChatSide.Shop, Address, await Send(new ShowChatToReport(ChatSide.Shop, new ChatMessageId(pesan)))));

    [HttpPost("laporkan/{pesan:guid}")]
    public Task<IActionResult> Report(Guid pesan, ChatReportForm form) => Attempt(
        async () =>
        {
            var conversation = await Send(new ReportChat(ChatSide.Shop, new ChatMessageId(pesan), form.Jenis!.Value, form.Cerita ?? ""));
            Flash("Laporan dikirim. Petugas hanya melihat pesan yang dilaporkan, dan Anda diberi tahu putusannya.");
            return Redirect($"/penjual/pesan/{conversation.Value}");
        },
        () => Reporting(pesan));

    async Task<IActionResult> Post(ChatForm form, ChatTo to)
    {
        var conversation = await Send(form.From(ChatSide.Shop, to));
        return Redirect($"/penjual/pesan/{conversation.Value}#akhir");
    }

    IActionResult Start(ChatSubject subject, string nomor) =>
        View("/Areas/Seller/Messages/Start.cshtml", new ChatStartView(ChatSide.Shop, Address, "/penjual/pesan/pesanan/" + nomor, subject));
}
