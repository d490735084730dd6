using System.ComponentModel.DataAnnotations;
using Komeji.Application.Messages;
using Komeji.Domain.Common;
using Komeji.Domain.Messages;
using Komeji.Domain.Stores;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Messages;

/// <summary>Texts the shop often answers with.</summary>
[Area("Seller"), NeedsRight(ShopRights.Orders), Route("/penjual/pesan/balasan-cepat"), OwnerRule("toko balasan cepat")]
public sealed class QuickRepliesController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View("/Areas/Seller/Messages/QuickReplies.cshtml", await Send(new ListQuickReplies()));

    [HttpPost("")]
    public Task<IActionResult> Make(QuickReplyForm form) => Attempt(() => Send(new SaveQuickReply(null, form.Judul!, form.Isi!)), "Balasan cepat disimpan.", Redirect("/penjual/pesan/balasan-cepat"), Index);

    [HttpPost("{id:guid}")]
    public Task<IActionResult> Change(Guid id, QuickReplyForm form) =>
        Attempt(() => Send(new SaveQuickReply(new QuickReplyId(id), form.Judul ?? "", form.Isi ?? "")), "Balasan cepat diubah.", Redirect("/penjual/pesan/balasan-cepat"), () => Again(id));

    [HttpPost("{id:guid}/hapus")]
    public Task<IActionResult> Remove(Guid id) => Press(() => Send(new RemoveQuickReply(new QuickReplyId(id))), "Balasan cepat dihapus.", Redirect("/penjual/pesan/balasan-cepat"));

    /// <summary>What was typed stays with the reply it was typed for.</summary>
    async Task<IActionResult> Again(Guid id)
    {
        ViewData["Changing"] = new QuickReplyId(id);
        var replies = await Send(new ListQuickReplies());
        return replies.Any(r => r.Id.Value == id) ? View("/Areas/Seller/Messages/QuickReplies.cshtml", replies) : NotFound();
    }
}

public sealed class QuickReplyForm
{
    [Required(ErrorMessage = "Isi judul balasan."), StringLength(QuickReply.LongestTitle, MinimumLength = 2, ErrorMessage = "Judul balasan 2 sampai 40 huruf.")]
    public string? Judul { get; set; }

    [DataType(DataType.MultilineText), Required(ErrorMessage = "Isi teks balasan."), StringLength(QuickReply.LongestText, ErrorMessage = "Isi balasan paling panjang 1.000 huruf.")]
    public string? Isi { get; set; }
}
