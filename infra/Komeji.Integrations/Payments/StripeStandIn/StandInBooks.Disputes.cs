using System.Text.Json.Nodes;
using Komeji.Integrations.Payments.StandIns;

namespace Komeji.Integrations.Payments.StripeStandIn;

/// <summary>The buyer's bank asks for its money back.</summary>
public sealed partial class StandInBooks
{
    /// <summary>In hundredths of a rupiah, whoever wins.</summary>
    public const long DisputeFee = 24_000_000;

    /// <param name="inquiry">The bank only asks, and takes nothing yet.</param>
    /// <param name="part">In hundredths; null for the whole payment.</param>
    /// <param name="fee">In hundredths, in place of <see cref="DisputeFee"/>.</param>
    /// <returns>The dispute.</returns>
    public string OpenDispute(string intent, bool inquiry = false, long? part = null, long fee = DisputeFee) => Do(() =>
    {
        var charge = objects.Of(objects.Of(intent).Text("latest_charge"));
        charge["disputed"] = !inquiry;
        var dispute = objects.Add("dp", Kinds.Dispute, Now, new JsonObject
        {
            ["amount"] = part ?? charge.Number("amount"),
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
            Take(dispute, fee);
        }

        return dispute.Text("id");
    });

    /// <summary>Evidence was sent at Stripe's desk.</summary>
    public void Answer(string dispute) => Do(() =>
    {
        var asked = objects.Of(dispute);
        asked["status"] = IsInquiry(asked) ? "warning_under_review" : "under_review";
        Tell("charge.dispute.updated", asked);
        return true;
    });

    /// <summary>The bank was not content with the answer to its inquiry: now it takes the money.</summary>
    public void Escalate(string inquiry) => Do(() =>
    {
        var dispute = objects.Of(inquiry);
        dispute["status"] = "needs_response";
        dispute["evidence_details"] = new JsonObject { ["due_by"] = (Now + TimeSpan.FromDays(7)).ToUnixTimeSeconds() };
        objects.Of(dispute.Text("charge"))["disputed"] = true;
        Take(dispute, DisputeFee);
        Tell("charge.dispute.updated", dispute);
        return true;
    });

    /// <summary>A status or currency that nobody foresaw.</summary>
    public void Disguise(string dispute, string field, string value) => Do(() =>
    {
        objects.Of(dispute)[field] = value;
        Tell("charge.dispute.updated", objects.Of(dispute));
        return true;
    });

    /// <param name="feeBack">In hundredths: what of the fee the bank gives back.</param>
    public void EndDispute(string id, bool won, long feeBack = 0) => Do(() =>
    {
        var dispute = objects.Of(id);
        var inquiry = IsInquiry(dispute);
        dispute["status"] = inquiry ? "warning_closed" : won ? "won" : "lost";
        if (won && !inquiry)
        {
            Move(dispute, dispute.Number("amount"), -feeBack);
            Tell("charge.dispute.funds_reinstated", dispute);
        }

        Tell("charge.dispute.closed", dispute);
        return true;
    });

    static bool IsInquiry(JsonObject dispute) => dispute.Text("status").StartsWith("warning_", StringComparison.Ordinal);

    void Take(JsonObject dispute, long fee)
    {
        Move(dispute, -dispute.Number("amount"), fee);
        Tell("charge.dispute.funds_withdrawn", dispute);
    }

    void Move(JsonObject dispute, long amount, long fee)
    {
        var line = Line("adjustment", amount, fee, dispute.Text("id"));
        dispute["balance_transactions"]!.AsArray().Add(line.DeepClone());
    }
}
