using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Komeji.Domain.Payments;
using Komeji.Integrations.Payments.Midtrans;
using Komeji.Integrations.Payments.StandIns;

namespace Komeji.Integrations.Payments.MidtransStandIn;

/// <summary>
/// What happens at the stand-in: codes and numbers are made, paid, denied and run out, money goes back. It behaves as Midtrans does;
/// every step writes its notification. Nothing of it moves money.
/// </summary>
public sealed partial class MidtransBooks
{
    readonly StandInObjects objects;
    readonly TimeProvider clock;
    readonly StandInPost post;
    readonly string serverKey;

    internal MidtransBooks(string? file, string serverKey, TimeProvider clock, StandInPost post) =>
        (objects, this.serverKey, this.clock, this.post) = (new StandInObjects(file), serverKey, clock, post);

    /// <summary>Where buyers find its pages; known when it listens.</summary>
    public string Address { get; set; } = "";

    /// <summary>What is written into the next codes in place of the amount asked for, or a wrong checksum with <c>-1</c>.</summary>
    public long? Miswrites { get; set; }

    /// <summary>Whose wallets, and whose banks, give nothing back.</summary>
    public IReadOnlyList<string> NoRefunds { get; set; } = ["BCA", "BNI", "BRI"];

    /// <summary><c>online</c>, or <c>offline</c> where a bank does it by hand and confirms it later.</summary>
    public string RefundMethod { get; set; } = "online";

    internal DateTimeOffset Now => clock.GetUtcNow();

    public int Transactions => Do(() => objects.All(Kinds.Transaction).Count());

    /// <summary>How often money was taken, of all or of one of our keys.</summary>
    public int Charges(string? order = null) => Do(() => objects.All(Kinds.Transaction).Count(t => t.Number("settled_at") > 0 && (order is null || t.Text("order_id") == order)));

    public int Refunds => Do(() => objects.All(Kinds.Transaction).Sum(t => t["refunds"]!.AsArray().Count));

    /// <summary>The transaction made for one of our keys.</summary>
    public string? TransactionOf(string order) => Do(() => Find(order)?.Text("id"));

    /// <summary>The last transaction in the state it has, for pages and assertions.</summary>
    public JsonObject? Show(string id) => Do(() => Find(id)?.DeepClone().AsObject());

    /// <summary>All that wait to be paid, for the page that pays them by hand.</summary>
    public IReadOnlyList<JsonObject> Waiting() => Do(() => objects.All(Kinds.Transaction).Where(t => t.Text("transaction_status") == "pending").Select(t => t.DeepClone().AsObject()).ToList());

    /// <summary>The buyer pays by the code or the number; also by one whose time is up, which banks let happen.</summary>
    /// <param name="otherAmount">What no code of Midtrans' would take.</param>
    /// <returns>The transaction; null when it cannot be paid.</returns>
    public string? Pay(string id, string issuer = "gopay", long? otherAmount = null, string currency = "IDR") => Do(() =>
    {
        if (Find(id) is not { } paid || paid.Text("transaction_status") is not ("pending" or "expire"))
        {
            return null;
        }

        (paid["transaction_status"], paid["settled_at"], paid["issuer"]) = ("settlement", Now.ToUnixTimeSeconds(), issuer);
        (paid["gross"], paid["currency"]) = (otherAmount ?? paid.Number("gross"), currency);
        if (paid.Text("payment_type") == "credit_card")
        {
            (paid["transaction_status"], paid["approval_code"]) = ("capture", "1424936374393");
        }

        Tell(paid);
        return paid.Text("id");
    });

    /// <summary>A card's payment arrives, a day after it was captured.</summary>
    public void Settle(string id) => Move(id, "settlement");

    /// <summary>The bank or the wallet refuses.</summary>
    public void Deny(string id) => Move(id, "deny");

    /// <summary>What had been paid is reversed by the bank, within a minute.</summary>
    public void Reverse(string id) => Move(id, "deny");

    /// <summary>The buyer's bank takes the money back.</summary>
    public void ChargeBack(string id) => Move(id, "chargeback");

    /// <summary>A state that nobody foresaw.</summary>
    public void Disguise(string id, string status) => Move(id, status);

    /// <summary>Somebody at Midtrans' desk gives money back, not we.</summary>
    /// <returns>The refund's key.</returns>
    public string RefundAtDesk(string id, long amount) => Do(() =>
    {
        var key = "desk-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        GiveBack(Find(id)!, key, amount);
        return key;
    });

    /// <summary>The bank has done what it does by hand.</summary>
    public void ConfirmRefunds(string id) => Do(() =>
    {
        var paid = Find(id)!;
        foreach (var refund in paid["refunds"]!.AsArray())
        {
            refund!["bank_confirmed_at"] = Time(Now);
        }

        Tell(paid);
        return true;
    });

    /// <summary>The buyer chooses something on the page.</summary>
    /// <returns>The transaction; null when the page is closed, or its order id was used.</returns>
    public string? Choose(string token, string type) => Do(() =>
    {
        if (objects.Find(token) is not { } page || page.Text("state") != "open" || page.Number("ends") <= Now.ToUnixTimeSeconds() || Find(page.Text("order_id")) is not null)
        {
            return null;
        }

        return Open(page.Text("order_id"), page.Number("gross"), type, page.Number("ends")).Text("id");
    });

    internal JsonObject? PageOf(string token) => Do(() => objects.Find(token) is { } page && page.Text("object") == Kinds.Page ? page.DeepClone().AsObject() : null);

    /// <summary>Ends what nobody paid in time.</summary>
    public int CloseOverdue() => Do(() =>
    {
        var due = objects.All(Kinds.Transaction).Where(t => t.Text("transaction_status") == "pending" && t.Number("ends") <= Now.ToUnixTimeSeconds()).ToList();
        foreach (var overdue in due)
        {
            overdue["transaction_status"] = "expire";
            Tell(overdue);
        }

        return due.Count;
    });

    JsonObject? Find(string id)
    {
        var found = objects.Find(id) is { } byId && byId.Text("object") == Kinds.Transaction ? byId : objects.All(Kinds.Transaction).FirstOrDefault(t => t.Text("order_id") == id);
        if (found is not null && found.Text("transaction_status") == "pending" && found.Number("ends") <= Now.ToUnixTimeSeconds())
        {
            found["transaction_status"] = "expire";
            Tell(found);
        }

        return found;
    }

    JsonObject Open(string order, long gross, string type, long ends)
    {
        var made = objects.Add("trx", Kinds.Transaction, Now, new JsonObject
        {
            ["order_id"] = order,
            ["gross"] = gross,
            ["currency"] = "IDR",
            ["payment_type"] = type,
            ["transaction_status"] = "pending",
            ["fraud_status"] = "accept",
            ["settled_at"] = 0,
            ["ends"] = ends,
            ["refunds"] = new JsonArray(),
        });
        Tell(made);
        return made;
    }

    void Move(string id, string status) => Do(() =>
    {
        var moved = Find(id)!;
        moved["transaction_status"] = status;
        Tell(moved);
        return true;
    });

    void GiveBack(JsonObject paid, string key, long amount)
    {
        paid["refunds"]!.AsArray().Add(new JsonObject { ["refund_key"] = key, ["refund_amount"] = Amount(amount), ["created_at"] = Time(Now), ["reason"] = "", ["refund_method"] = RefundMethod });
        paid["transaction_status"] = Back(paid) >= paid.Number("gross") ? "refund" : "partial_refund";
        Tell(paid);
    }

    static long Back(JsonObject paid) => paid["refunds"]!.AsArray().Sum(r => (long)decimal.Parse(r!.AsObject().Text("refund_amount"), CultureInfo.InvariantCulture));

    /// <summary>A code in the form a bank's app reads, which no bank's app can pay.</summary>
    string CodeOf(string order, long gross)
    {
        var amount = (Miswrites is > 0 ? Miswrites.Value : gross).ToString(CultureInfo.InvariantCulture);
        var bill = order.Length > 20 ? order[..20] : order;
        var code = Qris.Close("00020101021226660017ID.CO.EXAMPLE.WWW011893600999000000000102120000000000010303UMI51440014ID.CO.QRIS.WWW0215ID10000000000010303UMI520454995303360"
            + Field("54", amount) + "5802ID" + Field("59", "KOMEJI TIRUAN") + Field("60", "SURABAYA") + Field("61", "60235") + Field("62", Field("01", bill)));
        return Miswrites == -1 ? code[..^4] + (code.EndsWith("0000", StringComparison.Ordinal) ? "FFFF" : "0000") : code;
    }

    static string Field(string tag, string value) => tag + value.Length.ToString("00", CultureInfo.InvariantCulture) + value;

    static string Amount(long rupiah) => rupiah.ToString(CultureInfo.InvariantCulture) + ".00";

    static string Time(DateTimeOffset at) => at.ToOffset(Komeji.Domain.Common.Wib.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    static string Time(long seconds) => Time(DateTimeOffset.FromUnixTimeSeconds(seconds));

    /// <summary>A notification says what Get Status says, and signs a part of it.</summary>
    void Tell(JsonObject about)
    {
        var body = Status(about);
        body["status_message"] = "midtrans payment notification";
        var code = about.Text("transaction_status") switch { "pending" => "201", "deny" or "expire" => "202", _ => "200" };
        body["status_code"] = code;
        body["signature_key"] = MidtransSignature.Sign(about.Text("order_id"), code, body.Text("gross_amount"), serverKey);
        post.Keep(StandInObjects.NewId("note"), about.Text("transaction_status"), body.ToJsonString());
    }

    T Do<T>(Func<T> work) => objects.Do(work);

    static class Kinds
    {
        public const string Transaction = "transaction";
        public const string Page = "page";
    }
}
