using System.Globalization;
using System.Text.Json.Nodes;
using Komeji.Application.Payments;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;

namespace Komeji.Integrations.Payments.Midtrans;

/// <summary>
/// Midtrans: a QRIS code or the number of a virtual account for our own page (Core API), or its page for wallets and cards (Snap). The
/// attempt's id is the order id, which Midtrans takes once; the money that came is its transaction.
/// </summary>
public sealed class MidtransPaymentGateway : IPaymentGateway
{
    public const string GatewayName = "midtrans";

    /// <summary>Marks the token of a page, of which Midtrans knows no transaction before the buyer has chosen something on it.</summary>
    const string PageMark = "snap:";

    static readonly TimeSpan ShortestPage = TimeSpan.FromMinutes(5);
    static readonly TimeSpan LongestPage = TimeSpan.FromDays(7);

    readonly MidtransClient client;
    readonly MidtransOptions options;
    readonly MidtransNews news;
    readonly List<MidtransChannel> channels;

    public MidtransPaymentGateway(MidtransClient client, MidtransSignature signatures, MidtransOptions options)
    {
        (this.client, this.options) = (client, options);
        news = new MidtransNews(client, signatures);
        channels = [.. options.Channels.Select(code => MidtransChannels.Named(code) ?? throw new ArgumentException($"Midtrans knows no {code}.", nameof(options)))];
        Channels = [.. channels.Select(c => c.Shown)];
    }

    public string Name => GatewayName;

    public IReadOnlyList<PayChannel> Channels { get; }

    /// <summary>Its statement is downloaded at its desk.</summary>
    public bool GivesStatement => false;

    public bool TellsHowDisputesEnd => false;

    public async Task<PaymentOutcome> Start(PaymentIntent intent, CancellationToken cancellationToken)
    {
        var channel = intent.Channel.Length == 0 ? channels[0] : channels.Find(c => c.Shown.Code == intent.Channel);
        if (channel is null || !channel.Shown.Takes(intent.Amount))
        {
            return new PaymentOutcome.Declined("Cara bayar itu tidak tersedia untuk jumlah ini; pilih yang lain");
        }

        if (channel.Shown.Kind == PayChannelKind.Page)
        {
            return await OpenPage(channel, intent, cancellationToken);
        }

        return await client.Post("v2/charge", $"{Key(intent.Attempt.Value)}-charge", MidtransForms.Charge(channel, intent), cancellationToken) switch
        {
            MidtransReply.Done done => await Charged(new MidtransTransaction(done.Body), done.Body.Text("qr_string"), intent, cancellationToken),
            MidtransReply.Refused { IsUsedBefore: true } => await UsedBefore(intent, cancellationToken),
            MidtransReply.Refused refused => new PaymentOutcome.Declined(Reason(refused.Code)),
            _ => new PaymentOutcome.Unknown(),
        };
    }

    /// <summary>
    /// The answer may be the one of an earlier call under the key, whatever was asked then: so the amount is compared, and how it stands
    /// now is asked.
    /// </summary>
    async Task<PaymentOutcome> Charged(MidtransTransaction charged, string code, PaymentIntent intent, CancellationToken cancellationToken)
    {
        RequireSame(charged, intent);
        var now = await StatusOf(charged.Id, cancellationToken) ?? charged;
        if (now.Answer("", intent.PayBefore) is not ProviderAnswer.Open open)
        {
            return OutcomeOf(now.Answer("", intent.PayBefore));
        }

        if (code.Length == 0)
        {
            return OutcomeOf(open);
        }

        var read = Qris.Read(code);
        if (read.Code is not { IsDynamic: true, Amount: { } amount } || amount != intent.Amount)
        {
            // Whoever scanned it would pay something else, or nobody would be told.
            await client.Post($"v2/{charged.Id}/cancel", $"{Key(intent.Attempt.Value)}-cancel", new JsonObject(), cancellationToken);
            return new PaymentOutcome.Declined("Kode QRIS dari penyedia tidak sah; pilih cara bayar lain");
        }

        return new PaymentOutcome.NeedsAction(open.ProviderReference, now.Instruction(intent.PayBefore, code).ToAddress());
    }

    /// <summary>The order id was used: what it was used for counts. The text of a QR code is told once only; without it another way has to be chosen.</summary>
    async Task<PaymentOutcome> UsedBefore(PaymentIntent intent, CancellationToken cancellationToken)
    {
        if (await StatusOf(Key(intent.Attempt.Value), cancellationToken) is not { } found)
        {
            return new PaymentOutcome.Unknown();
        }

        RequireSame(found, intent);
        return OutcomeOf(found.Answer("", intent.PayBefore));
    }

    /// <summary>Two pages for one order id are one payment all the same: it can be used for one transaction only.</summary>
    async Task<PaymentOutcome> OpenPage(MidtransChannel channel, PaymentIntent intent, CancellationToken cancellationToken)
    {
        var wanted = intent.PayBefore - intent.MadeAt;
        var until = wanted < ShortestPage ? ShortestPage : wanted > LongestPage ? LongestPage : wanted;
        var reply = await client.PostToSnap("snap/v1/transactions", $"{Key(intent.Attempt.Value)}-page", MidtransForms.Page(channel, intent, until), cancellationToken);
        return reply switch
        {
            MidtransReply.Done { Body: var page } when page.Text("token") is { Length: > 0 } token && IsOfMidtrans(page.Text("redirect_url")) =>
                new PaymentOutcome.NeedsAction(PageMark + token, new PayInstruction(channel.Shown.Code, intent.MadeAt + until, Link: page.Text("redirect_url")).ToAddress()),

            MidtransReply.Refused refused => await WhyNoPage(refused.Code, intent, cancellationToken),
            _ => new PaymentOutcome.Unknown(),
        };
    }

    /// <summary>Refused since the order id was used before, or for a reason of its own: asking tells which.</summary>
    async Task<PaymentOutcome> WhyNoPage(int code, PaymentIntent intent, CancellationToken cancellationToken)
    {
        var known = await UsedBefore(intent, cancellationToken);
        return known is PaymentOutcome.Unknown ? new PaymentOutcome.Declined(Reason(code)) : known;
    }

    public async Task<ProviderAnswer> Ask(AttemptTrace attempt, CancellationToken cancellationToken) =>
        await client.Get($"v2/{Key(attempt.Id.Value)}/status", cancellationToken) switch
        {
            MidtransReply.Done done => new MidtransTransaction(done.Body).Answer(attempt.ProviderReference, attempt.CreatedAt + TimeSpan.FromDays(1)),

            // Nothing was chosen on the page yet. Its address we have; Midtrans does not tell it again.
            MidtransReply.Missing when PageOf(attempt).Length > 0 => new ProviderAnswer.Open(attempt.ProviderReference, ""),
            MidtransReply.Missing => new ProviderAnswer.Absent(),
            _ => new ProviderAnswer.Unknown(),
        };

    /// <summary>Closes the page, and voids the transaction; what is paid or over already refuses, which is as good.</summary>
    public async Task Withdraw(AttemptTrace attempt, CancellationToken cancellationToken)
    {
        if (PageOf(attempt) is { Length: > 0 } page)
        {
            await client.PostToSnap($"snap/v1/transactions/{Uri.EscapeDataString(page)}/cancel", $"{Key(attempt.Id.Value)}-close", new JsonObject(), cancellationToken);
        }

        await client.Post($"v2/{Key(attempt.Id.Value)}/cancel", $"{Key(attempt.Id.Value)}-cancel", new JsonObject(), cancellationToken);
    }

    public async Task<RefundOutcome> Refund(RefundId key, string providerPayment, Rupiah amount, CancellationToken cancellationToken)
    {
        var reply = await client.Get($"v2/{Uri.EscapeDataString(providerPayment)}/status", cancellationToken);
        if (reply is not MidtransReply.Done { Body: var body })
        {
            return reply is MidtransReply.Missing ? new RefundOutcome.Failed("midtrans_404") : new RefundOutcome.Unknown();
        }

        var paid = new MidtransTransaction(body);
        if (Found(paid, key, amount) is { } before)
        {
            return before;
        }

        var back = Rupiah.Sum(paid.Refunds().Select(r => r.Amount));
        return paid.IsChargedBack ? new RefundOutcome.Disputed()
            : paid.IsPartlyChargedBack ? new RefundOutcome.AlreadyBack("chargeback")
            : paid.Amount(out _) is not { } whole || back + amount > whole ? new RefundOutcome.AlreadyBack("already_refunded")
            : !paid.CanGiveBack ? new RefundOutcome.Failed("virtual_account_cannot_refund")
            : paid.IsOnItsWay ? new RefundOutcome.Pending("")
            : await Send(key, providerPayment, amount, cancellationToken);
    }

    async Task<RefundOutcome> Send(RefundId key, string providerPayment, Rupiah amount, CancellationToken cancellationToken)
    {
        var form = new JsonObject { ["refund_key"] = Key(key.Value), ["amount"] = MidtransMoney.Out(amount), ["reason"] = "Pengembalian dana Komeji" };
        switch (await client.Post($"v2/{Uri.EscapeDataString(providerPayment)}/refund", $"{Key(key.Value)}-refund", form, cancellationToken))
        {
            case MidtransReply.Done:
                // The answer names the sum of all refunds, and may be an old one: what is listed counts.
                var listed = await StatusOf(providerPayment, cancellationToken);
                return listed is null ? new RefundOutcome.Unknown() : Found(listed, key, amount) ?? new RefundOutcome.Pending("");
            case MidtransReply.Refused refused:
                // The issuer of a QRIS payment, or the time since, may not allow it. It is paid by hand only when it is certain that it did not go.
                var known = await AskRefund(key, providerPayment, cancellationToken);
                return known is RefundOutcome.Absent ? new RefundOutcome.Failed($"midtrans_{refused.Code.ToString(CultureInfo.InvariantCulture)}") : known;
            case MidtransReply.Missing:
                return new RefundOutcome.Failed("midtrans_404");
            default:
                return new RefundOutcome.Unknown();
        }
    }

    public async Task<RefundOutcome> AskRefund(RefundId key, string providerPayment, CancellationToken cancellationToken) =>
        await client.Get($"v2/{Uri.EscapeDataString(providerPayment)}/status", cancellationToken) switch
        {
            MidtransReply.Done done => Found(new MidtransTransaction(done.Body), key, null) ?? new RefundOutcome.Absent(),
            MidtransReply.Missing => new RefundOutcome.Absent(),
            _ => new RefundOutcome.Unknown(),
        };

    public async Task<IReadOnlyList<ProviderMovement>?> RefundsOf(string providerPayment, CancellationToken cancellationToken) =>
        await StatusOf(providerPayment, cancellationToken) is { } paid
            ? [.. paid.Refunds().Select(r => new ProviderMovement(ProviderMovementKind.Refunded, r.Key, -r.Amount, r.At))]
            : null;

    /// <summary>Midtrans tells of a chargeback by a status only, and never how it ended.</summary>
    public async Task<IReadOnlyList<ProviderNotice>?> Disputes(string providerPayment, CancellationToken cancellationToken) =>
        (await StatusOf(providerPayment, cancellationToken))?.Disputes();

    /// <summary>Signed in the body; there is no time in it to be too old.</summary>
    public ProviderEvent? Read(string body, string? signature, DateTimeOffset now) => news.Name(body, now);

    public Task<IReadOnlyList<ProviderNotice>?> Learn(string body, CancellationToken cancellationToken) => news.Learn(body, cancellationToken);

    public Task<IReadOnlyList<ProviderMovement>?> Statement(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ProviderMovement>?>([]);

    async Task<MidtransTransaction?> StatusOf(string id, CancellationToken cancellationToken) =>
        await client.Get($"v2/{Uri.EscapeDataString(id)}/status", cancellationToken) is MidtransReply.Done done ? new MidtransTransaction(done.Body) : null;

    /// <param name="amount">Null where any will do.</param>
    /// <exception cref="InvalidOperationException">The key was used for another amount.</exception>
    static RefundOutcome? Found(MidtransTransaction paid, RefundId key, Rupiah? amount)
    {
        var sent = paid.Refunds().Where(r => r.Key == Key(key.Value)).ToList();
        return sent.Count == 0 ? null
            : amount is not null && sent[0].Amount != amount ? throw new InvalidOperationException("The key was used with another amount.")
            : sent[0].IsDone ? new RefundOutcome.Succeeded(sent[0].Key)
            : new RefundOutcome.Pending(sent[0].Key);
    }

    /// <exception cref="InvalidOperationException">The key was used for another amount.</exception>
    static void RequireSame(MidtransTransaction found, PaymentIntent intent)
    {
        if (found.Amount(out var isWhole) != intent.Amount || !isWhole)
        {
            throw new InvalidOperationException("The key was used with another amount.");
        }
    }

    static PaymentOutcome OutcomeOf(ProviderAnswer answer) => answer switch
    {
        ProviderAnswer.Open open => new PaymentOutcome.NeedsAction(open.ProviderReference, open.PayAddress),
        ProviderAnswer.Declined declined => new PaymentOutcome.Declined(declined.Reason),

        // Also when it has been paid meanwhile: asking about it books the money.
        _ => new PaymentOutcome.Unknown(),
    };

    /// <summary>People are sent there: an address of another company's would be no page of Midtrans.</summary>
    bool IsOfMidtrans(string address) => Uri.TryCreate(address, UriKind.Absolute, out var page) && page.GetLeftPart(UriPartial.Authority) == options.SnapBase.GetLeftPart(UriPartial.Authority);

    static string PageOf(AttemptTrace attempt) => attempt.ProviderReference.StartsWith(PageMark, StringComparison.Ordinal) ? attempt.ProviderReference[PageMark.Length..] : "";

    static string Reason(int code) => code == 402 ? "Cara bayar itu belum dibuka untuk Komeji; pilih yang lain" : $"Ditolak penyedia pembayaran ({code.ToString(CultureInfo.InvariantCulture)})";

    static string Key(Guid id) => id.ToString();
}
