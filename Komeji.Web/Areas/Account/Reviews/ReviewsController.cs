using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Reviews;
using Komeji.Application.Reviews.Reports;
using Komeji.Domain.Common;
using Komeji.Domain.Reviews;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Account.Reviews;

/// <summary>What the person may review, and what she has written.</summary>
[Area("Account"), Route("/akun/ulasan"), OwnerRule("pembeli pesanan")]
public sealed class ReviewsController : KomejiController
{
    /// <summary>All pictures of a review, and a little more, so that what is too large is told so by the use case.</summary>
    const int UploadLimit = ((Review.MostPictures * 10) + 3) * 1024 * 1024;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? tampil, int hal = 1) => View("/Areas/Account/Reviews/Index.cshtml", tampil == "ditulis"
        ? new MyReviewsPage(null, await Send(new ListMyReviews(hal)))
        : new MyReviewsPage(await Send(new ListReviewsToWrite(hal)), null));

    [HttpGet("{baris:guid}")]
    public async Task<IActionResult> Show(Guid baris) => Page(await Send(new ShowMyReview(new OrderLineId(baris))));

    [HttpPost("{baris:guid}"), RequestSizeLimit(UploadLimit)]
    public async Task<IActionResult> Write(Guid baris, ReviewForm form)
    {
        var before = await Send(new ShowMyReview(new OrderLineId(baris)));
        return await Attempt(
            () => Send(new WriteReview(before.Line, form.Bintang!.Value, form.Ulasan ?? "", [.. form.Foto.Where(f => f.Length > 0).Select(f => new PictureUpload(f.FileName, f.OpenReadStream()))])),
            before.Written is null ? "Terima kasih. Ulasan Anda tampil di halaman produk." : "Ulasan Anda diubah.",
            Redirect($"/akun/ulasan/{baris}"),
            () => Task.FromResult(Page(before)));
    }

    [HttpPost("{baris:guid}/foto/{foto:guid}/hapus")]
    public Task<IActionResult> RemovePicture(Guid baris, Guid foto) =>
        Press(() => Send(new RemoveReviewPicture(new OrderLineId(baris), new PictureId(foto))), "Foto dihapus.", Redirect($"/akun/ulasan/{baris}"));

    /// <summary>Against an officer who hid the review.</summary>
    [HttpPost("{baris:guid}/keberatan")]
    public async Task<IActionResult> Appeal(Guid baris, AppealForm form)
    {
        var mine = await Send(new ShowMyReview(new OrderLineId(baris)));
        var review = mine.Written ?? throw new NotFound();
        return await Attempt(
            () => Send(new AppealMyText(TextKind.Review, review.Id.Value, form.Keberatan ?? "")),
            "Keberatan diajukan. Petugas lain memeriksanya dan Anda diberi tahu.",
            Redirect($"/akun/ulasan/{baris}"),
            () => Task.FromResult(Page(mine)));
    }

    IActionResult Page(MyReview review) => View("/Areas/Account/Reviews/Show.cshtml", review);
}

/// <param name="ToWrite">Null on the page of those written.</param>
/// <param name="Written">Null on the page of those to write.</param>
public sealed record MyReviewsPage(PageOf<ReviewToWrite>? ToWrite, PageOf<MyReviewRow>? Written);
