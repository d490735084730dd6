using System.Text.Json;
using Komeji.Application.Payments;
using Komeji.Domain.Common;

namespace Komeji.Integrations.Payments.Stripe;

/// <summary>How a Checkout Session stands, with the money that came through it.</summary>
static class StripeSession
{
    public static readonly IReadOnlyList<KeyValuePair<string, string>> Expanded = StripeClient.With(("expand[]", "payment_intent.latest_charge.balance_transaction"));

    public static ProviderAnswer Read(JsonElement session)
    {
        var intent = session.Object("payment_intent");
        if (intent is { } paid && Paid(paid, AttemptOf(session)) is { } notice)
        {
            return new ProviderAnswer.Paid([notice]);
        }

        var (id, url) = (session.Text("id"), session.Text("url"));
        return (session.Text("status"), intent?.Text("status")) switch
        {
            ("open", _) => new ProviderAnswer.Open(id, url),
            ("expired", _) => new ProviderAnswer.Declined("Halaman bayar di penyedia sudah ditutup"),

            ("complete", "processing" or "requires_action" or "requires_capture") => new ProviderAnswer.Processing(id, session.Text("success_url")),
            ("complete", "requires_payment_method" or "canceled") => new ProviderAnswer.Declined("Pembayaran tidak berhasil di bank atau dompet Anda"),
            _ => new ProviderAnswer.Unknown(),
        };
    }

    /// <summary>The money of a payment intent; null when there is none, or none for us.</summary>
    /// <param name="ofSession">The attempt its page was opened for, should the intent not say.</param>
    public static ProviderNotice.Paid? Paid(JsonElement intent, AttemptId? ofSession = null)
    {
        if (intent.Text("status") != "succeeded" || (AttemptOf(intent) ?? ofSession) is not { } attempt)
        {
            return null;
        }

        var charge = intent.Object("latest_charge") ?? default;
        var currency = intent.Text("currency");
        var received = intent.Number("amount_received");
        return new ProviderNotice.Paid(
            intent.Text("id"),
            (charge.ValueKind == JsonValueKind.Object ? charge : intent).Time("created"),
            attempt,
            intent.Text("id"),
            currency == StripeMoney.Rupiah ? StripeMoney.WholeRupiah(received) : new Rupiah(received),
            currency.ToUpperInvariant(),
            Method(charge.Object("payment_method_details")?.Text("type") ?? ""),
            charge.Object("balance_transaction") is { } line ? CostOf(line) : null,
            IsWhole: currency != StripeMoney.Rupiah || StripeMoney.IsWhole(received));
    }

    public static AttemptId? AttemptOf(JsonElement holder) =>
        Guid.TryParse(holder.Object("metadata")?.Text(StripePaymentGateway.AttemptField), out var id) || Guid.TryParse(holder.Text("client_reference_id"), out id) ? new AttemptId(id) : null;

    /// <summary>Null when the account does not settle in rupiah: what was kept cannot be told in rupiah then.</summary>
    static ProviderCost? CostOf(JsonElement line) =>
        line.Text("currency") == StripeMoney.Rupiah ? new ProviderCost(StripeMoney.WholeRupiah(line.Number("fee")), line.Text("id")) : null;

    static string Method(string type) => type switch
    {
        "" => "Stripe",
        "card" => "Kartu",
        "qris" => "QRIS",
        "gopay" => "GoPay",
        "id_bank_transfer" => "Transfer bank",
        _ => PlainText.Cut(type, 40),
    };
}

/// <summary>How a refund stands.</summary>
static class StripeRefund
{
    public static RefundOutcome Read(JsonElement refund) => refund.Text("status") switch
    {
        "succeeded" => new RefundOutcome.Succeeded(refund.Text("id")),
        "pending" or "requires_action" => new RefundOutcome.Pending(refund.Text("id")),
        "failed" or "canceled" => new RefundOutcome.Failed(Reason(refund)),
        _ => new RefundOutcome.Unknown(),
    };

    /// <summary>Our key; null for a refund somebody made at Stripe's own desk.</summary>
    public static RefundId? KeyOf(JsonElement refund) =>
        Guid.TryParse(refund.Object("metadata")?.Text(StripePaymentGateway.RefundField), out var id) ? new RefundId(id) : null;

    /// <summary>Null while it is on its way.</summary>
    public static ProviderNotice? Notice(JsonElement refund)
    {
        if (KeyOf(refund) is not { } key)
        {
            return null;
        }

        // A failure is told by several notifications; the line that took the money back is one.
        var (id, back) = (refund.Text("id"), refund.IdOf("failure_balance_transaction"));
        return Read(refund) switch
        {
            RefundOutcome.Succeeded => new ProviderNotice.RefundDone(id, refund.Time("created"), key, Succeeded: true, id),
            RefundOutcome.Failed failed => new ProviderNotice.RefundDone(back.Length > 0 ? back : id, refund.Time("created"), key, Succeeded: false, failed.Reason),
            _ => null,
        };
    }

    static string Reason(JsonElement refund) => refund.Text("failure_reason") is { Length: > 0 } reason ? reason : refund.Text("status");
}
