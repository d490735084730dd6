using System.Globalization;
using Komeji.Application.Taxes.Shops;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Taxes;

/// <summary>What the shop paid and what was withheld from it, and the owner's statement of the tax year.</summary>
[Area("Seller"), NeedsRight(ShopRights.Money), Route("/penjual/pajak")]
public sealed class TaxesController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int? tahun) => View("/Areas/Seller/Taxes/Index.cshtml", await Send(new ShowMyTaxes(tahun)));

    /// <param name="melebihi">The second statement: sales have passed the band.</param>
    [HttpPost("pernyataan"), NeedsRight(ShopRights.Own)]
    public Task<IActionResult> State(bool melebihi) => Press(
        () => Send(new StateTurnover(!melebihi)),
        melebihi ? "Pernyataan tersimpan. PPh 22 dipungut dari pesanan yang dibayar sejak sekarang." : "Pernyataan tersimpan untuk tahun pajak ini.",
        Redirect("/penjual/pajak"));

    /// <summary>The slip of a month, made for paper.</summary>
    [HttpGet("{masa}")]
    public async Task<IActionResult> Slip(string masa, int hal = 1) => View("/Areas/Seller/Taxes/Slip.cshtml", await Send(new ShowMyTaxMonth(masa, hal)));

    [HttpGet("{masa}/csv"), Download]
    public async Task<IActionResult> Csv(string masa)
    {
        var rows = new List<string[]> { new[] { "tanggal", "pesanan", "peristiwa", "barang", "biaya_layanan", "ppn", "pph22", "tarif_pph22", "keterangan_pph22" } };
        for (var page = 1; ; page++)
        {
            var slip = await Send(new ShowMyTaxMonth(masa, page));
            rows.AddRange(slip.Orders.Rows.Select(Cells));
            if (page >= slip.Orders.Last)
            {
                return CsvFile.Of($"pajak-{masa}.csv", rows);
            }
        }
    }

    static string[] Cells(MyTaxOrder row) =>
    [
        Wib.DayOf(row.At).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        row.Number,
        row.Memo,
        Number(row.Goods),
        Number(row.Fee),
        Number(row.Vat),
        Number(row.IncomeTax),
        row.IncomeTaxRate.ToString(),
        TaxLabels.Of(row.Standing),
    ];

    static string Number(Rupiah amount) => amount.Amount.ToString(CultureInfo.InvariantCulture);
}
