using Komeji.Application.Common;
using Komeji.Application.Complaints;
using Komeji.Application.Complaints.Desk;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Complaints;

/// <summary>Pusat Resolusi: the officers' queue, and one complaint with what they may do to it.</summary>
[Area("Operations"), Authorize("Orders"), Route("/operator/komplain")]
public sealed class ComplaintsController : KomejiController
{
    const int PhotosLimit = 60 * 1024 * 1024;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? lihat, string? q, int hal = 1)
    {
        var tab = Tab(lihat);
        return View("/Areas/Operations/Complaints/Index.cshtml", new ComplaintListView(await Send(new ListComplaints(ComplaintOnlooker.Staff, tab.Group, q, hal)), tab, q, "/operator/komplain", Takes: true));
    }

    [HttpGet("ekspor"), Download]
    public async Task<IActionResult> Export(string? lihat, string? q, string? bentuk) =>
        ComplaintFile.Of(await Send(new ExportComplaints(ComplaintOnlooker.Staff, Tab(lihat).Group, q)), bentuk == "xlsx");

    [HttpGet("{number}")]
    public async Task<IActionResult> Show(string number) =>
        View("/Areas/Operations/Complaints/Show.cshtml", new ComplaintView(await Send(new ShowComplaint(number, ComplaintOnlooker.Staff)), "/operator/komplain", ComplaintOnlooker.Staff));

    [HttpGet("{number}/foto/{foto:guid}")]
    public Task<IActionResult> Photo(string number, Guid foto) => this.ComplaintPhoto(Mediator, number, ComplaintOnlooker.Staff, foto);

    [HttpPost("{number}/pesan")]
    public Task<IActionResult> Post(string number, ComplaintPostForm form) => Step(number, new PostToComplaint(number, ComplaintOnlooker.Staff, form.Pesan), "Pesan terkirim kepada kedua pihak.");

    [HttpPost("{number}/foto"), RequestSizeLimit(PhotosLimit)]
    public Task<IActionResult> AddPhotos(string number, List<IFormFile> foto) =>
        Press(() => Send(new AddComplaintPictures(number, ComplaintOnlooker.Staff, [.. foto.Where(f => f.Length > 0).Select(f => f.OpenReadStream())])), "Foto ditambahkan sebagai bukti.", LocalRedirect($"/operator/komplain/{number}"));

    [HttpPost("{number}/mediasi")]
    public Task<IActionResult> Mediate(string number, ComplaintReasonForm form) => Step(number, new AskForHelp(number, ComplaintOnlooker.Staff, form.Alasan), "Komplain masuk antrean petugas.");

    [HttpPost("{number}/ambil"), Authorize("Complaints")]
    public Task<IActionResult> Claim(string number) => Press(() => Send(new ClaimComplaint(number, true)), "Komplain ini Anda pegang.", LocalRedirect($"/operator/komplain/{number}"));

    [HttpPost("{number}/lepas"), Authorize("Complaints")]
    public Task<IActionResult> Unclaim(string number) => Press(() => Send(new ClaimComplaint(number, false)), "Komplain kembali ke antrean.", LocalRedirect($"/operator/komplain/{number}"));

    /// <summary>What is typed into the decision beside it is kept until the evidence is there.</summary>
    [HttpPost("{number}/bukti"), Authorize("Complaints")]
    public Task<IActionResult> AskForEvidence(string number, EvidenceForm form) => Attempt(
        async () =>
        {
            await Send(new KeepComplaintScrap(number, ComplaintOnlooker.Staff, ComplaintScraps.Write(Request.Form)));
            await Send(new AskForEvidence(number, form.Bukti));
            Flash("Kedua pihak diminta membawa bukti. Yang sudah diketik pada keputusan tersimpan.");
            return LocalRedirect($"/operator/komplain/{number}");
        },
        () => Show(number));

    [HttpPost("{number}/lanjut"), Authorize("Complaints")]
    public Task<IActionResult> GoOn(string number) => Press(() => Send(new CloseEvidence(number)), "Pengumpulan bukti ditutup. Silakan putuskan.", LocalRedirect($"/operator/komplain/{number}"));

    /// <summary>What is typed into a decision and not made yet.</summary>
    [HttpPost("{number}/draf"), Authorize("Complaints")]
    public Task<IActionResult> Keep(string number) =>
        Press(() => Send(new KeepComplaintScrap(number, ComplaintOnlooker.Staff, ComplaintScraps.Write(Request.Form))), "Draf keputusan disimpan. Belum diputuskan.", LocalRedirect($"/operator/komplain/{number}"));

    /// <summary>What a decision would bring; or, from there, the form again as it was filled in.</summary>
    [HttpPost("{number}/putusan/pratinjau"), Authorize("Complaints")]
    public Task<IActionResult> Preview(string number, VerdictForm form) => form.Ubah ? Show(number) : Attempt(
        async () => View("/Areas/Operations/Complaints/VerdictPreview.cshtml", new VerdictView(await Send(new PreviewVerdict(number, form.Terms(), form.Bearers(), form.Alasan, form.Rujuk)), form)),
        () => Show(number));

    [HttpPost("{number}/putusan"), Authorize("Complaints")]
    public Task<IActionResult> Decide(string number, VerdictForm form) =>
        Step(number, new DecideComplaint(number, form.Terms(), form.Bearers(), form.Alasan, form.Rujuk), "Keputusan dicatat. Kedua pihak diberi tahu.");

    [HttpPost("{number}/buka-lagi"), Authorize("Complaints")]
    public Task<IActionResult> Reopen(string number, ComplaintReasonForm form) => Step(number, new ReopenComplaint(number, form.Alasan), "Komplain dibuka lagi untuk diputuskan.");

    static ComplaintTab Tab(string? key) => ComplaintTab.OfOfficers.FirstOrDefault(t => t.Key == key) ?? ComplaintTab.OfOfficers[0];

    Task<IActionResult> Step(string number, ICommand command, string done) => Attempt(
        async () =>
        {
            await Send<Unit>(command);
            Flash(done);
            return LocalRedirect($"/operator/komplain/{number}");
        },
        () => Show(number));
}

public sealed record VerdictView(VerdictPreview Preview, VerdictForm Form);
