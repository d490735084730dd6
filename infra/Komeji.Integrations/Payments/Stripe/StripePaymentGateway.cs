using System.Globalization;
using System.Text.Json;
using Komeji.Application.Payments;
using Komeji.Domain.Common;
using static Komeji.Integrations.Payments.Stripe.StripeClient;

namespace Komeji.Integrations.Payments.Stripe;

/// <summary>
/// Stripe's hosted checkout: the buyer pays on Stripe's page, so no card ever touches this program. An attempt is a Checkout
/// Session, the money that came is its payment intent.
/// </summary>
public sealed class StripePaymentGateway(StripeClient client, StripeSignature signatures, StripeOptions options) : IPaymentGateway
{
    public const string GatewayName = "stripe";

    /// <summary>Our ids in the metadata of Stripe's objects.</summary>
    internal const string AttemptField = "attempt";
    internal const string RefundField = "refund";

    const string Sessions = "v1/checkout/sessions";
    const string Refunds = "v1/refunds";

    /// <summary>Our clock and Stripe's may differ by this much.</summary>
    static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>Stripe keeps a page open between half an hour and a day.</summary>
    static readonly TimeSpan ShortestPage = TimeSpan.FromMinutes(32);
    static readonly TimeSpan LongestPage = TimeSpan.FromHours(24) - TimeSpan.FromMinutes(2);

    readonly StripeNews news = new(client, options);

    public string Name => GatewayName;

    public async Task<PaymentOutcome> Start(PaymentIntent intent, CancellationToken cancellationToken)
    {
        var reply = await client.Post(Sessions, Key(intent.Attempt.Value), Form(intent), cancellationToken);
        if (reply is StripeReply.Done { IsReplayed: true } old)
        {
            // The answer of the first time; how it stands now may be another matter.
            reply = await client.Get($"{Sessions}/{old.Body.Text("id")}", StripeSession.Expanded, cancellationToken);
        }

        var answer = reply switch
        {
            StripeReply.Done done => StripeSession.Read(done.Body),
            StripeReply.Refused refused => new ProviderAnswer.Declined(Reason(refused.Code)),
            StripeReply.Stuck => await LookUp(intent, cancellationToken),
            _ => new ProviderAnswer.Unknown(),
        };
        return answer switch
        {
            ProviderAnswer.Open open => new PaymentOutcome.NeedsAction(open.ProviderReference, open.PayAddress),
            ProviderAnswer.Declined declined => new PaymentOutcome.Declined(declined.Reason),

            // The key is of no more use and no page was opened under it: another try gets another key.
            ProviderAnswer.Absent => new PaymentOutcome.Declined("Gangguan sementara di penyedia pembayaran"),

            // Also when it has been paid meanwhile: asking about it books the money.
            _ => new PaymentOutcome.Unknown(),
        };
    }

    /// <summary>Whether a page was opened under a key that is of no more use.</summary>
    /// <exception cref="InvalidOperationException">The key was used for another amount.</exception>
    async Task<ProviderAnswer> LookUp(PaymentIntent intent, CancellationToken cancellationToken)
    {
        var (found, complete) = await FindSession(new AttemptTrace(intent.Attempt, "", intent.MadeAt), cancellationToken);
        if (found is null)
        {
            return complete ? new ProviderAnswer.Absent() : new ProviderAnswer.Unknown();
        }

        var reply = await client.Get($"{Sessions}/{found}", StripeSession.Expanded, cancellationToken);
        return reply is not StripeReply.Done { Body: var session } ? new ProviderAnswer.Unknown()
            : session.Number("amount_total") == StripeMoney.ToMinor(intent.Amount) ? StripeSession.Read(session)
            : throw new InvalidOperationException("The key was used with another amount.");
    }

    public async Task<ProviderAnswer> Ask(AttemptTrace attempt, CancellationToken cancellationToken)
    {
        var id = attempt.ProviderReference;
        if (id.Length == 0)
        {
            var (found, complete) = await FindSession(attempt, cancellationToken);
            if (found is null)
            {
                return complete ? new ProviderAnswer.Absent() : new ProviderAnswer.Unknown();
            }

            id = found;
        }

        return await client.Get($"{Sessions}/{id}", StripeSession.Expanded, cancellationToken) is StripeReply.Done done
            ? StripeSession.Read(done.Body)
            : new ProviderAnswer.Unknown();
    }

    /// <summary>Closes the page; one that is closed or paid already refuses, which is as good.</summary>
    public Task Withdraw(AttemptTrace attempt, CancellationToken cancellationToken) =>
        attempt.ProviderReference.Length == 0 ? Task.CompletedTask : client.Post($"{Sessions}/{attempt.ProviderReference}/expire", $"expire-{Key(attempt.Id.Value)}", [], cancellationToken);

    public async Task<RefundOutcome> Refund(RefundId key, string providerPayment, Rupiah amount, CancellationToken cancellationToken)
    {
        var form = With(
            ("payment_intent", providerPayment),
            ("amount", StripeMoney.ToMinor(amount).ToString(CultureInfo.InvariantCulture)),
            ("reason", "requested_by_customer"),
            ($"metadata[{RefundField}]", Key(key.Value)));
        var reply = await client.Post(Refunds, $"refund-{Key(key.Value)}", form, cancellationToken);
        return reply switch
        {
            StripeReply.Done { IsReplayed: true } => await AskRefund(key, providerPayment, cancellationToken),
            StripeReply.Done done => StripeRefund.Read(done.Body),
            StripeReply.Stuck => await Sent(key, providerPayment, amount, cancellationToken),
            StripeReply.Refused refused => await WhyNot(refused.Code, providerPayment, amount, cancellationToken),

            // A key that is stuck is free again after a day; until then it is asked about, and never sent under another.
            _ => new RefundOutcome.Unknown(),
        };
    }

    /// <summary>
    /// A refund that is refused may be paid by hand only where nothing else gives the buyer her money: whether the payment is disputed
    /// or was given back already is asked, for not every refusal names it.
    /// </summary>
    async Task<RefundOutcome> WhyNot(string code, string providerPayment, Rupiah amount, CancellationToken cancellationToken)
    {
        if (code is "charge_disputed" or "refund_disputed_payment")
        {
            return new RefundOutcome.Disputed();
        }

        var reply = await client.Get($"v1/payment_intents/{Uri.EscapeDataString(providerPayment)}", With(("expand[]", "latest_charge")), cancellationToken);
        if (reply is StripeReply.Refused { Status: 404 })
        {
            return new RefundOutcome.Failed(code);
        }

        if ((reply as StripeReply.Done)?.Body.Object("latest_charge") is not { } charge)
        {
            return new RefundOutcome.Unknown();
        }

        var (isOpen, lost) = (false, 0L);
        var complete = !charge.IsTrue("disputed") || await client.Read("v1/disputes", With(("payment_intent", providerPayment)), dispute =>
        {
            isOpen |= dispute.Text("status") is not ("won" or "lost" or "warning_closed");
            lost += dispute.Text("status") == "lost" ? dispute.Number("amount") : 0;
            return true;
        }, cancellationToken);
        return !complete ? new RefundOutcome.Unknown()
            : isOpen ? new RefundOutcome.Disputed()
            : code == "charge_already_refunded" || charge.Number("amount") - charge.Number("amount_refunded") - lost < StripeMoney.ToMinor(amount) ? new RefundOutcome.AlreadyBack(code.Length > 0 ? code : "refunded")
            : new RefundOutcome.Failed(code);
    }

    public async Task<IReadOnlyList<ProviderNotice>?> Disputes(string providerPayment, CancellationToken cancellationToken)
    {
        var notices = new List<ProviderNotice>();
        var complete = await client.Read("v1/disputes", With(("payment_intent", providerPayment)), dispute =>
        {
            notices.Add(StripeDispute.Notice(dispute));
            return true;
        }, cancellationToken);
        return complete ? notices : null;
    }

    /// <summary>What was sent under a key that is of no more use; nothing, perhaps, and then it is asked about until the key is free again.</summary>
    /// <exception cref="InvalidOperationException">The key was used for another amount.</exception>
    async Task<RefundOutcome> Sent(RefundId key, string providerPayment, Rupiah amount, CancellationToken cancellationToken) =>
        (await FindRefund(key, providerPayment, cancellationToken)).Refund is not { } refund ? new RefundOutcome.Unknown()
        : refund.Number("amount") == StripeMoney.ToMinor(amount) ? StripeRefund.Read(refund)
        : throw new InvalidOperationException("The key was used with another amount.");

    public async Task<RefundOutcome> AskRefund(RefundId key, string providerPayment, CancellationToken cancellationToken)
    {
        var (found, complete) = await FindRefund(key, providerPayment, cancellationToken);
        return found is { } refund ? StripeRefund.Read(refund) : complete ? new RefundOutcome.Absent() : new RefundOutcome.Unknown();
    }

    async Task<(JsonElement? Refund, bool Complete)> FindRefund(RefundId key, string providerPayment, CancellationToken cancellationToken)
    {
        JsonElement? found = null;
        var complete = await client.Read(Refunds, With(("payment_intent", providerPayment)), refund =>
        {
            found = StripeRefund.KeyOf(refund) == key ? refund : null;
            return found is null;
        }, cancellationToken);
        return (found, complete);
    }

    public ProviderEvent? Read(string body, string? signature, DateTimeOffset now) =>
        signatures.Believes(body, signature, now) ? StripeNews.Name(body) : null;

    public Task<IReadOnlyList<ProviderNotice>?> Learn(string body, CancellationToken cancellationToken) => news.Learn(body, cancellationToken);

    public Task<IReadOnlyList<ProviderMovement>?> Statement(CancellationToken cancellationToken) => StripeStatement.Read(client, cancellationToken);

    /// <summary>Everything in it follows from the attempt, so that a repetition under its key is the same request.</summary>
    static IReadOnlyList<KeyValuePair<string, string>> Form(PaymentIntent intent)
    {
        var attempt = Key(intent.Attempt.Value);
        return With(
            ("mode", "payment"),
            ("locale", "id"),
            ("client_reference_id", attempt),
            ("success_url", intent.ReturnAddress),
            ("cancel_url", intent.ReturnAddress.Split('?')[0]),
            ("expires_at", PageEnds(intent).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            ("line_items[0][quantity]", "1"),
            ("line_items[0][price_data][currency]", StripeMoney.Rupiah),
            ("line_items[0][price_data][unit_amount]", StripeMoney.ToMinor(intent.Amount).ToString(CultureInfo.InvariantCulture)),
            ("line_items[0][price_data][product_data][name]", $"Belanja {intent.PurchaseNumber}"),
            ($"metadata[{AttemptField}]", attempt),
            ("metadata[purchase]", intent.PurchaseNumber),

            // With the money its cost is known at once, not minutes later.
            ("payment_intent_data[capture_method]", "automatic"),
            ("payment_intent_data[description]", $"Belanja {intent.PurchaseNumber}"),
            ($"payment_intent_data[metadata][{AttemptField}]", attempt),
            ("payment_intent_data[metadata][purchase]", intent.PurchaseNumber));
    }

    static DateTimeOffset PageEnds(PaymentIntent intent)
    {
        var (soonest, latest) = (intent.MadeAt + ShortestPage, intent.MadeAt + LongestPage);
        return intent.PayBefore < soonest ? soonest : intent.PayBefore > latest ? latest : intent.PayBefore;
    }

    /// <summary>There is no looking up by our own id: the sessions made since the attempt are read through.</summary>
    async Task<(string? Id, bool Complete)> FindSession(AttemptTrace attempt, CancellationToken cancellationToken)
    {
        string? id = null;
        var key = Key(attempt.Id.Value);
        var query = With(
            ("created[gte]", (attempt.CreatedAt - Skew).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            ("created[lte]", (attempt.CreatedAt + TimeSpan.FromDays(1) + Skew).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        var complete = await client.Read(Sessions, query, session =>
        {
            id = session.Text("client_reference_id") == key ? session.Text("id") : null;
            return id is null;
        }, cancellationToken);
        return (id, complete);
    }

    static string Reason(string code) => code switch
    {
        "amount_too_small" => "Jumlahnya di bawah batas terkecil penyedia pembayaran",
        "amount_too_large" => "Jumlahnya di atas batas terbesar penyedia pembayaran",
        _ => $"Ditolak penyedia pembayaran ({code})",
    };

    static string Key(Guid id) => id.ToString();
}
