using System.Text.Json;
using Komeji.Application.Payments;
using Komeji.Domain.Payments;

namespace Komeji.Integrations.Payments.Stripe;

/// <summary>How a dispute stands.</summary>
static class StripeDispute
{
    /// <summary>What cannot be told for sure (another currency, a status we do not know, money taken more than once) goes before a person.</summary>
    public static ProviderNotice Notice(JsonElement dispute)
    {
        var lines = dispute.List("balance_transactions").ToList();
        var (taken, back) = (lines.FindAll(l => l.Number("amount") < 0), lines.FindAll(l => l.Number("amount") > 0));
        var standing = Standing(dispute.Text("status"));
        var doubt = dispute.Text("currency") != StripeMoney.Rupiah || lines.Exists(l => l.Text("currency") != StripeMoney.Rupiah) ? "mata uangnya bukan rupiah"
            : standing is null ? $"statusnya “{dispute.Text("status")}” tidak dikenal"
            : taken.Count > 1 || back.Count > 1 ? "dananya ditarik atau kembali lebih dari sekali"
            : !lines.Append(dispute).All(l => StripeMoney.IsWhole(l.Number("amount"))) ? "jumlahnya bukan rupiah utuh"
            : null;
        return doubt is not null
            ? new ProviderNotice.Unexplained(dispute.Text("id"), dispute.Time("created"), $"Sengketa {dispute.Text("id")} atas {dispute.IdOf("payment_intent")}: {doubt}. Periksa di dasbor Stripe.")
            : new ProviderNotice.Disputed(
                dispute.Text("id"),
                dispute.Time("created"),
                dispute.Text("id"),
                dispute.IdOf("payment_intent"),
                StripeMoney.FromMinor(dispute.Number("amount")),
                dispute.Text("reason"),
                standing!.Value,
                dispute.Object("evidence_details")?.Number("due_by") is { } due and > 0 ? DateTimeOffset.FromUnixTimeSeconds(due) : null,
                Money(taken),
                Money(back));
    }

    /// <summary>What a line of the balance took or gave back; its fee is signed, for some banks give that back as well.</summary>
    static DisputedMoney? Money(List<JsonElement> lines) => lines.Count == 0 ? null : new DisputedMoney(
        StripeMoney.FromMinor(Math.Abs(lines[0].Number("amount"))), StripeMoney.WholeRupiah(lines[0].Number("fee")), lines[0].Time("created"));

    static DisputeState? Standing(string status) => status switch
    {
        "needs_response" or "warning_needs_response" => DisputeState.Open,
        "under_review" or "warning_under_review" => DisputeState.EvidenceSent,
        "won" or "warning_closed" => DisputeState.Won,
        "lost" => DisputeState.Lost,
        _ => null,
    };
}
