using Komeji.Application.CallCentre;
using Komeji.Domain.CallCentre;
using Komeji.Domain.Common;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.CallCentre;

/// <summary>Everything about one person, masked; what is needed of it is seen with a reason.</summary>
[Area("Operations"), Authorize("CallCentre"), Route("/operator/pusat-layanan/orang/{id:guid}"), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CasePeopleController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, int hal = 1) => Page(await Send(new ShowCasePerson(id, hal)), []);

    [HttpGet("daftar")]
    public async Task<IActionResult> Part(Guid id, string? jenis, int hal = 1) =>
        View("/Areas/Operations/CallCentre/Part.cshtml", await Send(new ListCasePart(id, CaseWords.Find(jenis), hal)));

    [HttpPost("lihat")]
    public Task<IActionResult> Reveal(Guid id, RevealForm form) => Attempt(
        async () =>
        {
            var seen = await Send(new RevealData(CaseSubject.Person, id.ToString(), form.Apa!.Value, form.Alasan));
            return Page(await Send(new ShowCasePerson(id)), seen);
        },
        () => Show(id));

    [HttpPost("catatan")]
    public Task<IActionResult> Write(Guid id, NoteForm form) =>
        Attempt(() => Send(new WriteCaseNote(CaseSubject.Person, id.ToString(), form.Catatan)), "Catatan disimpan.", One(id), () => Show(id));

    [HttpPost("catatan/{catatan:guid}")]
    public Task<IActionResult> Correct(Guid id, Guid catatan, NoteForm form) =>
        Attempt(() => Send(new CorrectCaseNote(CaseSubject.Person, id.ToString(), new CaseNoteId(catatan), form.Catatan)), "Catatan diperbaiki. Yang lama tetap terbaca.", One(id), () => Show(id));

    RedirectResult One(Guid id) => Redirect($"/operator/pusat-layanan/orang/{id}");

    ViewResult Page(CasePerson person, IReadOnlyList<RevealedLine> revealed) => View("/Areas/Operations/CallCentre/Person.cshtml", new CasePersonView(person, revealed));
}
