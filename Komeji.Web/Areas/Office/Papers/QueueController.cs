using Komeji.Application.Legal.Office;
using Komeji.Domain.Legal;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Office.Papers;

/// <summary>What waits for the office in the officer's territory.</summary>
[Area("Office"), Route("/dinas/antrean"), Authorize("Verify")]
public sealed class QueueController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(QueueForm form)
    {
        var asked = ModelState.IsValid ? form : new QueueForm();
        var page = await Send(asked.ToQuery());
        return asked.TakesAway ? PaperTables.Of(page).File(asked.Berkas) : View("/Areas/Office/Papers/Index.cshtml", new QueueView(page, asked));
    }
}

public sealed class QueueForm : TakenAway
{
    static readonly Dictionary<string, QueuePart> Parts = new() { ["menunggu"] = QueuePart.Waiting, ["saya"] = QueuePart.Mine, ["petugas-lain"] = QueuePart.Others, ["menunggu-penjual"] = QueuePart.WithSeller, ["diputuskan"] = QueuePart.Decided };

    public string? Lihat { get; set; }

    /// <summary>Word of a kind of paper.</summary>
    public string? Jenis { get; set; }

    /// <summary>Code of a regency.</summary>
    public string? Wilayah { get; set; }

    /// <summary><c>terlambat</c>.</summary>
    public string? Umur { get; set; }

    public string? Q { get; set; }

    public QueuePart Part => Parts.GetValueOrDefault(Lihat ?? "", QueuePart.Waiting);

    public ListQueue ToQuery() => new(Part, DocumentKinds.Find(Jenis ?? ""), Wilayah is { Length: <= 13 } ? Wilayah : null, Umur == "terlambat", Q is { Length: <= 100 } ? Q : null, FirstPage, Size(ListQueue.PageSize));
}

public sealed record QueueView(QueuePage Page, QueueForm Form);
