using Komeji.Application.CallCentre;
using Komeji.Domain.CallCentre;
using Komeji.Domain.Common;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.CallCentre;

/// <summary>Tickets: listed, taken away in a file, opened.</summary>
[Area("Operations"), Authorize("CallCentre"), Route("/operator/pusat-layanan/tiket"), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class TicketsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(TicketGroup status, TicketChannel? saluran, TicketUrgency? jenis, string? q, int hal = 1) =>
        View("/Areas/Operations/CallCentre/Tickets.cshtml", await Send(new ListTickets(Filter(status, saluran, jenis, q), hal)));

    [HttpGet("csv"), Download]
    public async Task<IActionResult> Csv(TicketGroup status, TicketChannel? saluran, TicketUrgency? jenis, string? q) =>
        CsvFile.Of("tiket.csv", TicketTable.Heads, (await Send(new ExportTickets(Filter(status, saluran, jenis, q)))).Select(TicketTable.Cells));

    [HttpGet("xlsx"), Download]
    public async Task<IActionResult> Xlsx(TicketGroup status, TicketChannel? saluran, TicketUrgency? jenis, string? q) =>
        XlsxFile.Of("tiket.xlsx", "Tiket", TicketTable.Heads, (await Send(new ExportTickets(Filter(status, saluran, jenis, q)))).Select(TicketTable.Objects));

    [HttpGet("buka")]
    public Task<IActionResult> New(Guid? orang, string? pesanan) => Form(new TicketForm { Orang = orang, Pesanan = pesanan, Ambil = true });

    [HttpPost("buka")]
    public Task<IActionResult> Create(TicketForm form) => Attempt(
        async () =>
        {
            var number = await Send(form.ToRequest());
            Flash($"Tiket {number} dibuka. Sebutkan nomornya kepada pelapor.");
            return Redirect($"/operator/pusat-layanan/tiket/{number}");
        },
        () => Form(form));

    async Task<IActionResult> Form(TicketForm form) =>
        View("/Areas/Operations/CallCentre/Open.cshtml", new TicketFormView(
            form, form.Orang is { } person ? await Send(new NameCasePerson(person)) : null, (await Send(new ShowServicePromise())).Terms));

    /// <summary>A word that names no group is the open ones.</summary>
    TicketFilter Filter(TicketGroup status, TicketChannel? channel, TicketUrgency? urgency, string? words) => ModelState.IsValid
        ? new TicketFilter(status, channel, urgency, PlainText.Cut(words ?? "", 100))
        : new TicketFilter(TicketGroup.Open, null, null, "");
}
