using Komeji.Application.Ledger.Positions;
using Komeji.Domain.Common;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Ledger;

/// <summary>Single journals, and all of an order.</summary>
[Area("Operations"), Authorize("Journals")]
public sealed class JournalsController : KomejiController
{
    [HttpGet("/operator/jurnal/{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => View("/Areas/Operations/Ledger/Journal.cshtml", await Send(new ShowJournal(new JournalId(id))));

    [HttpGet("/operator/pesanan/{number}/jurnal")]
    public async Task<IActionResult> OfOrder(string number) => View("/Areas/Operations/Ledger/OrderJournals.cshtml", new OrderJournalsView(number, await Send(new ListOrderJournals(number))));
}

public sealed record OrderJournalsView(string Number, IReadOnlyList<JournalPage> Journals);
