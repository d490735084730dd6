using System.Text.Json;
using Komeji.Application.Payments;
using Notices = System.Collections.Generic.IReadOnlyList<Komeji.Application.Payments.ProviderNotice>;

namespace Komeji.Integrations.Payments.Stripe;

/// <summary>
/// What Stripe's notifications mean. They come late, twice and in any order, so nothing is read from one but its kind and what it
/// is about; how that stands is asked of Stripe.
/// </summary>
sealed class StripeNews(StripeClient client, StripeOptions options)
{
    static readonly Notices Nothing = [];
    static readonly IReadOnlyList<KeyValuePair<string, string>> IntentExpanded = StripeClient.With(("expand[]", "latest_charge.balance_transaction"));

    /// <returns>Null when it is no notification of Stripe's, however rightly signed.</returns>
    public static ProviderEvent? Name(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var (id, kind) = (document.RootElement.Text("id"), document.RootElement.Text("type"));
            return IsName(id) && IsName(kind) ? new ProviderEvent(id, kind) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static bool IsName(string text) => text.Length is > 0 and <= 100 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.');

    public async Task<Notices?> Learn(string body, CancellationToken cancellationToken)
    {
        using var document = JsonDocument.Parse(body);
        var told = document.RootElement;
        var about = told.Object("data")?.Object("object") ?? default;
        var (kind, id) = (told.Text("type"), about.Text("id"));
        if (told.IsTrue("livemode") != options.IsLive || id.Length == 0 || !id.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            // Of the other mode: its money is not ours, or no money at all.
            return Nothing;
        }

        return kind switch
        {
            _ when kind.StartsWith("checkout.session.", StringComparison.Ordinal) => await Session($"v1/checkout/sessions/{id}", cancellationToken),
            "payment_intent.succeeded" or "payment_intent.payment_failed" or "payment_intent.canceled" or "payment_intent.processing" => await Intent(id, cancellationToken),
            "charge.succeeded" or "charge.updated" or "charge.failed" => about.IdOf("payment_intent") is { Length: > 0 } intent ? await Intent(intent, cancellationToken) : Nothing,
            "charge.refunded" => about.IdOf("payment_intent") is { Length: > 0 } intent ? await RefundsOf(intent, cancellationToken) : Nothing,
            "refund.created" or "refund.updated" or "refund.failed" or "charge.refund.updated" => await Refund(id, kind == "refund.created", cancellationToken),
            _ when kind.StartsWith("charge.dispute.", StringComparison.Ordinal) => await Dispute(id, cancellationToken),
            "radar.early_fraud_warning.created" => [new ProviderNotice.Unexplained(id, told.Time("created"), $"Bank menduga penipuan: {id}, {about.IdOf("payment_intent")}. Periksa pesanannya sebelum dikirim.")],
            "payout.paid" or "payout.failed" or "payout.canceled" or "payout.reconciliation_completed" => await Payout(id, cancellationToken),
            _ => Nothing,
        };
    }

    async Task<Notices?> Session(string path, CancellationToken cancellationToken) =>
        await client.Get(path, StripeSession.Expanded, cancellationToken) switch
        {
            StripeReply.Done done => Meaning(done.Body),

            // What Stripe told of it must be able to show: a refusal may pass, and is put before a person if it does not.
            _ => null,
        };

    static Notices Meaning(JsonElement session) => (StripeSession.Read(session), StripeSession.AttemptOf(session)) switch
    {
        (ProviderAnswer.Paid paid, _) => paid.Notices,
        (ProviderAnswer.Unknown, _) => [new ProviderNotice.Unexplained(session.Text("id"), session.Time("created"), $"Halaman bayar {session.Text("id")} selesai, tetapi uangnya tidak dapat dicocokkan dengan belanja. Periksa di dasbor Stripe.")],
        (ProviderAnswer.Declined declined, { } attempt) => [new ProviderNotice.Declined(session.Text("id"), session.Time("created"), attempt, declined.Reason)],
        _ => Nothing,
    };

    async Task<Notices?> Intent(string id, CancellationToken cancellationToken)
    {
        switch (await client.Get($"v1/payment_intents/{id}", IntentExpanded, cancellationToken))
        {
            case StripeReply.Done done when StripeSession.Paid(done.Body) is { } paid:
                return [paid];
            case StripeReply.Done done when StripeSession.AttemptOf(done.Body) is not null:
                // A card that was refused may be followed by another on the same page: the page decides.
                var (complete, session) = await SessionOf(id, cancellationToken);
                return session is not null ? await Session($"v1/checkout/sessions/{session}", cancellationToken) : complete ? Nothing : null;
            case StripeReply.Done { Body: var money } when money.Text("status") == "succeeded":
                // Money without our key: its page may have it.
                return await SessionOf(id, cancellationToken) switch
                {
                    (true, null) => [new ProviderNotice.Unexplained(id, money.Time("created"), $"Uang masuk {id} di Stripe tanpa tanda belanja Komeji. Periksa di dasbor Stripe milik siapa.")],
                    (_, { } page) => await Session($"v1/checkout/sessions/{page}", cancellationToken),
                    _ => null,
                };
            case StripeReply.Done:
                return Nothing;
            default:
                return null;
        }
    }

    async Task<(bool Complete, string? Id)> SessionOf(string intent, CancellationToken cancellationToken)
    {
        string? session = null;
        var complete = await client.Read("v1/checkout/sessions", StripeClient.With(("payment_intent", intent)), s =>
        {
            session = s.Text("id");
            return false;
        }, cancellationToken);
        return (complete, session);
    }

    async Task<Notices?> RefundsOf(string intent, CancellationToken cancellationToken)
    {
        var notices = new List<ProviderNotice>();
        var complete = await client.Read("v1/refunds", StripeClient.With(("payment_intent", intent)), refund =>
        {
            if (StripeRefund.Notice(refund) is { } notice)
            {
                notices.Add(notice);
            }

            return true;
        }, cancellationToken);
        return complete ? notices : null;
    }

    async Task<Notices?> Refund(string id, bool isNew, CancellationToken cancellationToken) =>
        await client.Get($"v1/refunds/{id}", [], cancellationToken) switch
        {
            StripeReply.Done done when StripeRefund.Notice(done.Body) is { } notice => [notice],
            StripeReply.Done done when isNew && StripeRefund.KeyOf(done.Body) is null =>
                [new ProviderNotice.Unexplained(id, done.Body.Time("created"), $"Pengembalian {id} atas {done.Body.IdOf("payment_intent")} dibuat di Stripe, bukan dari Komeji. Bukukan setelah diputuskan siapa yang menanggung.")],
            StripeReply.Done => Nothing,
            _ => null,
        };

    async Task<Notices?> Dispute(string id, CancellationToken cancellationToken) =>
        await client.Get($"v1/disputes/{id}", [], cancellationToken) switch
        {
            StripeReply.Done done => [StripeDispute.Notice(done.Body)],
            _ => null,
        };

    /// <summary>One that failed had left first: both are booked, whichever was heard before.</summary>
    async Task<Notices?> Payout(string id, CancellationToken cancellationToken)
    {
        switch (await client.Get($"v1/payouts/{id}", [], cancellationToken))
        {
            case StripeReply.Done { Body: var payout } when payout.Text("currency") == StripeMoney.Rupiah:
                var (at, amount) = (payout.Time("created"), StripeMoney.WholeRupiah(payout.Number("amount")));
                var settled = new ProviderNotice.Settled(id, at, id, amount);
                return payout.Text("status") switch
                {
                    "paid" => [settled],
                    "failed" or "canceled" => [settled, new ProviderNotice.SettlementReturned(id, at, id, amount)],
                    _ => Nothing,
                };
            case StripeReply.Done:
                return [new ProviderNotice.Unexplained(id, DateTimeOffset.UnixEpoch, $"Pencairan {id} bukan dalam rupiah. Akun Stripe harus diselesaikan dalam rupiah.")];
            default:
                return null;
        }
    }
}
