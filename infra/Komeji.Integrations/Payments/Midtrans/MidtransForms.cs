using System.Globalization;
using System.Text.Json.Nodes;
using Komeji.Application.Payments;
using Komeji.Domain.Common;

namespace Komeji.Integrations.Payments.Midtrans;

/// <summary>What is sent to Midtrans. Everything follows from the attempt, so that a repetition under its key is the same request; nothing of it names the buyer.</summary>
static class MidtransForms
{
    public static JsonObject Charge(MidtransChannel channel, PaymentIntent intent)
    {
        var form = Order(intent);
        form["payment_type"] = channel.Type;
        form["custom_expiry"] = new JsonObject { ["order_time"] = Time(intent.MadeAt), ["expiry_duration"] = Minutes(intent.PayBefore - intent.MadeAt), ["unit"] = "minute" };
        switch (channel.Type)
        {
            case "bank_transfer":
                form["bank_transfer"] = new JsonObject { ["bank"] = channel.Bank };
                break;
            case "echannel":
                form["echannel"] = new JsonObject { ["bill_info1"] = "Belanja:", ["bill_info2"] = intent.PurchaseNumber };
                break;
        }

        return form;
    }

    public static JsonObject Page(MidtransChannel channel, PaymentIntent intent, TimeSpan open)
    {
        var form = Order(intent);
        form["enabled_payments"] = new JsonArray([.. channel.OnPage.Select(p => (JsonNode?)JsonValue.Create(p))]);
        form["credit_card"] = new JsonObject { ["secure"] = true };
        form["callbacks"] = new JsonObject { ["finish"] = intent.ReturnAddress };
        form["expiry"] = new JsonObject { ["start_time"] = Time(intent.MadeAt), ["duration"] = Minutes(open), ["unit"] = "minutes" };
        form["page_expiry"] = new JsonObject { ["duration"] = Minutes(open), ["unit"] = "minutes" };
        return form;
    }

    static JsonObject Order(PaymentIntent intent)
    {
        var amount = MidtransMoney.Out(intent.Amount);
        return new JsonObject
        {
            ["transaction_details"] = new JsonObject { ["order_id"] = intent.Attempt.Value.ToString(), ["gross_amount"] = amount },
            ["item_details"] = new JsonArray(new JsonObject { ["id"] = "belanja", ["price"] = amount, ["quantity"] = 1, ["name"] = $"Belanja {intent.PurchaseNumber}" }),
        };
    }

    /// <summary>Rounded up: better a minute too long, and the money given back, than a code that ends before its time.</summary>
    static int Minutes(TimeSpan time) => Math.Max(1, (int)Math.Ceiling(time.TotalMinutes));

    static string Time(DateTimeOffset at) => at.ToOffset(Wib.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " +0700";
}
