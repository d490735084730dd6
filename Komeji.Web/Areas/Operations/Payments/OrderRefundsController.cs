using System.ComponentModel.DataAnnotations;
using Komeji.Application.Payments.Desk;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using Komeji.Web.Areas.Operations.Orders;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Payments;

/// <summary>What of an order goes back to its buyer, and who bears it: first looked at, then decided.</summary>
[Area("Operations"), Authorize("Refunds"), Route("/operator/pesanan/{number}/pengembalian")]
public sealed class OrderRefundsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string number) => View("/Areas/Operations/Payments/OrderRefund.cshtml", await Send(new ShowRefundChoice(number)));

    /// <summary>What would be booked; or, from there, the form again as it was filled in.</summary>
    [HttpPost("pratinjau")]
    public Task<IActionResult> Preview(string number, OrderRefundForm form) => form.Ubah ? Show(number) : Attempt(
        async () => View("/Areas/Operations/Payments/OrderRefundPreview.cshtml", new OrderRefundView(await Send(new PreviewRefund(number, form.Plan(), form.Alasan)), form)),
        () => Show(number));

    [HttpPost("")]
    public Task<IActionResult> Decide(string number, OrderRefundForm form) => Attempt(
        async () =>
        {
            var decided = await Send(new DecideRefund(number, form.Plan(), form.Alasan, form.Pratinjau ?? ""));
            Flash(decided == MoneyDecided.Waits ? SecondOfficerWords.Waits : "Keputusan dicatat dan dibukukan. Dananya dikirim kepada pembeli lewat penyedia pembayaran.");
            return RedirectToAction(nameof(Show), new { number });
        },
        () => Show(number));
}

public sealed class OrderRefundForm : DecisionForm
{
    /// <summary>For each line what goes back; empty for nothing.</summary>
    [Display(Name = "Jumlah per baris")]
    public List<RefundLineForm> Baris { get; set; } = [];

    [Display(Name = "Ongkos kirim")]
    public Rupiah? Ongkir { get; set; }

    [Display(Name = "Penjual"), Range(0, RefundDecision.Whole, ErrorMessage = "Bagian penjual 0 sampai 100 persen.")]
    public int? Penjual { get; set; }

    [Display(Name = "Kurir"), Range(0, RefundDecision.Whole, ErrorMessage = "Bagian kurir 0 sampai 100 persen.")]
    public int? Kurir { get; set; }

    [Display(Name = "Koperasi"), Range(0, RefundDecision.Whole, ErrorMessage = "Bagian koperasi 0 sampai 100 persen.")]
    public int? Koperasi { get; set; }

    /// <summary>Pressed on the preview.</summary>
    public bool Ubah { get; set; }

    /// <summary>What the preview showed.</summary>
    [Display(Name = "Pratinjau"), StringLength(1_000)]
    public string? Pratinjau { get; set; }

    public RefundPlan Plan() => new(
        Baris.Where(b => b.Jumlah is not null).GroupBy(b => b.Id).ToDictionary(g => new OrderLineId(g.Key), g => g.Last().Jumlah!.Value),
        Ongkir ?? Rupiah.Zero,
        new Dictionary<RefundBearer, int> { [RefundBearer.Seller] = Penjual ?? 0, [RefundBearer.Courier] = Kurir ?? 0, [RefundBearer.Platform] = Koperasi ?? 0 });
}

public sealed class RefundLineForm
{
    public Guid Id { get; set; }

    [Display(Name = "Jumlah")]
    public Rupiah? Jumlah { get; set; }
}

public sealed record OrderRefundView(RefundPreview Preview, OrderRefundForm Form);
