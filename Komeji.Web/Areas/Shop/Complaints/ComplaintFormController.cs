using Komeji.Application.Complaints;
using Komeji.Domain.Common;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shop.Complaints;

/// <summary>The buyer writes a complaint of an order. What is typed is kept as a draft before anything else is asked of it.</summary>
[Area("Shop"), Authorize, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None), OwnerRule("pembeli pesanan"), Route("/pesanan/{number}/komplain")]
public sealed class ComplaintFormController : KomejiController
{
    const int UploadLimit = 60 * 1024 * 1024;

    [HttpGet("")]
    public async Task<IActionResult> Show(string number) => View("/Areas/Shop/Complaints/Form.cshtml", await Send(new ShowComplaintDraft(number)));

    [HttpPost(""), RequestSizeLimit(UploadLimit)]
    public Task<IActionResult> Write(string number, ComplaintDraftForm form) => Attempt(
        async () =>
        {
            await Send(new WriteComplaint(number, form.Facts()));
            if (form.Foto.Any(f => f.Length > 0))
            {
                await Send(new AddComplaintPictures(number, null, [.. form.Foto.Where(f => f.Length > 0).Select(f => f.OpenReadStream())]));
            }

            if (!form.Kirim)
            {
                Flash("Draf disimpan. Anda dapat melanjutkannya kapan saja sebelum batas waktu pesanan.");
                return Redirect($"/pesanan/{number}/komplain");
            }

            var filed = await Send(new SubmitComplaint(number));
            Flash("Komplain terkirim. Dana pesanan ini ditahan sampai selesai.");
            return Redirect($"/komplain/{filed}");
        },
        () => Show(number));

    [HttpPost("buang")]
    public Task<IActionResult> Discard(string number) => Press(() => Send(new DiscardComplaint(number)), "Draf dibuang.", Redirect($"/pesanan/{number}"));

    [HttpPost("foto/{foto:guid}/hapus")]
    public Task<IActionResult> RemovePhoto(string number, Guid foto) =>
        Press(() => Send(new RemoveComplaintPicture(number, new ComplaintPictureId(foto))), "Foto dihapus.", Redirect($"/pesanan/{number}/komplain"));
}
