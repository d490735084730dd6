using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Komeji.Application.Common;
using Komeji.Application.Sheets;
using Komeji.Application.Taxes.Desk;
using Komeji.Domain.Common;
using Komeji.Domain.Taxes;
using Komeji.Web.Areas.Operations.Orders;
using Komeji.Web.Setup;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Taxes;

/// <summary>What is owed to the State for each month, down to the order, and its way there in two hands.</summary>
[Area("Operations"), Authorize("Finance"), Route("/operator/pajak")]
public sealed class TaxesController : KomejiController
{
    static readonly string[] Heads =
    [
        "masa", "jenis", "nomor", "tanggal", "penyelenggara", "penjual", "npwp_nik_tersamar", "pembeli", "alamat_pembeli", "barang", "harga", "potongan", "dasar", "tarif", "pajak", "aturan",
    ];

    [HttpGet("")]
    public async Task<IActionResult> Index(int? tahun) => View("/Areas/Operations/Taxes/Index.cshtml", await Send(new ListTaxMonths(tahun)));

    [HttpGet("masa/{masa}")]
    public async Task<IActionResult> Show(string masa, int hal = 1) => View("/Areas/Operations/Taxes/Show.cshtml", await Send(new ShowTaxMonth(Month(masa), hal)));

    [HttpGet("masa/{masa}/csv"), Download]
    public async Task<IActionResult> Csv(string masa) => CsvFile.Of(
        $"pajak-{Month(masa).Word}.csv", Heads, (await Send(new ExportTaxMonth(Month(masa)))).Select(row => Cells(row).Select(cell => string.Create(CultureInfo.InvariantCulture, $"{cell}"))));

    [HttpGet("masa/{masa}/xlsx"), Download]
    public async Task<IActionResult> Xlsx(string masa)
    {
        var rows = new List<IReadOnlyList<object>>();
        await foreach (var row in await Send(new ExportTaxMonth(Month(masa))))
        {
            rows.Add(Cells(row));
        }

        return XlsxFile.Of($"pajak-{Month(masa).Word}.xlsx", new SheetPage(Month(masa).Word, Heads, rows));
    }

    [HttpPost("masa/{masa}/siapkan")]
    public Task<IActionResult> Prepare(string masa) =>
        Press(() => Send<Unit>(new PrepareRemittance(Month(masa))), "Setoran disiapkan. Minta petugas keuangan lain membayar dan mencatat NTPN-nya.", RedirectToAction(nameof(Show), new { masa }));

    [HttpPost("masa/{masa}/catat")]
    public Task<IActionResult> Confirm(string masa, NtpnForm form) => Step(masa, () => new ConfirmRemittance(Month(masa), form.Ntpn, form.Tanggal!.Value), "Setoran dicatat. Pajak masa ini sudah disetor.");

    [HttpPost("masa/{masa}/batalkan")]
    public Task<IActionResult> Drop(string masa, DecisionForm form) => Step(masa, () => new DropRemittance(Month(masa), form.Alasan), "Setoran dibatalkan. Pajaknya tetap terutang.");

    Task<IActionResult> Step(string masa, Func<ICommand> command, string done) => Attempt(
        async () =>
        {
            await Send<Unit>(command());
            Flash(done);
            return RedirectToAction(nameof(Show), new { masa });
        },
        () => Show(masa));

    static TaxMonth Month(string word) => TaxMonth.Find(word) ?? throw new NotFound();

    static IReadOnlyList<object> Cells(TaxReturnRow row) =>
    [
        row.Month,
        row.IsTakenBack ? "pembatalan" : "pemungutan",
        row.OrderNumber,
        row.PaidAt is { } at ? Wib.DayOf(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "",
        "Komeji",
        row.StoreName,
        row.SellerNumber,
        row.Buyer,
        row.BuyerAddress,
        row.Goods,
        row.Price.Amount,
        row.Discount.Amount,
        row.Base.Amount,
        row.Rate.ToString(),
        row.Tax.Amount,
        row.RuleId is { } rule ? rule.ToString(CultureInfo.InvariantCulture) : "",
    ];
}

public sealed class NtpnForm
{
    [Display(Name = "NTPN"), Required(ErrorMessage = "Tulis NTPN dari bukti penerimaan negara."), StringLength(40, MinimumLength = TaxRemittance.NtpnLength, ErrorMessage = "NTPN terdiri atas 16 huruf dan angka.")]
    public string Ntpn { get; set; } = "";

    [Display(Name = "Tanggal setor"), Required(ErrorMessage = "Pilih tanggal setornya.")]
    public DateOnly? Tanggal { get; set; }
}
