using System.Globalization;
using System.Text.Json.Nodes;
using Komeji.Integrations.Payments.StandIns;

namespace Komeji.Integrations.Payments.StripeStandIn;

/// <summary>What the interface asks of the books: sessions made and closed, objects read and listed.</summary>
public sealed partial class StandInBooks
{
    const long LeastMinor = 800_000;
    const long MostMinor = 999_999_999_999;

    internal StandInAnswer CreateSession(IReadOnlyDictionary<string, string> form) => Do(() =>
    {
        const string price = "line_items[0][price_data]";
        var unit = Whole(form, $"{price}[unit_amount]");
        var pieces = Whole(form, "line_items[0][quantity]");
        var ends = Whole(form, "expires_at") ?? (Now + TimeSpan.FromHours(24)).ToUnixTimeSeconds();
        var fault = (form.GetValueOrDefault("mode"), form.GetValueOrDefault($"{price}[currency]"), unit, pieces) switch
        {
            (not "payment", _, _, _) => ("parameter_missing", "mode"),
            (_, null, _, _) => ("parameter_missing", "currency"),
            (_, _, null, _) or (_, _, <= 0, _) => ("parameter_invalid_integer", "unit_amount"),
            (_, _, _, null) or (_, _, _, <= 0) => ("parameter_invalid_integer", "quantity"),
            _ when !form.ContainsKey("success_url") => ("parameter_missing", "success_url"),
            _ when ends < (Now + TimeSpan.FromMinutes(30)).ToUnixTimeSeconds() || ends > (Now + TimeSpan.FromHours(24)).ToUnixTimeSeconds() => ("parameter_invalid", "expires_at"),
            _ when unit * pieces < LeastMinor => ("amount_too_small", "line_items"),
            _ when unit * pieces > MostMinor => ("amount_too_large", "line_items"),
            _ => default,
        };
        return fault.Item1 is null
            ? StandInAnswer.Done(objects.Render(Session(form, unit!.Value * pieces!.Value, ends), []))
            : StandInAnswer.Refused(400, fault.Item1, fault.Item2, "Invalid request");
    });

    internal StandInAnswer Expire(string id) => Do(() =>
    {
        if (objects.Find(id) is not { } page)
        {
            return Missing(id);
        }

        if (page.Text("status") != "open")
        {
            return StandInAnswer.Refused(400, "", "session", "Only sessions with a status in [open] can be expired.");
        }

        Close(page);
        return StandInAnswer.Done(objects.Render(page, []));
    });

    internal StandInAnswer Retrieve(string kind, string id, IEnumerable<string> expand) => Do(() =>
    {
        CloseIfOverdue(id);
        return objects.Find(id) is { } found && found.Text("object") == kind ? StandInAnswer.Done(objects.Render(found, expand)) : Missing(id);
    });

    internal StandInAnswer List(string kind, IReadOnlyDictionary<string, string> query, IEnumerable<string> expand) => Do(() =>
    {
        var limit = (int)Math.Clamp(Whole(query, "limit") ?? 10, 1, 100);
        var wanted = objects.All(kind)
            .Where(o => !query.TryGetValue("payment_intent", out var intent) || o.Text("payment_intent") == intent)
            .Where(o => o.Number("created") >= (Whole(query, "created[gte]") ?? 0) && o.Number("created") <= (Whole(query, "created[lte]") ?? long.MaxValue))
            .ToList();
        if (query.TryGetValue("starting_after", out var after))
        {
            wanted = [.. wanted.SkipWhile(o => o.Text("id") != after).Skip(1)];
        }

        var inner = expand.Where(e => e.StartsWith("data.", StringComparison.Ordinal)).Select(e => e[5..]).ToList();
        return StandInAnswer.Done(new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray([.. wanted.Take(limit).Select(o => (JsonNode)objects.Render(o, inner))]),
            ["has_more"] = wanted.Count > limit,
        });
    });

    JsonObject Session(IReadOnlyDictionary<string, string> form, long total, long ends)
    {
        var page = objects.Add(live ? "cs_live" : "cs_test", Kinds.Session, Now, new JsonObject
        {
            ["amount_subtotal"] = total,
            ["amount_total"] = total,
            ["cancel_url"] = form.GetValueOrDefault("cancel_url"),
            ["client_reference_id"] = form.GetValueOrDefault("client_reference_id"),
            ["currency"] = form["line_items[0][price_data][currency]"],
            ["expires_at"] = ends,
            ["intent_metadata"] = Metadata(form, "payment_intent_data[metadata]"),
            ["livemode"] = live,
            ["metadata"] = Metadata(form, "metadata"),
            ["mode"] = "payment",
            ["payment_intent"] = null,
            ["payment_status"] = "unpaid",
            ["status"] = "open",
            ["success_url"] = form["success_url"],
        });
        page["url"] = $"{Address}/c/pay/{page.Text("id")}";
        return page;
    }

    static StandInAnswer Missing(string id) => StandInAnswer.Refused(404, "resource_missing", "id", $"No such object: '{id}'");

    static long? Whole(IReadOnlyDictionary<string, string> form, string name) =>
        form.TryGetValue(name, out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>What the interface answers.</summary>
sealed record StandInAnswer(int Status, string Body)
{
    public static StandInAnswer Done(JsonObject body) => new(200, body.ToJsonString());

    public static StandInAnswer Refused(int status, string code, string field, string message) => Error(status, "invalid_request_error", code, field, message);

    public static StandInAnswer Error(int status, string type, string code, string field, string message) => new(status, new JsonObject
    {
        ["error"] = new JsonObject { ["type"] = type, ["code"] = code.Length == 0 ? null : code, ["param"] = field.Length == 0 ? null : field, ["message"] = message },
    }.ToJsonString());
}
