using Komeji.Application.CallCentre;
using Komeji.Application.Common;
using Komeji.Domain.CallCentre;
using Komeji.Domain.Common;
using Komeji.Web.Setup;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.CallCentre;

/// <summary>One ticket: what was said, and what is done next.</summary>
[Area("Operations"), Authorize("CallCentre"), Route("/operator/pusat-layanan/tiket/{number}"), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class TicketStepsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string number, int hal = 1) => Page(await Send(new ShowTicket(number, hal)), []);

    [HttpPost("ambil")]
    public Task<IActionResult> Take(string number) => Press(() => Send(new AssignTicket(number, null, "")), "Tiket Anda pegang.", One(number));

    [HttpPost("alihkan")]
    public Task<IActionResult> Assign(string number, AssignForm form) => Step(number, () => new AssignTicket(number, form.Petugas, form.Pesan ?? ""), "Tiket dialihkan dan petugasnya diberi tahu.");

    [HttpPost("tanya")]
    public Task<IActionResult> Ask(string number, WordForm form) => Step(number, () => new AskTicketCustomer(number, form.Kata), "Tiket menunggu pelanggan; batas penyelesaian berhenti sementara.");

    [HttpPost("tunggu")]
    public Task<IActionResult> Await(string number, WordForm form) => Step(number, () => new AwaitOthersOnTicket(number, form.Kata), "Tiket menunggu pihak lain.");

    [HttpPost("lanjut")]
    public Task<IActionResult> Resume(string number, WordForm form) => Step(number, () => new ResumeTicket(number, form.Kata), "Tiket ditangani lagi.");

    [HttpPost("jawab")]
    public Task<IActionResult> Answer(string number, WordForm form) => Step(number, () => new AnswerTicket(number, form.Kata), "Jawaban dicatat.");

    [HttpPost("tutup")]
    public Task<IActionResult> Close(string number, WordForm form) => Step(number, () => new CloseTicket(number, form.Kata), "Tiket selesai.");

    [HttpPost("buka-lagi")]
    public Task<IActionResult> Reopen(string number, WordForm form) => Step(number, () => new ReopenTicket(number, form.Kata), "Tiket dibuka lagi.");

    [HttpPost("lihat")]
    public Task<IActionResult> Reveal(string number, RevealForm form) => Attempt(
        async () =>
        {
            var seen = await Send(new RevealData(CaseSubject.Ticket, number, form.Apa!.Value, form.Alasan));
            return Page(await Send(new ShowTicket(number)), seen);
        },
        () => Show(number));

    [HttpPost("catatan")]
    public Task<IActionResult> Write(string number, NoteForm form) => Step(number, () => new WriteCaseNote(CaseSubject.Ticket, number, form.Catatan), "Catatan disimpan.");

    [HttpPost("catatan/{catatan:guid}")]
    public Task<IActionResult> Correct(string number, Guid catatan, NoteForm form) =>
        Step(number, () => new CorrectCaseNote(CaseSubject.Ticket, number, new CaseNoteId(catatan), form.Catatan), "Catatan diperbaiki. Yang lama tetap terbaca.");

    /// <param name="command">Made once the form is known to be filled in.</param>
    Task<IActionResult> Step(string number, Func<ICommand> command, string done) => Attempt(() => Send<Unit>(command()), done, One(number), () => Show(number));

    LocalRedirectResult One(string number) => LocalRedirect($"/operator/pusat-layanan/tiket/{Uri.EscapeDataString(number)}");

    ViewResult Page(TicketPage ticket, IReadOnlyList<RevealedLine> revealed) => View("/Areas/Operations/CallCentre/Ticket.cshtml", new TicketView(ticket, revealed));
}
