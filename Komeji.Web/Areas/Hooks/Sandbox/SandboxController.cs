using Komeji.Domain.Common;
using Komeji.Integrations.Payments.Sandbox;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Hooks.Sandbox;

/// <summary>
/// The sandbox provider's hosted pay page. It stands for another company's site: it knows no visitor of ours, sets no cookie, and
/// whoever holds the unguessable address may pay. A post sent by another site is refused.
/// </summary>
[Area("Hooks"), IgnoreAntiforgeryToken, Route("/sandbox/bayar/{id:maxlength(60)}")]
public sealed class SandboxController(SandboxBooks books, SandboxClockwork clockwork) : KomejiController
{
    [HttpGet]
    public IActionResult Show(string id) => PageOf(id) is { } page ? View(page) : NotFound();

    [HttpPost("bayar")]
    public IActionResult Pay(string id) => Act(id, () => books.Pay(id));

    [HttpPost("tolak")]
    public IActionResult Decline(string id) => Act(id, () => books.Decline(id, "Ditolak bank atau dompet Anda"));

    [HttpPost("terlambat")]
    public IActionResult PayLate(string id) => Act(id, () => books.PayLate(id));

    [HttpPost("dua-kali")]
    public IActionResult PayTwice(string id) => Act(id, () =>
    {
        books.Pay(id);
        books.Pay(id);
    });

    IActionResult Act(string id, Action act)
    {
        if (PageOf(id) is not { } page)
        {
            return NotFound();
        }

        if (Request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none"))
        {
            return BadRequest();
        }

        if (page.IsOpen)
        {
            act();
            clockwork.Wake();
        }

        return Redirect(page.ReturnPath);
    }

    SandboxPage? PageOf(string id) => books.Find(id) is { } charge ? new SandboxPage(charge, books.CapturesOf(id)) : null;
}

public sealed record SandboxPage(SandboxCharge Charge, IReadOnlyList<SandboxCapture> Captures)
{
    public bool IsPaid => Captures.Count > 0;

    public bool IsOpen => !IsPaid && Charge.Declined is null;

    public Rupiah Amount => new(Charge.Amount);

    /// <summary>Back to the shop under the name the visitor came by.</summary>
    public string ReturnPath => new Uri(Charge.ReturnAddress).PathAndQuery;
}
