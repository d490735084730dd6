using System.Globalization;
using System.Text.Json.Nodes;
using Komeji.Domain.Common;
using Komeji.Integrations.Payments.StandIns;

namespace Komeji.Integrations.Payments.MidtransStandIn;

/// <summary>The settlement report, as it is downloaded at Midtrans' desk, and what may be wrong with it.</summary>
public sealed partial class MidtransBooks
{
    const string ReportHeads = "Merchant ID,Settlement Date,Order ID,Transaction ID,Payment Type,Gross Amount,Fee,Net Amount";

    /// <summary>Order ids the report leaves out.</summary>
    public Func<string, bool> ReportOmits { get; set; } = _ => false;

    /// <summary>Order ids it tells twice.</summary>
    public Func<string, bool> ReportDoubles { get; set; } = _ => false;

    /// <summary>What it adds to the amount of an order id.</summary>
    public Func<string, long> ReportAdds { get; set; } = _ => 0;

    /// <summary>By how much its fees are off the contract's.</summary>
    public long ReportFeeOff { get; set; }

    /// <summary>Everything settled until today, as CSV: what was paid or given back on a day is settled the day after.</summary>
    public string Report() => Do(() =>
    {
        var today = Wib.DayOf(Now);
        var rows = objects.All(Kinds.Transaction).Reverse().SelectMany(Told).Where(r => r.Day <= today && !ReportOmits(r.Order))
            .SelectMany(r => Enumerable.Repeat(r, ReportDoubles(r.Order) ? 2 : 1)).OrderBy(r => r.Day).Select(r => r.Text());
        return string.Concat(rows.Prepend(ReportHeads).Select(row => row + "\r\n"));
    });

    IEnumerable<ReportRow> Told(JsonObject of)
    {
        if (of.Number("settled_at") == 0 || of.Text("transaction_status") == "capture" || of.Text("currency") != "IDR")
        {
            yield break;
        }

        var (order, id, type) = (of.Text("order_id"), of.Text("id"), of.Text("payment_type"));
        var gross = of.Number("gross") + ReportAdds(order);
        yield return new ReportRow(Wib.DayOf(DateTimeOffset.FromUnixTimeSeconds(of.Number("settled_at"))).AddDays(1), order, id, type, gross, FeeOf(type, of.Number("gross")) + ReportFeeOff);
        foreach (var refund in of["refunds"]!.AsArray().Select(r => r!.AsObject()).Where(r => r.Text("refund_method") != "offline" || r.Text("bank_confirmed_at").Length > 0))
        {
            var day = DateOnly.ParseExact(refund.Text("created_at")[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            yield return new ReportRow(day.AddDays(1), order, id, type, -(long)decimal.Parse(refund.Text("refund_amount"), CultureInfo.InvariantCulture), 0);
        }
    }

    static long FeeOf(string type, long gross) => Math.Min(gross, type switch
    {
        "qris" => gross * 70 / 10_000,
        "gopay" or "shopeepay" => gross * 222 / 10_000,
        "credit_card" => (gross * 322 / 10_000) + 2_220,
        _ => 4_440,
    });

    sealed record ReportRow(DateOnly Day, string Order, string Transaction, string Type, long Gross, long Fee)
    {
        public string Text() => string.Create(CultureInfo.InvariantCulture, $"G000000000,{Day:yyyy-MM-dd},{Order},{Transaction},{Type},{Gross}.00,{Fee}.00,{Gross - Fee}.00");
    }
}
