using Komeji.Application.Legal;
using Komeji.Application.Legal.PreChecks;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Stores;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Legality;

/// <summary>The papers of the seller's shop.</summary>
[Area("Seller"), NeedsRight(ShopRights.Papers), Route("/penjual/legalitas"), OwnerRule("pemilik toko")]
public sealed class LegalityController : KomejiController
{
    /// <summary>A little more than all scans of a paper may have, so that what is too large is told so by the use case.</summary>
    const int UploadLimit = (LegalVerification.MostScans * ScanRoom.MostBytes) + (3 * 1024 * 1024);

    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await Send(new ShowLegality()));

    [HttpGet("{jenis}")]
    public async Task<IActionResult> Show(string jenis, bool ganti = false)
    {
        var form = DocumentForm.Of(await Send(new ShowMyDocument(Kind(jenis))));
        form.Ganti = ganti;
        return View("Show", form);
    }

    [HttpPost("{jenis}"), RequestSizeLimit(UploadLimit)]
    public async Task<IActionResult> Save(string jenis, DocumentForm form)
    {
        var kind = Kind(jenis);
        return await Attempt(
            async () =>
            {
                await Send(new SaveDocument(kind, form.Nomor, form.Penerbit ?? "", form.Terbit, form.Sampai));
                foreach (var file in form.Berkas.Where(f => f.Length > 0))
                {
                    await Send(new AddScan(kind, file.OpenReadStream()));
                }

                return await Sent(kind, form);
            },
            async () =>
            {
                form.Document = await Send(new ShowMyDocument(kind));
                form.Ganti = true;
                return View("Show", form);
            });
    }

    /// <summary>Not waiting for the community any longer.</summary>
    [HttpPost("{jenis}/langsung"), NeedsRight(ShopRights.Own)]
    public Task<IActionResult> SendOn(string jenis) =>
        Press(() => Send(new SkipPreCheck(Kind(jenis))), "Diteruskan ke dinas. Dinas menjawab paling lama lima hari kerja.", One(Kind(jenis)));

    [HttpPost("{jenis}/keberatan"), NeedsRight(ShopRights.Own)]
    public Task<IActionResult> Appeal(string jenis, [FromForm] string? alasan) =>
        Attempt(
            async () =>
            {
                await Send(new AppealDocument(Kind(jenis), alasan ?? ""));
                Flash("Keberatan diajukan. Petugas lain memeriksanya.");
                return One(Kind(jenis));
            },
            () => Show(jenis));

    [HttpGet("berkas/{berkas:guid}"), NeedsRight(ShopRights.Own)]
    public async Task<IActionResult> Scan(Guid berkas) => this.Scan(await Send(new OpenMyScan(new ScanId(berkas))));

    [HttpPost("berkas/{berkas:guid}/hapus")]
    public async Task<IActionResult> Remove(Guid berkas)
    {
        var kind = await Send(new RemoveScan(new ScanId(berkas)));
        Flash("Berkas dihapus.");
        return Redirect($"/penjual/legalitas/{kind}");
    }

    async Task<IActionResult> Sent(DocumentKind kind, DocumentForm form)
    {
        if (form.Ajukan)
        {
            await Send(new SubmitDocument(kind));
        }
        else if (form.PraPeriksa)
        {
            await Send(new AskPreCheck(kind));
        }

        Flash(form switch
        {
            { Ajukan: true } when HelpingClaims.Read(User) is not null => "Dokumen siap. Penjual memeriksa lalu mengajukannya sendiri, di sesinya sendiri.",
            { Ajukan: true } => "Dokumen diajukan. Dinas menjawab paling lama lima hari kerja.",
            { PraPeriksa: true } => "Komunitas diminta melihatnya dahulu. Bila tidak dijawab, dokumen diteruskan ke dinas.",
            _ => "Draf disimpan.",
        });
        return One(kind);
    }

    static DocumentKind Kind(string word) => DocumentKinds.Find(word) ?? throw new Komeji.Application.Common.NotFound();

    RedirectResult One(DocumentKind kind) => Redirect($"/penjual/legalitas/{kind.Word()}");
}
