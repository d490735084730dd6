using Komeji.Application.Messages;
using Komeji.Domain.Common;
using Komeji.Domain.Messages;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shop.Messages;

/// <summary>What a buyer asks shops, and what they answer.</summary>
[Area("Shop"), Authorize, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None), Route("/pesan"), OwnerRule("pembeli percakapan")]
public sealed class MessagesController : KomejiController
{
    const string Address = "/pesan";

    [HttpGet("")]
    public async Task<IActionResult> Index(string? tampil, string? q, int hal = 1)
    {
        var filter = ChatWords.Filter(tampil);
        return View("/Areas/Shop/Messages/Index.cshtml", new ChatListView(ChatSide.Buyer, Address, filter, q, await Send(new ListConversations(ChatSide.Buyer, filter, q, hal))));
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, int hal = 1)
    {
        var conversation = await Send(new ShowConversation(ChatSide.Buyer, new ConversationId(id), hal));
        if (conversation.Unread > 0)
        {
            await Send(new ReadConversation(ChatSide.Buyer, conversation.Id));
        }

        return View("/Areas/Shop/Messages/Show.cshtml", new ChatPage(ChatSide.Buyer, Address, conversation, [], ""));
    }

    [HttpPost("{id:guid}"), RequestSizeLimit(ChatForm.Limit)]
    public Task<IActionResult> Answer(Guid id, ChatForm form) => Attempt(() => Post(form, ChatPictures.Thread(id)), () => Show(id));

    [HttpPost("{id:guid}/bisukan")]
    public Task<IActionResult> Mute(Guid id, [FromForm] bool bisu) =>
        Press(() => Send(new MuteConversation(ChatSide.Buyer, new ConversationId(id), bisu)), bisu ? "Percakapan dibisukan. Pesannya tetap masuk." : "Anda diberi tahu lagi tentang pesan baru.", Redirect($"/pesan/{id}"));

    [HttpGet("pesanan/{nomor}")]
    public Task<IActionResult> AboutOrder(string nomor) => Start(new ChatTo.AboutOrder(nomor), "/pesan/pesanan/" + nomor);

    [HttpPost("pesanan/{nomor}"), RequestSizeLimit(ChatForm.Limit)]
    public Task<IActionResult> AskAboutOrder(string nomor, ChatForm form) => Attempt(() => Post(form, new ChatTo.AboutOrder(nomor)), () => Form(new ChatTo.AboutOrder(nomor), "/pesan/pesanan/" + nomor));

    [HttpGet("produk/{slug}")]
    public Task<IActionResult> AboutProduct(string slug) => Start(new ChatTo.AboutProduct(slug), "/pesan/produk/" + slug);

    [HttpPost("produk/{slug}"), RequestSizeLimit(ChatForm.Limit)]
    public Task<IActionResult> AskAboutProduct(string slug, ChatForm form) => Attempt(() => Post(form, new ChatTo.AboutProduct(slug)), () => Form(new ChatTo.AboutProduct(slug), "/pesan/produk/" + slug));

    [HttpGet("foto/{foto:guid}")]
    public async Task<IActionResult> Picture(Guid foto, string? u) =>
        ChatPictures.Of(this, await Send(new OpenChatPicture(ChatSide.Buyer, new ChatPictureId(foto), ChatPictures.IsSmall(u))));

    [HttpGet("laporkan/{pesan:guid}")]
    public async Task<IActionResult> Reporting(Guid pesan) =>
        View("/Areas/Shop/Messages/Report.cshtml", new ChatReportView(ChatSide.Buyer, Address, await Send(new ShowChatToReport(ChatSide.Buyer, new ChatMessageId(pesan)))));

    [HttpPost("laporkan/{pesan:guid}")]
    public Task<IActionResult> Report(Guid pesan, ChatReportForm form) => Attempt(
        async () =>
        {
            var conversation = await Send(new ReportChat(ChatSide.Buyer, new ChatMessageId(pesan), form.Jenis!.Value, form.Cerita ?? ""));
            Flash("Laporan dikirim. Petugas hanya melihat pesan yang Anda laporkan, dan Anda diberi tahu putusannya.");
            return Redirect($"/pesan/{conversation.Value}");
        },
        () => Reporting(pesan));

    async Task<IActionResult> Post(ChatForm form, ChatTo to)
    {
        var conversation = await Send(form.From(ChatSide.Buyer, to));
        return Redirect($"/pesan/{conversation.Value}#akhir");
    }

    async Task<IActionResult> Start(ChatTo to, string post)
    {
        var subject = await Send(new ShowChatSubject(ChatSide.Buyer, to));
        return subject.Conversation is { } there ? Redirect($"/pesan/{there.Value}") : Page(subject, post);
    }

    async Task<IActionResult> Form(ChatTo to, string post) => Page(await Send(new ShowChatSubject(ChatSide.Buyer, to)), post);

    ViewResult Page(ChatSubject subject, string post) => View("/Areas/Shop/Messages/Start.cshtml", new ChatStartView(ChatSide.Buyer, Address, post, subject));
}
