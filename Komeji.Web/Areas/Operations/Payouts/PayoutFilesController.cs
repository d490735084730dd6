using System.Globalization;
using Komeji.Application.Payouts.Desk;
using Komeji.Domain.Common;
using Komeji.Domain.Payouts;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Payouts;

/// <summary>Files of transfers for the bank, and batches the provider sends. Making one sends its payouts on their way; it can be fetched again, and each time is written down.</summary>
[Area("Operations"), Authorize("Finance"), Route("/operator/pencairan/berkas")]
public sealed class PayoutFilesController : KomejiController
{
    [HttpPost("")]
    public async Task<IActionResult> Make(PayoutFileForm form)
    {
        var id = await Send(new MakePayoutFile(form.Saluran ?? PayoutChannel.BiFast, form.Hanya is { } only ? new PayoutId(only) : null, form.LewatPenyedia, form.MutasiDibaca));
        Flash(form.LewatPenyedia ? "Pencairan diserahkan kepada penyedia dan berstatus Diproses. Jawabannya masuk sendiri." : "Berkas dibuat dan pencairannya berstatus Diproses. Unduh, lalu unggah sekali ke bank.");
        return Redirect($"/operator/pencairan/berkas/{id.Value}");
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, int hal = 1) => View("/Areas/Operations/Payouts/File.cshtml", await Send(new ShowPayoutFile(new PayoutFileId(id), hal)));

    [HttpPost("{id:guid}/unduh")]
    public async Task<IActionResult> Fetch(Guid id)
    {
        var file = await Send(new FetchPayoutFile(new PayoutFileId(id)));
        Response.Headers.CacheControl = "no-store";
        return CsvFile.Of($"{file.Number}.csv",
        [
            ["nomor", "saluran", "kode_bank", "bank", "rekening", "nama", "jumlah", "berita"],
            .. file.Lines.Select(l => new[]
            {
                l.Number, PayoutWords.Of(file.Channel), l.BankCode, l.Bank, l.Account, l.Holder, l.Amount.Amount.ToString(CultureInfo.InvariantCulture), $"Komeji {l.Number}",
            }),
        ]);
    }
}
