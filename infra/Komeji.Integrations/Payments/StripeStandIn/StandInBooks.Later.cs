using System.Globalization;
using System.Text.Json.Nodes;
using Komeji.Integrations.Payments.StandIns;

namespace Komeji.Integrations.Payments.StripeStandIn;

/// <summary>What comes after the payment: cost told late, money back, settlements.</summary>
public sealed partial class StandInBooks
{
    /// <summary>Payments are told before their cost is known.</summary>
    public bool HoldsCost { get; set; }

    /// <summary>The status the next refunds begin with: a bank may take its time, or refuse.</summary>
    public string RefundsBegin { get; set; } = "succeeded";

    /// <summary>The cost of payments that had none becomes known.</summary>
    public int TellCosts() => Do(() =>
    {
        var without = objects.All(Kinds.Charge).Where(c => c.Text("status") == "succeeded" && c["balance_transaction"] is null).ToList();
        foreach (var charge in without)
        {
            charge["balance_transaction"] = Line("charge", charge.Number("amount"), CostOf(charge.Number("amount")), charge.Text("id")).Text("id");
            Tell("charge.updated", charge);
        }

        return without.Count;
    });

    /// <summary>A payment loses the key we gave it; its page keeps its own.</summary>
    public void LoseMetadata(string intent) => Do(() =>
    {
        objects.Of(intent)["metadata"] = new JsonObject();
        return true;
    });

    /// <summary>Somebody at Stripe's desk gives money back, not we.</summary>
    public string RefundAtDesk(string intent, long minor) => Do(() => GiveBack(objects.Of(objects.Of(intent).Text("latest_charge")), minor, []).Text("id"));

    /// <summary>A refund on its way arrives, or one that had arrived comes back.</summary>
    public void EndRefund(string id, bool succeeds) => Do(() =>
    {
        var refund = objects.Of(id);
        if (!succeeds)
        {
            refund["failure_balance_transaction"] = Line("refund_failure", refund.Number("amount"), 0, id).Text("id");
            refund["failure_reason"] = "lost_or_stolen_card";
            var charge = objects.Of(refund.Text("charge"));
            charge["amount_refunded"] = charge.Number("amount_refunded") - refund.Number("amount");
        }

        refund["status"] = succeeds ? "succeeded" : "failed";
        Tell("refund.updated", refund);
        if (!succeeds)
        {
            Tell("refund.failed", refund);
        }

        return true;
    });

    /// <summary>What was captured so far, less costs and refunds, leaves for our bank.</summary>
    /// <returns>The payout; null when there is nothing to send.</returns>
    public string? PayOut() => Do(() =>
    {
        var waiting = objects.All(Kinds.Line).Where(l => l.Text("status") == "pending").ToList();
        var amount = waiting.Sum(l => l.Number("net")) / 100 * 100;
        if (amount <= 0)
        {
            return null;
        }

        waiting.ForEach(l => l["status"] = "available");
        var payout = objects.Add("po", Kinds.Payout, Now, new JsonObject { ["amount"] = amount, ["currency"] = "idr", ["livemode"] = live, ["status"] = "in_transit" });
        Line("payout", -amount, 0, payout.Text("id"))["status"] = "available";
        Tell("payout.created", payout);
        return payout.Text("id");
    });

    public void EndPayout(string id, bool arrives) => Do(() =>
    {
        var payout = objects.Of(id);
        payout["status"] = arrives ? "paid" : "failed";
        if (!arrives)
        {
            Line("payout_failure", payout.Number("amount"), 0, id);
        }

        Tell(arrives ? "payout.paid" : "payout.failed", payout);
        return true;
    });

    internal StandInAnswer CreateRefund(IReadOnlyDictionary<string, string> form) => Do(() =>
    {
        if (objects.Find(form.GetValueOrDefault("payment_intent", "")) is not { } intent || objects.Find(intent.Text("latest_charge")) is not { } charge)
        {
            return StandInAnswer.Refused(404, "resource_missing", "payment_intent", "No such payment_intent");
        }

        var left = charge.Number("amount") - charge.Number("amount_refunded");
        if (!long.TryParse(form.GetValueOrDefault("amount", left.ToString(CultureInfo.InvariantCulture)), NumberStyles.None, CultureInfo.InvariantCulture, out var amount) || amount <= 0)
        {
            return StandInAnswer.Refused(400, "parameter_invalid_integer", "amount", "Invalid integer");
        }

        var disputes = objects.All(Kinds.Dispute).Where(d => d.Text("charge") == charge.Text("id")).ToList();
        var lost = disputes.Where(d => d.Text("status") == "lost").Sum(d => d.Number("amount"));
        if (disputes.Exists(d => d.Text("status") is "needs_response" or "under_review") || (lost > 0 && amount > left - lost))
        {
            return StandInAnswer.Refused(400, "charge_disputed", "charge", "This charge has been charged back.");
        }

        return amount > left
            ? StandInAnswer.Refused(400, left == 0 ? "charge_already_refunded" : "amount_too_large", "amount", "More than what is left of the charge")
            : StandInAnswer.Done(objects.Render(GiveBack(charge, amount, Metadata(form, "metadata")), []));
    });

    JsonObject GiveBack(JsonObject charge, long amount, JsonObject metadata)
    {
        var fails = RefundsBegin == "failed";
        var refund = objects.Add("re", Kinds.Refund, Now, new JsonObject
        {
            ["amount"] = amount,
            ["charge"] = charge.Text("id"),
            ["currency"] = charge.Text("currency"),
            ["failure_balance_transaction"] = null,
            ["failure_reason"] = fails ? "declined" : null,
            ["metadata"] = metadata,
            ["payment_intent"] = charge.Text("payment_intent"),
            ["status"] = RefundsBegin,
        });
        if (!fails)
        {
            refund["balance_transaction"] = Line("refund", -amount, 0, refund.Text("id")).Text("id");
            charge["amount_refunded"] = charge.Number("amount_refunded") + amount;
            charge["refunded"] = charge.Number("amount_refunded") == charge.Number("amount");
        }

        Tell("refund.created", refund);
        Tell("charge.refunded", charge);
        return refund;
    }

    static JsonObject Metadata(IReadOnlyDictionary<string, string> form, string field) =>
        new(form.Where(f => f.Key.StartsWith(field + "[", StringComparison.Ordinal)).Select(f => KeyValuePair.Create<string, JsonNode?>(f.Key[(field.Length + 1)..^1], f.Value)));
}
