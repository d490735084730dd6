using Komeji.Application.CallCentre;
using Komeji.Domain.CallCentre;
using Komeji.Domain.Common;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.CallCentre;

/// <summary>Everything about one order, masked; what moves it is on the orders' own page.</summary>
[Area("Operations"), Authorize("CallCentre"), Route("/operator/pusat-layanan/pesanan/{number}"), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CaseOrdersController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string number, int hal = 1) => Page(await Send(new ShowCaseOrder(number, hal)), []);

    [HttpPost("lihat")]
    public Task<IActionResult> Reveal(string number, RevealForm form) => Attempt(
        async () =>
        {
            var seen = await Send(new RevealData(CaseSubject.Order, number, form.Apa!.Value, form.Alasan));
            return Page(await Send(new ShowCaseOrder(number)), seen);
        },
        () => Show(number));

    [HttpPost("catatan")]
    public Task<IActionResult> Write(string number, NoteForm form) =>
        Attempt(() => Send(new WriteCaseNote(CaseSubject.Order, number, form.Catatan)), "Catatan disimpan.", One(number), () => Show(number));

    [HttpPost("catatan/{catatan:guid}")]
    public Task<IActionResult> Correct(string number, Guid catatan, NoteForm form) =>
        Attempt(() => Send(new CorrectCaseNote(CaseSubject.Order, number, new CaseNoteId(catatan), form.Catatan)), "Catatan diperbaiki. Yang lama tetap terbaca.", One(number), () => Show(number));

    LocalRedirectResult One(string number) => LocalRedirect($"/operator/pusat-layanan/pesanan/{Uri.EscapeDataString(number)}");

    ViewResult Page(CaseOrder order, IReadOnlyList<RevealedLine> revealed) => View("/Areas/Operations/CallCentre/Order.cshtml", new CaseOrderView(order, revealed));
}
