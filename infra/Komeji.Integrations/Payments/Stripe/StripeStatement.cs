using System.Text.Json;
using Komeji.Application.Payments;
using Komeji.Domain.Common;

namespace Komeji.Integrations.Payments.Stripe;

/// <summary>Stripe's balance, line by line. A kind of line no rule books is shown as what it is, so that it differs and is seen.</summary>
static class StripeStatement
{
    public static async Task<IReadOnlyList<ProviderMovement>?> Read(StripeClient client, CancellationToken cancellationToken)
    {
        var (lines, inRupiah) = (new List<ProviderMovement>(), true);
        var complete = await client.Read("v1/balance_transactions", StripeClient.With(("expand[]", "data.source")), line =>
        {
            inRupiah = line.Text("currency") == StripeMoney.Rupiah;
            lines.AddRange(MovementsOf(line));
            return inRupiah;
        }, cancellationToken);
        return complete && inRupiah ? lines : null;
    }

    static IEnumerable<ProviderMovement> MovementsOf(JsonElement line)
    {
        var source = line.Object("source") ?? default;
        var (id, at, fee) = (line.Text("id"), line.Time("created"), StripeMoney.WholeRupiah(line.Number("fee")));
        if (StripeMoney.Fraction(line.Number("amount")) - StripeMoney.Fraction(line.Number("fee")) is not 0 and var hundredths)
        {
            yield return new ProviderMovement(ProviderMovementKind.Rounding, id, Rupiah.Zero, at, hundredths);
        }

        var (kind, reference) = KindOf(line, source);
        if (kind is null)
        {
            yield break;
        }

        var isDispute = kind is ProviderMovementKind.Disputed or ProviderMovementKind.DisputeReturned;
        yield return new ProviderMovement(kind.Value, reference, StripeMoney.WholeRupiah(line.Number("amount")) - (isDispute ? fee : Rupiah.Zero), at);
        if (fee.IsPositive && !isDispute)
        {
            yield return new ProviderMovement(ProviderMovementKind.Cost, id, -fee, at);
        }
    }

    /// <returns>No kind for a payout that is still on its way: it is booked when it has arrived.</returns>
    static (ProviderMovementKind? Kind, string Reference) KindOf(JsonElement line, JsonElement source) => line.Text("type") switch
    {
        "charge" or "payment" => (ProviderMovementKind.Captured, source.IdOf("payment_intent") is { Length: > 0 } intent ? intent : source.Text("id")),
        "refund" or "payment_refund" => (ProviderMovementKind.Refunded, OurKey(source)),
        "refund_failure" or "payment_failure_refund" => (ProviderMovementKind.RefundReturned, OurKey(source)),
        "payout" => (source.Text("status") is "pending" or "in_transit" ? null : ProviderMovementKind.Settled, source.Text("id")),
        "payout_failure" or "payout_cancel" => (ProviderMovementKind.SettlementReturned, source.Text("id")),
        "adjustment" when source.Text("object") == "dispute" =>
            (line.Number("amount") < 0 ? ProviderMovementKind.Disputed : ProviderMovementKind.DisputeReturned, source.Text("id")),
        _ => (ProviderMovementKind.Other, line.Text("id")),
    };

    static string OurKey(JsonElement refund) => StripeRefund.KeyOf(refund) is { } key ? key.Value.ToString() : refund.Text("id");
}
