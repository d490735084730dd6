using System.ComponentModel.DataAnnotations;
using Komeji.Application.Catalog;
using Komeji.Application.Messages;
using Komeji.Domain.Common;
using Komeji.Domain.Messages;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shared;

/// <summary>A message as it is typed, on either side.</summary>
public sealed class ChatForm
{
    /// <summary>Five photos of the largest size and what a form adds to them.</summary>
    public const int Limit = 56 * 1024 * 1024;

    [DataType(DataType.MultilineText), StringLength(ChatDraft.Longest, ErrorMessage = "Satu pesan paling panjang 2.000 huruf. Kirim sisanya dalam pesan berikutnya.")]
    public string? Pesan { get; set; }

    public List<IFormFile> Foto { get; set; } = [];

    public PostChat From(ChatSide side, ChatTo to) =>
        new(side, to, Pesan ?? "", [.. Foto.Where(f => f.Length > 0).Select(f => new PictureUpload(f.FileName, f.OpenReadStream()))]);
}

public sealed class ChatReportForm
{
    [Required(ErrorMessage = "Pilih apa yang salah dengan pesan ini.")]
    public ChatReportKind? Jenis { get; set; }

    [DataType(DataType.MultilineText), StringLength(ChatReport.LongestWords, ErrorMessage = "Cerita Anda paling panjang 500 huruf.")]
    public string? Cerita { get; set; }
}

/// <summary>A list of conversations on either side's pages.</summary>
/// <param name="Address">Of the list; one conversation's is below it.</param>
public sealed record ChatListView(ChatSide Side, string Address, ChatFilter Filter, string? Words, ConversationList List);

/// <param name="Replies">Texts the shop often answers with; none for a buyer.</param>
/// <param name="Chosen">One of them, to begin with.</param>
public sealed record ChatPage(ChatSide Side, string Address, ConversationPage Conversation, IReadOnlyList<QuickReplyRow> Replies, string Chosen);

/// <summary>A first message, before there is a conversation.</summary>
/// <param name="Post">Where it is sent to.</param>
public sealed record ChatStartView(ChatSide Side, string Address, string Post, ChatSubject Subject);

/// <summary>The form itself, with or without a conversation.</summary>
/// <param name="Post">Where it is sent to.</param>
/// <param name="Begin">What it holds before anything is typed.</param>
public sealed record ChatFormView(string Post, string Label, string Begin);

public sealed record ChatReportView(ChatSide Side, string Address, ChatToReport Message);

/// <summary>A message's picture as an answer.</summary>
public static class ChatPictures
{
    public static IActionResult Of(ControllerBase page, ChatPhoto photo) => PictureFile.Of(page.Response, photo.Key, photo.Content, "private, no-store");

    public static bool IsSmall(string? u) => u == "kecil";

    public static ChatTo Thread(Guid id) => new ChatTo.Thread(new ConversationId(id));
}
