using System.ComponentModel.DataAnnotations;
using Komeji.Application.Common;
using Komeji.Application.Messages.Reported;
using Komeji.Domain.Common;
using Komeji.Domain.Messages;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Komeji.Web.TagHelpers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.ReportedChats;

/// <summary>Messages somebody reported. An officer sees the reported message alone, once she has written down why.</summary>
[Area("Operations"), Authorize("Shops"), Route("/operator/pesan-dilaporkan")]
public sealed class ReportedChatsController : KomejiController
{
    static readonly string[] Heads = ["Dilaporkan karena", "Pelapor", "Toko", "Pada (WIB)", "Status", "Diputuskan (WIB)"];

    [HttpGet("")]
    public async Task<IActionResult> Index(bool putus, string? q, int hal = 1)
    {
        var words = PlainText.Cut(q ?? "", 100);
        return View("/Areas/Operations/ReportedChats/Index.cshtml", new ReportedChatsView(putus, words, await Send(new ListChatReports(putus, words, hal))));
    }

    [HttpGet("ekspor")]
    public async Task<IActionResult> Export(bool putus, string? q, string? bentuk) => TableFile.Of(
        "pesan-dilaporkan", "Pesan dilaporkan", Heads, (await Send(new ExportChatReports(putus, PlainText.Cut(q ?? "", 100)))).Select(Row), bentuk == "xlsx");

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => View("/Areas/Operations/ReportedChats/Show.cshtml", await Send(new ShowChatReport(new ChatReportId(id))));

    [HttpPost("{id:guid}/lihat")]
    public Task<IActionResult> Open(Guid id, ChatViewForm form) => Attempt(
        async () =>
        {
            await Send(new OpenChatReport(new ChatReportId(id), form.Alasan!));
            return One(id);
        },
        () => Show(id));

    [HttpPost("{id:guid}/putuskan")]
    public Task<IActionResult> Decide(Guid id, ChatDecisionForm form) =>
        Attempt(() => Send(new DecideChatReport(new ChatReportId(id), form.Hapus!.Value, form.Catatan!)), "Putusan dicatat, dan pihak yang bersangkutan diberi tahu.", One(id), () => Show(id));

    [HttpGet("foto/{foto:guid}")]
    public async Task<IActionResult> Picture(Guid foto, string? u) =>
        ChatPictures.Of(this, await Send(new OpenReportedPicture(new ChatPictureId(foto), ChatPictures.IsSmall(u))));

    RedirectResult One(Guid id) => Redirect($"/operator/pesan-dilaporkan/{id}");

    static IReadOnlyList<object> Row(ChatReportRow row) =>
        [ChatWords.Kind(row.Kind), ChatWords.Side(row.Side), row.Store, TableFile.Moment(row.At), StatusTagHelper.Words(row.State), TableFile.Moment(row.DecidedAt)];
}

public sealed record ReportedChatsView(bool Decided, string Words, PageOf<ChatReportRow> Reports);

public sealed class ChatViewForm
{
    [Required(ErrorMessage = "Tulis mengapa Anda membuka pesan ini, 10 sampai 200 huruf."), StringLength(200, MinimumLength = 10, ErrorMessage = "Tulis mengapa Anda membuka pesan ini, 10 sampai 200 huruf.")]
    public string? Alasan { get; set; }
}

public sealed class ChatDecisionForm
{
    [Required(ErrorMessage = "Pilih apakah pesannya dihapus.")]
    public bool? Hapus { get; set; }

    [DataType(DataType.MultilineText), Required(ErrorMessage = "Tulis alasan keputusan Anda, 10 sampai 300 huruf."), StringLength(ChatMessage.LongestReason, MinimumLength = 10, ErrorMessage = "Tulis alasan keputusan Anda, 10 sampai 300 huruf.")]
    public string? Catatan { get; set; }
}
