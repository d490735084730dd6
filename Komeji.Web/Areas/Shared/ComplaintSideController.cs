using Komeji.Application.Common;
using Komeji.Application.Complaints;
using Komeji.Domain.Common;
using Komeji.Web.Setup;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shared;

/// <summary>What buyer and seller do on a complaint: the same, each under an address of their own.</summary>
/// <param name="home">Where the list is.</param>
/// <param name="views">The folder of its two pages.</param>
public abstract class ComplaintSideController(ComplaintOnlooker side, string home, string views) : KomejiController
{
    protected const int PhotosLimit = 60 * 1024 * 1024;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? lihat, string? q, int hal = 1)
    {
        var tab = Tab(lihat);
        return View($"{views}/Index.cshtml", new ComplaintListView(await Send(new ListComplaints(side, tab.Group, q, hal)), tab, q, home, Takes: side == ComplaintOnlooker.Seller)
        {
            Drafts = side == ComplaintOnlooker.Buyer ? await Send(new ListComplaintDrafts()) : [],
        });
    }

    [HttpGet("{number}")]
    public async Task<IActionResult> Show(string number) => View($"{views}/Show.cshtml", new ComplaintView(await Send(new ShowComplaint(number, side)), home, side));

    [HttpGet("{number}/foto/{foto:guid}")]
    public Task<IActionResult> Photo(string number, Guid foto) => this.ComplaintPhoto(Mediator, number, side, foto);

    [HttpPost("{number}/tawaran")]
    public Task<IActionResult> Propose(string number, OfferForm form) =>
        Step(number, new ProposeSolution(number, side, form.Terms(), form.Alasan), $"Tawaran terkirim. {(side == ComplaintOnlooker.Buyer ? "Penjual" : "Pembeli")} sudah diberi tahu; batas waktunya menjawab ada di bawah.");

    /// <summary>What is typed into an offer and not sent yet.</summary>
    [HttpPost("{number}/draf")]
    public Task<IActionResult> Keep(string number) =>
        Press(() => Send(new KeepComplaintScrap(number, side, ComplaintScraps.Write(Request.Form))), "Draf tawaran disimpan. Belum terkirim.", LocalRedirect($"{home}/{number}"));

    [HttpPost("{number}/terima")]
    public Task<IActionResult> Accept(string number, [FromForm] int tawaran) =>
        Press(() => Send(new AcceptSolution(number, side, tawaran)), "Solusi disepakati. Langkah berikutnya tertulis di bawah.", LocalRedirect($"{home}/{number}"));

    [HttpPost("{number}/bantuan")]
    public Task<IActionResult> AskForHelp(string number, ComplaintReasonForm form) =>
        Step(number, new AskForHelp(number, side, form.Alasan), "Petugas Komeji akan memutuskan. Anda mendapat kabar.");

    [HttpPost("{number}/pesan")]
    public Task<IActionResult> Post(string number, ComplaintPostForm form) => Step(number, new PostToComplaint(number, side, form.Pesan), "Pesan terkirim.");

    [HttpPost("{number}/foto"), RequestSizeLimit(PhotosLimit)]
    public Task<IActionResult> AddPhotos(string number, List<IFormFile> foto) =>
        Press(() => Send(new AddComplaintPictures(number, side, Streams(foto))), "Foto ditambahkan sebagai bukti.", LocalRedirect($"{home}/{number}"));

    [HttpPost("{number}/banding")]
    public Task<IActionResult> Appeal(string number, ComplaintReasonForm form) =>
        Step(number, new AppealDecision(number, side, form.Alasan), "Banding diterima. Petugas lain memutuskan sekali lagi.");

    protected ComplaintTab Tab(string? key) =>
        ComplaintTab.OfSides.FirstOrDefault(t => t.Key == key) ?? (side == ComplaintOnlooker.Seller ? ComplaintTab.OfSides[0] : ComplaintTab.OfSides[^1]);

    protected Task<IActionResult> Step(string number, ICommand command, string done) => Attempt(
        async () =>
        {
            await Send<Unit>(command);
            Flash(done);
            return LocalRedirect($"{home}/{number}");
        },
        () => Show(number));

    protected static IReadOnlyList<Stream> Streams(IEnumerable<IFormFile> photos) => [.. photos.Where(f => f.Length > 0).Select(f => f.OpenReadStream())];
}

/// <summary>A picture of the evidence, asked for under the complaint's own address by each side.</summary>
public static class ComplaintPhotos
{
    public static async Task<IActionResult> ComplaintPhoto(this ControllerBase page, IMediator mediator, string number, ComplaintOnlooker onlooker, Guid picture)
    {
        var photo = await mediator.Send(new OpenComplaintPicture(number, onlooker, new ComplaintPictureId(picture)), page.HttpContext.RequestAborted);
        return PictureFile.Of(page.Response, photo.Key, photo.Photo, "private, no-store");
    }
}
