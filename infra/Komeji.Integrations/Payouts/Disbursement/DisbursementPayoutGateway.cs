using System.Text.Json;
using System.Text.Json.Nodes;
using Komeji.Application.Payments;
using Komeji.Application.Payouts.Providers;
using Komeji.Domain.Common;
using Komeji.Integrations.Payments;

namespace Komeji.Integrations.Payouts.Disbursement;

/// <summary>Payouts by a licensed provider's disbursement interface. A try's id is the reference and the idempotency key at once.</summary>
public sealed class DisbursementPayoutGateway(DisbursementClient client, DisbursementSignature signatures) : IPayoutGateway
{
    public const string GatewayName = "disbursement";

    static readonly IReadOnlyList<ProviderNotice> Nothing = [];

    public string Name => GatewayName;

    public async Task<AccountAnswer> Inquire(string bankCode, string account, CancellationToken cancellationToken)
    {
        var form = new JsonObject { ["bank_code"] = bankCode, ["account_number"] = account };
        return await client.Post("v1/account-inquiries", "", form, cancellationToken) switch
        {
            DisbursementReply.Done { Body: var told } when told.Text("status") == "valid" && told.Text("account_name").Trim().Length > 0 => new AccountAnswer.Found(told.Text("account_name")),
            DisbursementReply.Done { Body: var told } when told.Text("status") == "invalid" => new AccountAnswer.Missing(),
            _ => new AccountAnswer.Unknown(),
        };
    }

    /// <exception cref="InvalidOperationException">The key was used for something else.</exception>
    public async Task<TransferOutcome> Send(TransferOrder order, CancellationToken cancellationToken)
    {
        var form = new JsonObject
        {
            ["reference"] = Key(order.Key),
            ["method"] = "bi_fast",
            ["bank_code"] = order.BankCode,
            ["account_number"] = order.Account,
            ["account_name"] = order.Holder,
            ["amount"] = order.Amount.Amount,
            ["currency"] = "IDR",
            ["description"] = $"Komeji {order.Number}",
        };
        return await client.Post("v1/transfers", Key(order.Key), form, cancellationToken) switch
        {
            DisbursementReply.Done done => Same(done.Body, order.Key, order.Amount) ? Outcome(done.Body) : throw UsedOtherwise(),
            DisbursementReply.Refused { Code: "idempotency_mismatch" } => throw UsedOtherwise(),
            DisbursementReply.Refused refused => new TransferOutcome.Failed(Reason(refused.Code)),
            _ => new TransferOutcome.Unknown(),
        };
    }

    public async Task<TransferOutcome> Ask(PayoutAttemptId key, Rupiah amount, CancellationToken cancellationToken) => Heard(await Get(key, cancellationToken), key, amount);

    Task<DisbursementReply> Get(PayoutAttemptId key, CancellationToken cancellationToken) => client.Get($"v1/transfers/{Key(key)}", cancellationToken);

    static TransferOutcome Heard(DisbursementReply reply, PayoutAttemptId key, Rupiah amount) => reply switch
    {
        DisbursementReply.Done done when Same(done.Body, key, amount) => Outcome(done.Body),
        DisbursementReply.Missing => new TransferOutcome.Absent(),
        _ => new TransferOutcome.Unknown(),
    };

    public ProviderEvent? Read(string body, string? signature, DateTimeOffset now)
    {
        if (!signatures.Believes(body, signature, now))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            var (id, type) = (document.RootElement.Text("id"), document.RootElement.Text("type"));
            return id.Length is > 0 and <= 100 ? new ProviderEvent(id, PlainText.Cut(type, 60)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public async Task<IReadOnlyList<ProviderNotice>?> Learn(string body, Func<PayoutAttemptId, Task<Rupiah?>> amountOf, CancellationToken cancellationToken)
    {
        using var document = JsonDocument.Parse(body);
        var reference = document.RootElement.Object("data")?.Text("reference") ?? "";
        if (!Guid.TryParse(reference, out var id) || await amountOf(new PayoutAttemptId(id)) is not { } amount)
        {
            return Nothing;
        }

        var (key, told, at) = (new PayoutAttemptId(id), document.RootElement.Text("id"), document.RootElement.Time("created"));
        var reply = await Get(key, cancellationToken);
        if (reply is DisbursementReply.Done done && !Same(done.Body, key, amount))
        {
            return [new ProviderNotice.Unexplained(told, at, $"transfer {Key(key)}: the provider shows another reference, amount or currency than {amount}")];
        }

        // The provider told of it, so it must be able to show it: absent is no answer here.
        return Heard(reply, key, amount) is var outcome and not (TransferOutcome.Unknown or TransferOutcome.Absent)
            ? [new ProviderNotice.TransferMoved(told, at, key, outcome)]
            : null;
    }

    static TransferOutcome Outcome(JsonElement told) => told.Text("status") switch
    {
        "queued" or "processed" => new TransferOutcome.Pending(),
        "completed" => new TransferOutcome.Succeeded(Reference(told)),
        "failed" => new TransferOutcome.Failed(Reason(told.Text("failure_code"))),
        "returned" => new TransferOutcome.Returned(Reference(told), Reason(told.Text("failure_code"))),
        _ => new TransferOutcome.Unknown(),
    };

    /// <summary>What is shown under the key must be what was asked for.</summary>
    static bool Same(JsonElement told, PayoutAttemptId key, Rupiah amount) =>
        told.Text("reference") == Key(key) && told.Number("amount") == amount.Amount && told.Text("currency") == "IDR";

    /// <summary>What the bank calls it; while it has told nothing usable, what the provider does.</summary>
    static string Reference(JsonElement told) =>
        PlainText.Name(told.Text("bank_reference")) is { Length: >= 4 and <= 60 } bank ? bank
        : PlainText.Name(told.Text("id")) is { Length: >= 4 and <= 60 } own ? own
        : "tanpa nomor";

    static string Reason(string code) => code switch
    {
        "account_not_found" => "Rekening tidak ditemukan di bank.",
        "account_closed" => "Rekening sudah ditutup atau diblokir.",
        "bank_unavailable" => "Bank penerima sedang terganggu.",
        "insufficient_balance" => "Saldo pada penyedia belum cukup.",
        "amount_too_large" => "Jumlahnya di atas batas penyedia.",
        _ => "Bank atau penyedia menolak transfer ini.",
    };

    static InvalidOperationException UsedOtherwise() => new("The key was used for another transfer.");

    static string Key(PayoutAttemptId id) => id.Value.ToString();
}
