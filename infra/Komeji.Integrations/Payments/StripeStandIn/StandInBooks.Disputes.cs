using System.Text.Json.Nodes;

namespace Komeji.Integrations.Payments.StripeStandIn;

/// <summary>The buyer's bank asks for its money back.</summary>
public sealed partial class StandInBooks
{
    /// <summary>In hundredths of a rupiah, whoever wins.</summary>
    public const long DisputeFee = 24_000_000;

    /// <param name="inquiry">The bank only asks, and takes nothing yet.</param>
    /// <returns>The dispute.</returns>
    public string OpenDispute(string intent, bool inquiry = false) => Do(() =>
    {
        var charge = objects.Of(objects.Of(intent).Text("latest_charge"));
        var dispute = objects.Add("dp", Kinds.Dispute, Now, new JsonObject
        {
            ["amount"] = charge.Number("amount"),
            ["balance_transactions"] = new JsonArray(),
            ["charge"] = charge.Text("id"),
            ["currency"] = charge.Text("currency"),
            ["evidence_details"] = new JsonObject { ["due_by"] = (Now + TimeSpan.FromDays(7)).ToUnixTimeSeconds() },
            ["livemode"] = live,
            ["payment_intent"] = intent,
            ["reason"] = "product_not_received",
            ["status"] = inquiry ? "warning_needs_response" : "needs_response",
        });
        Tell("charge.dispute.created", dispute);
        if (!inquiry)
        {
            Move(dispute, -dispute.Number("amount"), DisputeFee);
            Tell("charge.dispute.funds_withdrawn", dispute);
        }

        return dispute.Text("id");
    });

    public void EndDispute(string id, bool won) => Do(() =>
    {
        var dispute = objects.Of(id);
        var inquiry = dispute.Text("status").StartsWith("warning_", StringComparison.Ordinal);
        dispute["status"] = inquiry ? "warning_closed" : won ? "won" : "lost";
        if (won && !inquiry)
        {
            Move(dispute, dispute.Number("amount"), 0);
            Tell("charge.dispute.funds_reinstated", dispute);
        }

        Tell("charge.dispute.closed", dispute);
        return true;
    });

    void Move(JsonObject dispute, long amount, long fee)
    {
        var line = Line("adjustment", amount, fee, dispute.Text("id"));
        dispute["balance_transactions"]!.AsArray().Add(line.DeepClone());
    }
}
