using System.Text.Json;
using Komeji.Application.Payments;
using Komeji.Domain.Payments;

namespace Komeji.Integrations.Payments.Stripe;

/// <summary>How a dispute stands.</summary>
static class StripeDispute
{
    /// <summary>Null for money that is not in rupiah: none of ours.</summary>
    public static ProviderNotice.Disputed? Notice(JsonElement dispute)
    {
        if (dispute.Text("currency") != StripeMoney.Rupiah)
        {
            return null;
        }

        var lines = dispute.List("balance_transactions").ToList();
        var due = dispute.Object("evidence_details")?.Number("due_by") ?? 0;
        return new ProviderNotice.Disputed(
            dispute.Text("id"),
            dispute.Time("created"),
            dispute.Text("id"),
            dispute.IdOf("payment_intent"),
            StripeMoney.FromMinor(dispute.Number("amount")),
            dispute.Text("reason"),
            Standing(dispute.Text("status")),
            due > 0 ? DateTimeOffset.FromUnixTimeSeconds(due) : null,
            Money(lines, amount => amount < 0),
            Money(lines, amount => amount > 0));
    }

    /// <summary>What a line of the balance took with its fee, or gave back with it.</summary>
    static DisputedMoney? Money(List<JsonElement> lines, Func<long, bool> which)
    {
        var found = lines.FindIndex(l => which(l.Number("amount")));
        return found < 0 ? null : new DisputedMoney(StripeMoney.WholeRupiah(Math.Abs(lines[found].Number("fee"))), lines[found].Time("created"));
    }

    static DisputeState Standing(string status) => status switch
    {
        "needs_response" or "warning_needs_response" => DisputeState.Open,
        "under_review" or "warning_under_review" => DisputeState.EvidenceSent,
        "won" or "warning_closed" => DisputeState.Won,
        "lost" => DisputeState.Lost,
        _ => DisputeState.Open,
    };
}
