using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Komeji.Application.Payments;
using Komeji.Domain.Common;

namespace Komeji.Integrations.Payments.Midtrans;

/// <summary>
/// What Midtrans' notifications mean. The signature covers the order id and the amount, not what happened: so nothing is read from one
/// but its order id, and how that stands is asked of Midtrans.
/// </summary>
sealed class MidtransNews(MidtransClient client, MidtransSignature signatures)
{
    static readonly IReadOnlyList<ProviderNotice> Nothing = [];

    /// <returns>Null when it is not signed, or is no notification about a transaction.</returns>
    public ProviderEvent? Name(string body, DateTimeOffset now)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var told = document.RootElement;
            var (order, code, amount) = (told.Text("order_id"), told.Text("status_code"), told.Text("gross_amount"));
            return order.Length is > 0 and <= 100 && signatures.Believes(order, code, amount, told.Text("signature_key")) ? EventOf(told, order, now) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public async Task<IReadOnlyList<ProviderNotice>?> Learn(string body, CancellationToken cancellationToken)
    {
        using var document = JsonDocument.Parse(body);
        var order = document.RootElement.Text("order_id");
        return await client.Get($"v2/{Uri.EscapeDataString(order)}/status", cancellationToken) switch
        {
            MidtransReply.Done done => new MidtransTransaction(done.Body).Notices(),

            // A trial notification of the dashboard is about nothing. One about our own attempt must be able to show it.
            MidtransReply.Missing when !Guid.TryParse(order, out _) => Nothing,
            _ => null,
        };
    }

    /// <summary>
    /// Midtrans numbers no notifications: one is known by its transaction and what became of it, with the refunds told, so that a second
    /// delivery is known and a second refund is news. A chargeback told on another day is news, too: it may be another one.
    /// </summary>
    static ProviderEvent EventOf(JsonElement told, string order, DateTimeOffset now)
    {
        var status = told.Text("transaction_status");
        var kind = IsName(status) ? status : "?";
        var about = told.Text("transaction_id") is var id && IsName(id) ? id : Digest(order);
        var money = string.Join(';', told.List("refunds").Append(told).Select(r => $"{r.Text("refund_key")}={r.Text("refund_amount")}{r.Text("bank_confirmed_at")}"));
        var day = kind is "chargeback" or "partial_chargeback" ? Wib.DayOf(now).ToString("O", CultureInfo.InvariantCulture) : "";
        return new ProviderEvent($"{about}.{kind}.{Digest($"{told.Text("status_code")} {told.Text("fraud_status")} {told.Text("settlement_time")} {money}{day}")}", kind);
    }

    static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    static bool IsName(string text) => text.Length is > 0 and <= 50 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
