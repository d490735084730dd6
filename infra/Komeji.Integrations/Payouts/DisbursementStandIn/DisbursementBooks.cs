using System.Text.Json.Nodes;
using Komeji.Integrations.Payments.StandIns;

namespace Komeji.Integrations.Payouts.DisbursementStandIn;

/// <param name="Status">Of the protocol.</param>
sealed record DisbursementAnswer(int Status, JsonObject Body)
{
    public static DisbursementAnswer Refuse(int status, string code) => new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code } });
}

/// <summary>
/// What happens at the stand-in: transfers are queued, processed, completed or failed, and may be returned later. A key is good for one
/// request: the same again shows the transfer as it stands, another is refused. Every step writes its notification. Nothing of it moves money.
/// </summary>
public sealed class DisbursementBooks
{
    const long MostByBiFast = 250_000_000;

    static readonly IReadOnlyList<string> Compared = ["reference", "bank_code", "account_number", "account_name", "amount", "currency", "method"];

    readonly StandInObjects objects;
    readonly TimeProvider clock;
    readonly DisbursementPost post;

    internal DisbursementBooks(string? file, TimeProvider clock, DisbursementPost post) =>
        (objects, this.clock, this.post) = (new StandInObjects(file), clock, post);

    /// <summary>In whose name a bank keeps an account, by its code and number; null: there is no such account.</summary>
    public Func<string, string, string?> HolderOf { get; set; } = (_, account) => account.EndsWith("00", StringComparison.Ordinal) ? null : "PEMILIK REKENING";

    public int Transfers => objects.Do(() => objects.All(Kind).Count());

    /// <summary>What was asked for, whether it arrived or not.</summary>
    public long Asked => objects.Do(() => objects.All(Kind).Sum(t => t.Number("amount")));

    /// <summary>How often names were asked for.</summary>
    public int Inquiries { get; private set; }

    internal DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>A transfer as it stands, by our reference; null when it never arrived here.</summary>
    public JsonObject? Show(string reference) => objects.Do(() => Find(reference)?.DeepClone().AsObject());

    /// <summary>The newest first.</summary>
    public IReadOnlyList<JsonObject> All() => objects.Do(() => objects.All(Kind).Select(t => t.DeepClone().AsObject()).ToList());

    /// <summary>The bank takes it in hand.</summary>
    public void Process(string reference) => Move(reference, "processed", "");

    public void Complete(string reference) => Move(reference, "completed", "");

    public void Fail(string reference, string code = "account_closed") => Move(reference, "failed", code);

    /// <summary>What had arrived comes back.</summary>
    public void Return(string reference, string code = "account_closed") => Move(reference, "returned", code);

    /// <summary>A state that nobody foresaw.</summary>
    public void Disguise(string reference, string status) => Move(reference, status, "");

    internal DisbursementAnswer Inquire(JsonObject form) => objects.Do(() =>
    {
        Inquiries++;
        var holder = HolderOf(form.Text("bank_code"), form.Text("account_number"));
        return new DisbursementAnswer(200, holder is null
            ? new JsonObject { ["status"] = "invalid" }
            : new JsonObject { ["status"] = "valid", ["account_name"] = holder });
    });

    internal DisbursementAnswer Send(string key, JsonObject form) => objects.Do(() =>
    {
        if (objects.All(Kind).FirstOrDefault(t => t.Text("key") == key) is { } known)
        {
            return Compared.All(name => JsonNode.DeepEquals(known[name], form[name])) ? new DisbursementAnswer(200, Shown(known)) : DisbursementAnswer.Refuse(409, "idempotency_mismatch");
        }

        if (Refusal(key, form) is { } code)
        {
            return DisbursementAnswer.Refuse(400, code);
        }

        var fields = new JsonObject { ["key"] = key, ["status"] = "queued", ["failure_code"] = "", ["bank_reference"] = "" };
        foreach (var name in Compared)
        {
            fields[name] = form[name]!.DeepClone();
        }

        var made = objects.Add("trf", Kind, Now, fields);
        post.Write(Shown(made), Now);
        return new DisbursementAnswer(201, Shown(made));
    });

    internal DisbursementAnswer Get(string reference) => objects.Do(() =>
        Find(reference) is { } found ? new DisbursementAnswer(200, Shown(found)) : DisbursementAnswer.Refuse(404, "transfer_not_found"));

    string? Refusal(string key, JsonObject form) =>
        key.Length is 0 or > 100 || Compared.Any(name => form[name] is null) || form.Text("currency") != "IDR" || form.Number("amount") <= 0 ? "invalid_request"
        : form.Number("amount") > MostByBiFast ? "amount_too_large"
        : HolderOf(form.Text("bank_code"), form.Text("account_number")) is null ? "account_not_found"
        : null;

    JsonObject? Find(string reference) => objects.All(Kind).FirstOrDefault(t => t.Text("reference") == reference);

    void Move(string reference, string status, string code) => objects.Do(() =>
    {
        Set(Find(reference) ?? throw new InvalidOperationException($"No transfer {reference}."), status, code);
        return true;
    });

    void Set(JsonObject transfer, string status, string code)
    {
        (transfer["status"], transfer["failure_code"]) = (status, code);
        if (status == "completed")
        {
            transfer["bank_reference"] = "BIF" + transfer.Text("id")[^8..].ToUpperInvariant();
        }

        post.Write(Shown(transfer), Now);
    }

    /// <summary>As the interface shows it. The account stays inside.</summary>
    static JsonObject Shown(JsonObject transfer)
    {
        var shown = new JsonObject();
        foreach (var name in (string[])["id", "created", "reference", "amount", "currency", "method", "status", "failure_code", "bank_reference"])
        {
            shown[name] = transfer[name]?.DeepClone();
        }

        return shown;
    }

    const string Kind = "transfer";
}
