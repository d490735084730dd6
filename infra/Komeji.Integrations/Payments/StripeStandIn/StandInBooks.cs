using System.Text.Json.Nodes;
using Komeji.Integrations.Payments.StandIns;

namespace Komeji.Integrations.Payments.StripeStandIn;

/// <summary>
/// What happens at the stand-in: pages are opened, paid, declined and closed, money goes back, is settled. It behaves as Stripe
/// does; every step writes its events. Nothing of it moves money.
/// </summary>
public sealed partial class StandInBooks
{
    /// <summary>Its price, in hundredths of a percent, rounded down to hundredths of a rupiah.</summary>
    public const int CostRate = 290;

    readonly StandInObjects objects;
    readonly TimeProvider clock;
    readonly StripePost post;
    readonly bool live;

    internal StandInBooks(string? file, bool live, TimeProvider clock, StripePost post) =>
        (objects, this.live, this.clock, this.post) = (new StandInObjects(file), live, clock, post);

    /// <summary>Where buyers find it; known when it listens.</summary>
    public string Address { get; set; } = "";

    public static long CostOf(long minor) => checked(minor * CostRate / 10_000);

    DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The session opened for one of our keys.</summary>
    public string? SessionOf(string reference) => Do(() => objects.All(Kinds.Session).FirstOrDefault(s => s.Text("client_reference_id") == reference)?.Text("id"));

    /// <summary>How often money was taken, of all or of one of our keys.</summary>
    public int Charges(string? reference = null) => Do(() => objects.All(Kinds.Charge)
        .Count(c => c.Text("status") == "succeeded" && (reference is null || c["metadata"]!.AsObject().Text("attempt") == reference)));

    public int Sessions => Do(() => objects.All(Kinds.Session).Count());

    public IReadOnlyList<string> Refunds => Do(() => objects.All(Kinds.Refund).Select(r => r.Text("id")).ToList());

    /// <summary>The buyer pays on the page. Gives the payment intent.</summary>
    /// <param name="otherAmount">In hundredths; what no page of Stripe's would take.</param>
    public string? Pay(string session, long? otherAmount = null, string currency = "idr") => Do(() =>
    {
        if (Open(session) is not { } page)
        {
            return null;
        }

        var intent = Intent(page, otherAmount ?? page.Number("amount_total"), currency);
        Complete(page, intent, "paid");
        Take(intent, "card");
        Tell("checkout.session.completed", page);
        return intent.Text("id");
    });

    /// <summary>The buyer's card is refused; the page stays open.</summary>
    public bool Refuse(string session) => Do(() =>
    {
        if (Open(session) is not { } page)
        {
            return false;
        }

        var intent = Intent(page, page.Number("amount_total"), page.Text("currency"));
        page["payment_intent"] = intent.Text("id");
        Fail(intent);
        return true;
    });

    /// <summary>The buyer is done with the page, but the bank answers later.</summary>
    public string? PayLater(string session) => Do(() =>
    {
        if (Open(session) is not { } page)
        {
            return null;
        }

        var intent = Intent(page, page.Number("amount_total"), page.Text("currency"));
        intent["status"] = "processing";
        Complete(page, intent, "unpaid");
        Tell("payment_intent.processing", intent);
        Tell("checkout.session.completed", page);
        return intent.Text("id");
    });

    /// <summary>The bank's answer to <see cref="PayLater"/>.</summary>
    public void Answer(string session, bool paid) => Do(() =>
    {
        var page = objects.Of(session);
        var intent = objects.Of(page.Text("payment_intent"));
        if (intent.Text("status") != "processing")
        {
            return false;
        }

        if (paid)
        {
            page["payment_status"] = "paid";
            Take(intent, "id_bank_transfer");
        }
        else
        {
            Fail(intent);
        }

        Tell(paid ? "checkout.session.async_payment_succeeded" : "checkout.session.async_payment_failed", page);
        return true;
    });

    /// <summary>Closes pages whose time is up.</summary>
    public int CloseOverdue() => Do(() =>
    {
        var due = objects.All(Kinds.Session).Where(s => s.Text("status") == "open" && s.Number("expires_at") <= Now.ToUnixTimeSeconds()).ToList();
        due.ForEach(Close);
        return due.Count;
    });

    /// <summary>A session's state for the page that shows it.</summary>
    public JsonObject? Page(string session) => Do(() =>
    {
        CloseIfOverdue(session);
        return objects.Find(session) is { } found && found.Text("object") == Kinds.Session ? objects.Render(found, []) : null;
    });

    JsonObject? Open(string session)
    {
        CloseIfOverdue(session);
        return objects.Find(session) is { } page && page.Text("object") == Kinds.Session && page.Text("status") == "open" ? page : null;
    }

    void CloseIfOverdue(string session)
    {
        if (objects.Find(session) is { } page && page.Text("status") == "open" && page.Number("expires_at") <= Now.ToUnixTimeSeconds())
        {
            Close(page);
        }
    }

    void Close(JsonObject page)
    {
        (page["status"], page["url"]) = ("expired", null);
        Tell("checkout.session.expired", page);
    }

    JsonObject Intent(JsonObject page, long amount, string currency)
    {
        // A second try on the same page is the same intent.
        if (objects.Find(page.Text("payment_intent")) is { } before)
        {
            return before;
        }

        var made = objects.Add("pi", Kinds.Intent, Now, new JsonObject
        {
            ["amount"] = amount,
            ["amount_received"] = 0,
            ["currency"] = currency,
            ["livemode"] = live,
            ["metadata"] = page["intent_metadata"]!.DeepClone(),
            ["latest_charge"] = null,
            ["last_payment_error"] = null,
            ["status"] = "requires_payment_method",
        });
        Tell("payment_intent.created", made);
        return made;
    }

    static void Complete(JsonObject page, JsonObject intent, string paid) =>
        (page["status"], page["payment_status"], page["payment_intent"], page["url"]) = ("complete", paid, intent.Text("id"), null);

    void Take(JsonObject intent, string method)
    {
        var (amount, currency) = (intent.Number("amount"), intent.Text("currency"));
        var charge = objects.Add("ch", Kinds.Charge, Now, new JsonObject
        {
            ["amount"] = amount,
            ["amount_refunded"] = 0,
            ["currency"] = currency,
            ["disputed"] = false,
            ["livemode"] = live,
            ["metadata"] = intent["metadata"]!.DeepClone(),
            ["payment_intent"] = intent.Text("id"),
            ["payment_method_details"] = new JsonObject { ["type"] = method },
            ["refunded"] = false,
            ["status"] = "succeeded",
        });
        charge["balance_transaction"] = HoldsCost ? null : Line("charge", amount, CostOf(amount), charge.Text("id")).Text("id");
        (intent["status"], intent["amount_received"], intent["latest_charge"]) = ("succeeded", amount, charge.Text("id"));
        Tell("charge.succeeded", charge);
        Tell("payment_intent.succeeded", intent);
    }

    void Fail(JsonObject intent)
    {
        intent["status"] = "requires_payment_method";
        intent["last_payment_error"] = new JsonObject { ["type"] = "card_error", ["code"] = "card_declined" };
        Tell("payment_intent.payment_failed", intent);
    }

    JsonObject Line(string type, long amount, long fee, string source) => objects.Add("txn", Kinds.Line, Now, new JsonObject
    {
        ["amount"] = amount,
        ["currency"] = "idr",
        ["fee"] = fee,
        ["net"] = amount - fee,
        ["source"] = source,
        ["status"] = "pending",
        ["type"] = type,
    });

    void Tell(string type, JsonObject about) => post.Write(type, about, live, Now);

    T Do<T>(Func<T> work) => objects.Do(work);

    static class Kinds
    {
        public const string Session = "checkout.session";
        public const string Intent = "payment_intent";
        public const string Charge = "charge";
        public const string Refund = "refund";
        public const string Dispute = "dispute";
        public const string Line = "balance_transaction";
        public const string Payout = "payout";
    }
}
