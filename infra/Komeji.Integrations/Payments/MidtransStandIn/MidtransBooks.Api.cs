using System.Globalization;
using System.Text.Json.Nodes;
using Komeji.Integrations.Payments.StandIns;

namespace Komeji.Integrations.Payments.MidtransStandIn;

/// <summary>What the interface asks of the books.</summary>
public sealed partial class MidtransBooks
{
    internal MidtransAnswer Charge(JsonObject form) => Do(() =>
    {
        var (order, gross) = OrderOf(form);
        var type = form.Text("payment_type");
        if (order.Length is 0 or > 50 || gross <= 0 || type is not ("qris" or "bank_transfer" or "echannel"))
        {
            return MidtransAnswer.Of(400, "One or more parameters in the payload is invalid.");
        }

        if (Find(order) is not null)
        {
            return MidtransAnswer.Of(406, "The request could not be completed due to a conflict with the current state of the target resource, please try again");
        }

        var made = Open(order, gross, type, EndsOf(Part(form, "custom_expiry")));
        var number = (7_000_000_000 + made.Number("created") + Transactions).ToString(CultureInfo.InvariantCulture);
        switch (type)
        {
            case "qris":
                (made["acquirer"], made["qr_string"]) = ("gopay", CodeOf(order, gross));
                break;
            case "echannel":
                (made["biller_code"], made["bill_key"]) = ("70012", number);
                break;
            case "bank_transfer" when Part(form, "bank_transfer").Text("bank") is var bank:
                made[bank == "permata" ? "permata_va_number" : "va_number"] = "8808" + number;
                made["bank"] = bank;
                break;
        }

        var shown = Status(made);
        (shown["status_code"], shown["status_message"]) = ("201", "Success, transaction is created");

        // Told once: Get Status does not tell it again.
        if (made.Text("qr_string") is { Length: > 0 } code)
        {
            shown["qr_string"] = code;
        }

        return new MidtransAnswer(200, shown);
    });

    internal MidtransAnswer GetStatus(string id) => Do(() =>
    {
        if (Find(id) is not { } found)
        {
            return Missing();
        }

        var shown = Status(found);
        (shown["status_code"], shown["status_message"]) = (CodeOf(found), "Success, transaction is found");
        return new MidtransAnswer(200, shown);
    });

    internal MidtransAnswer Cancel(string id) => Do(() =>
    {
        if (Find(id) is not { } found)
        {
            return Missing();
        }

        if (found.Text("transaction_status") is not ("pending" or "capture"))
        {
            return MidtransAnswer.Of(412, "Transaction status cannot be updated.");
        }

        found["transaction_status"] = "cancel";
        Tell(found);
        var shown = Status(found);
        (shown["status_code"], shown["status_message"]) = ("200", "Success, transaction is canceled");
        return new MidtransAnswer(200, shown);
    });

    internal MidtransAnswer Refund(string id, JsonObject form) => Do(() =>
    {
        if (Find(id) is not { } paid)
        {
            return Missing();
        }

        var key = form.Text("refund_key");
        var amount = form.Number("amount") > 0 ? form.Number("amount") : paid.Number("gross") - Back(paid);
        if (paid["refunds"]!.AsArray().Any(r => r!.AsObject().Text("refund_key") == key))
        {
            return MidtransAnswer.Of(406, "Refund key has been used.");
        }

        if (paid.Text("transaction_status") is not ("settlement" or "partial_refund") || Back(paid) + amount > paid.Number("gross"))
        {
            return MidtransAnswer.Of(412, "Transaction status cannot be updated.");
        }

        if (paid.Text("payment_type") is "bank_transfer" or "echannel" || NoRefunds.Contains(paid.Text("issuer")))
        {
            return MidtransAnswer.Of(414, "Refund request is rejected by the payment provider.");
        }

        GiveBack(paid, key, amount);
        var shown = Status(paid);
        (shown["status_code"], shown["refund_key"]) = ("200", key);
        return new MidtransAnswer(200, shown);
    });

    internal MidtransAnswer OpenPage(JsonObject form) => Do(() =>
    {
        var (order, gross) = OrderOf(form);
        if (order.Length is 0 or > 50 || gross <= 0)
        {
            return MidtransAnswer.Snap(400, "transaction_details.gross_amount is required");
        }

        if (Find(order) is not null)
        {
            return MidtransAnswer.Snap(400, "transaction_details.order_id has already been taken");
        }

        var minutes = Part(form, "page_expiry").Number("duration");
        var made = objects.Add("snap", Kinds.Page, Now, new JsonObject
        {
            ["order_id"] = order,
            ["gross"] = gross,
            ["state"] = "open",
            ["ends"] = (Now + TimeSpan.FromMinutes(minutes > 0 ? minutes : 1_440)).ToUnixTimeSeconds(),
            ["offers"] = (form["enabled_payments"] as JsonArray ?? new JsonArray()).DeepClone(),
            ["finish"] = Part(form, "callbacks").Text("finish"),
        });
        return new MidtransAnswer(201, new JsonObject { ["token"] = made.Text("id"), ["redirect_url"] = $"{Address}/snap/v4/redirection/{made.Text("id")}" });
    });

    internal MidtransAnswer ClosePage(string token) => Do(() =>
    {
        if (objects.Find(token) is not { } page || page.Text("object") != Kinds.Page)
        {
            return MidtransAnswer.Snap(404, "token not found");
        }

        if (page.Text("state") != "open")
        {
            return MidtransAnswer.Snap(400, "token already canceled");
        }

        page["state"] = "closed";
        return new MidtransAnswer(200, new JsonObject { ["canceled_at"] = Now.ToString("O", CultureInfo.InvariantCulture) });
    });

    /// <summary>What Get Status and a notification have in common.</summary>
    static JsonObject Status(JsonObject of)
    {
        var shown = new JsonObject
        {
            ["transaction_id"] = of.Text("id"),
            ["order_id"] = of.Text("order_id"),
            ["gross_amount"] = Amount(of.Number("gross")),
            ["currency"] = of.Text("currency"),
            ["payment_type"] = of.Text("payment_type"),
            ["transaction_status"] = of.Text("transaction_status"),
            ["fraud_status"] = of.Text("fraud_status"),
            ["transaction_time"] = Time(of.Number("created")),
            ["expiry_time"] = Time(of.Number("ends")),
            ["merchant_id"] = "G000000000",
        };
        foreach (var name in new[] { "acquirer", "issuer", "approval_code", "permata_va_number", "biller_code", "bill_key" })
        {
            if (of.Text(name) is { Length: > 0 } told)
            {
                shown[name] = told;
            }
        }

        if (of.Number("settled_at") > 0 && of.Text("transaction_status") != "capture")
        {
            shown["settlement_time"] = Time(of.Number("settled_at"));
        }

        if (of.Text("va_number") is { Length: > 0 } number)
        {
            shown["va_numbers"] = new JsonArray(new JsonObject { ["bank"] = of.Text("bank"), ["va_number"] = number });
        }

        if (of["refunds"]!.AsArray().Count > 0)
        {
            shown["refunds"] = of["refunds"]!.DeepClone();
            shown["refund_amount"] = Amount(Back(of));
        }

        return shown;
    }

    long EndsOf(JsonObject expiry)
    {
        var minutes = expiry.Number("expiry_duration") > 0 ? expiry.Number("expiry_duration") : 1_440;
        var from = expiry.Text("order_time") is { Length: > 0 } text && DateTimeOffset.TryParseExact(text, "yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : Now;
        return (from + TimeSpan.FromMinutes(minutes)).ToUnixTimeSeconds();
    }

    static JsonObject Part(JsonObject form, string name) => form[name] as JsonObject ?? new JsonObject();

    static (string Order, long Gross) OrderOf(JsonObject form)
    {
        var details = Part(form, "transaction_details");
        return (details.Text("order_id"), details.Number("gross_amount"));
    }

    static string CodeOf(JsonObject found) => found.Text("transaction_status") switch
    {
        "pending" => "201",
        "deny" => "202",
        "expire" => "407",
        _ => "200",
    };

    static MidtransAnswer Missing() => MidtransAnswer.Of(404, "Transaction doesn't exist.");
}

/// <summary>What the interface answers.</summary>
/// <param name="Http">The protocol's own status; the code that counts stands in the body.</param>
sealed record MidtransAnswer(int Http, JsonObject Body)
{
    public bool IsDone => Http < 300 && !(int.TryParse(Body.Text("status_code"), NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code >= 400);

    /// <summary>Refusals come under 200 of the protocol, but for what is not there and what is wrongly asked.</summary>
    public static MidtransAnswer Of(int code, string message) => new(code is 400 or 401 or 404 or 429 or >= 500 ? code : 200, new JsonObject
    {
        ["status_code"] = code.ToString(CultureInfo.InvariantCulture),
        ["status_message"] = message,
    });

    public static MidtransAnswer Snap(int status, string message) => new(status, new JsonObject { ["error_messages"] = new JsonArray(message) });
}
