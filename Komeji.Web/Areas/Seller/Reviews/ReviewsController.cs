using Komeji.Application.Reviews;
using Komeji.Application.Reviews.Reports;
using Komeji.Domain.Common;
using Komeji.Domain.Reviews;
using Komeji.Domain.Stores;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Reviews;

/// <summary>What buyers say of the shop's goods, and the shop's replies.</summary>
[Area("Seller"), NeedsRight(ShopRights.Products), Route("/penjual/ulasan"), OwnerRule("pemilik toko")]
public sealed class ReviewsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery] ShopReviewsForm form) =>
        View("/Areas/Seller/Reviews/Reviews.cshtml", new ShopReviewsPage(await Send(new ListShopReviews(form.ToFilter(), form.Hal)), form));

    [HttpGet("ekspor"), Download]
    public async Task<IActionResult> Export([FromQuery] ShopReviewsForm form, [FromQuery] string? bentuk) =>
        TalkFile.Of(await Send(new ExportShopReviews(form.ToFilter())), "Ulasan", bentuk == "xlsx");

    [HttpPost("{id:guid}/balasan")]
    public Task<IActionResult> Reply(Guid id, AnswerForm form, [FromForm] ShopReviewsForm place) =>
        Attempt(() => Send(new ReplyToReview(new ReviewId(id), form.Jawaban ?? "")), "Balasan tampil di bawah ulasannya.", LocalRedirect(place.ToPlace().Address), () => Index(place));

    /// <summary>Against an officer who hid the reply.</summary>
    [HttpPost("{id:guid}/keberatan")]
    public Task<IActionResult> Appeal(Guid id, AppealAnswerForm form, [FromForm] ShopReviewsForm place) => Attempt(
        () => Send(new AppealAnswer(TextKind.ReviewAnswer, id, form.Keberatan ?? "")), "Keberatan diajukan. Petugas lain memeriksanya dan Anda diberi tahu.", LocalRedirect(place.ToPlace().Address), () => Index(place));
}
