using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using static Komeji.Integrations.Payments.Sandbox.SandboxStore;

namespace Komeji.Integrations.Payments.Sandbox;

/// <summary>What the sandbox provider does: takes charges, captures money, pays back, settles. Every step that we hear of writes its notice in the same transaction.</summary>
public sealed class SandboxBooks(SandboxStore store, TimeProvider clock)
{
    /// <summary>Its price, in hundredths of a percent of what is paid, rounded down.</summary>
    public const int CostRate = 70;

    const string ChargeColumns = "SELECT id, key, purchase, amount, return_address, pay_before, declined, pays_late_at FROM charge";

    public static long CostOf(long amount) => checked(amount * CostRate / 10_000);

    long Now => clock.GetUtcNow().UtcTicks;

    /// <summary>The charge of a key, opened once.</summary>
    /// <exception cref="InvalidOperationException">The key was used with other contents.</exception>
    public SandboxCharge Open(string key, string purchase, long amount, string returnAddress, DateTimeOffset payBefore) => store.Write(t =>
    {
        Execute(t, """
            INSERT INTO charge (id, key, purchase, amount, return_address, pay_before, made_at) VALUES ($id, $key, $purchase, $amount, $return, $before, $now)
            ON CONFLICT (key) DO NOTHING
            """,
            ("id", Id("chg")), ("key", key), ("purchase", purchase), ("amount", amount), ("return", returnAddress), ("before", payBefore.UtcTicks), ("now", Now));
        var charge = ByKey(t, key)!;
        return charge.Purchase == purchase && charge.Amount == amount && charge.ReturnAddress == returnAddress
            ? charge
            : throw new InvalidOperationException($"Key {key} was used with another request.");
    });

    public SandboxCharge? Find(string id) => store.Write(t => ById(t, id));

    public SandboxCharge? FindByKey(string key) => store.Write(t => ByKey(t, key));

    public IReadOnlyList<SandboxCapture> CapturesOf(string charge) => store.Write(t =>
        Query(t, "SELECT id, amount, currency, cost, at FROM capture WHERE charge = $charge ORDER BY at", Capture, ("charge", charge)));

    /// <summary>The buyer pays. A second time is possible, as with a real code that two people scan.</summary>
    public SandboxCapture? Pay(string id, long? otherAmount = null, string currency = "IDR") => store.Write(t =>
        ById(t, id) is { } charge ? Take(t, charge, otherAmount ?? charge.Amount, currency) : null);

    public bool Decline(string id, string reason) => store.Write(t =>
    {
        var declined = Execute(t, "UPDATE charge SET declined = $reason WHERE id = $id AND declined IS NULL AND NOT EXISTS (SELECT 1 FROM capture WHERE charge = $id)",
            ("id", id), ("reason", reason)) == 1;
        if (declined)
        {
            SandboxNotices.Write(t, SandboxNotice.Declined(Id("evt"), Now, ById(t, id)!.Key, reason), Now);
        }

        return declined;
    });

    /// <summary>The buyer keeps the code and pays a minute after the time is up.</summary>
    public bool PayLate(string id) => store.Write(t =>
        Execute(t, "UPDATE charge SET pays_late_at = pay_before + $minute WHERE id = $id AND pays_late_at IS NULL", ("id", id), ("minute", TimeSpan.TicksPerMinute)) == 1);

    /// <summary>Takes the money of those who pay late and whose time has come.</summary>
    public int TakeLatePayments() => store.Write(t =>
    {
        var due = Query(t, ChargeColumns + " WHERE pays_late_at <= $now AND NOT EXISTS (SELECT 1 FROM capture WHERE charge = charge.id)", Charge, ("now", Now));
        due.ForEach(charge => Take(t, charge, charge.Amount, "IDR"));
        return due.Count;
    });

    /// <summary>Pays back, once per key.</summary>
    /// <exception cref="InvalidOperationException">The key was used with another amount or payment.</exception>
    public SandboxRefund Refund(string key, string capture, long amount, string? failure) => store.Write(t =>
    {
        if (RefundByKey(t, key) is { } known)
        {
            return known.Capture == capture && known.Amount == amount ? known : throw new InvalidOperationException($"Key {key} was used with another request.");
        }

        var left = Query(t, """
            SELECT amount - (SELECT coalesce(sum(r.amount), 0) FROM refund r WHERE r.capture = capture.id AND r.failed IS NULL) FROM capture WHERE id = $capture AND currency = 'IDR'
            """, r => r.GetInt64(0), ("capture", capture));
        failure ??= left.Count == 0 ? "unknown_payment" : left[0] < amount ? "more_than_paid" : null;
        Execute(t, "INSERT INTO refund (key, capture, amount, failed, at) VALUES ($key, $capture, $amount, $failed, $now)",
            ("key", key), ("capture", capture), ("amount", amount), ("failed", failure), ("now", Now));
        SandboxNotices.Write(t, SandboxNotice.Refund(Id("evt"), Now, key, failure is null, failure ?? $"rf_{key}"), Now);
        return RefundByKey(t, key)!;
    });

    public SandboxRefund? FindRefund(string key) => store.Write(t => RefundByKey(t, key));

    /// <summary>A refund that had gone out comes back from the buyer's bank.</summary>
    public bool ReturnRefund(string key, string reason) => store.Write(t =>
    {
        var returned = Execute(t, "UPDATE refund SET failed = $reason, returned_at = $now WHERE key = $key AND failed IS NULL", ("key", key), ("reason", reason), ("now", Now)) == 1;
        if (returned)
        {
            SandboxNotices.Write(t, SandboxNotice.Refund(Id("evt"), Now, key, false, reason), Now);
        }

        return returned;
    });

    /// <summary>Moves everything captured before the moment, less cost and what was paid back, to the balance that is ours.</summary>
    public long Settle(DateTimeOffset before) => store.Write(t =>
    {
        var id = Id("stl");
        Execute(t, "UPDATE capture SET settlement = $id WHERE settlement IS NULL AND currency = 'IDR' AND at < $before", ("id", id), ("before", before.UtcTicks));
        Execute(t, "UPDATE refund SET settlement = $id WHERE settlement IS NULL AND failed IS NULL AND at < $before", ("id", id), ("before", before.UtcTicks));
        var amount = Query(t, """
            SELECT (SELECT coalesce(sum(amount - cost), 0) FROM capture WHERE settlement = $id) - (SELECT coalesce(sum(amount), 0) FROM refund WHERE settlement = $id)
            """, r => r.GetInt64(0), ("id", id))[0];
        if (amount <= 0)
        {
            // More was paid back than came in: it waits for the next settlement.
            Execute(t, "UPDATE capture SET settlement = NULL WHERE settlement = $id", ("id", id));
            Execute(t, "UPDATE refund SET settlement = NULL WHERE settlement = $id", ("id", id));
            return 0;
        }

        Execute(t, "INSERT INTO settlement (id, amount, at) VALUES ($id, $amount, $now)", ("id", id), ("amount", amount), ("now", Now));
        SandboxNotices.Write(t, SandboxNotice.Settled(Id("evt"), Now, id, amount), Now);
        return amount;
    });

    /// <summary>Every line that changed what it holds for us, in rupiah.</summary>
    public IReadOnlyList<SandboxMovement> Movements() => store.Write(t => Query(t, """
        SELECT 'capture', id, amount, at FROM capture WHERE currency = 'IDR'
        UNION ALL SELECT 'cost', 'bt_' || id, -cost, at FROM capture WHERE currency = 'IDR' AND cost > 0
        UNION ALL SELECT 'settlement', id, -amount, at FROM settlement
        UNION ALL SELECT 'refund', key, -amount, at FROM refund WHERE failed IS NULL OR returned_at IS NOT NULL
        UNION ALL SELECT 'return', key, amount, returned_at FROM refund WHERE returned_at IS NOT NULL
        """, r => new SandboxMovement(r.GetString(0), r.GetString(1), r.GetInt64(2), new DateTimeOffset(r.GetInt64(3), TimeSpan.Zero))));

    SandboxCapture Take(SqliteTransaction t, SandboxCharge charge, long amount, string currency)
    {
        var capture = new SandboxCapture(Id("pay"), amount, currency, CostOf(amount), new DateTimeOffset(Now, TimeSpan.Zero));
        Execute(t, "INSERT INTO capture (id, charge, amount, currency, cost, at) VALUES ($id, $charge, $amount, $currency, $cost, $now)",
            ("id", capture.Id), ("charge", charge.Id), ("amount", amount), ("currency", currency), ("cost", capture.Cost), ("now", Now));
        SandboxNotices.Write(t, SandboxNotice.Paid(Id("evt"), charge.Key, capture), Now);
        return capture;
    }

    static SandboxCharge? ById(SqliteTransaction t, string id) => Query(t, ChargeColumns + " WHERE id = $id", Charge, ("id", id)).FirstOrDefault();

    static SandboxCharge? ByKey(SqliteTransaction t, string key) => Query(t, ChargeColumns + " WHERE key = $key", Charge, ("key", key)).FirstOrDefault();

    static SandboxRefund? RefundByKey(SqliteTransaction t, string key) =>
        Query(t, "SELECT key, capture, amount, failed FROM refund WHERE key = $key",
            r => new SandboxRefund(r.GetString(0), r.GetString(1), r.GetInt64(2), r.IsDBNull(3) ? null : r.GetString(3)), ("key", key)).FirstOrDefault();

    static SandboxCharge Charge(SqliteDataReader r) => new(r.GetString(0), r.GetString(1), r.GetString(2), r.GetInt64(3), r.GetString(4),
        new DateTimeOffset(r.GetInt64(5), TimeSpan.Zero), r.IsDBNull(6) ? null : r.GetString(6), !r.IsDBNull(7));

    static SandboxCapture Capture(SqliteDataReader r) => new(r.GetString(0), r.GetInt64(1), r.GetString(2), r.GetInt64(3), new DateTimeOffset(r.GetInt64(4), TimeSpan.Zero));

    static string Id(string kind) => string.Create(CultureInfo.InvariantCulture, $"{kind}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}");
}

/// <param name="Id">Unguessable; whoever has it can pay.</param>
/// <param name="Declined">Why it was declined; null while it was not.</param>
public sealed record SandboxCharge(string Id, string Key, string Purchase, long Amount, string ReturnAddress, DateTimeOffset PayBefore, string? Declined, bool PaysLate);

public sealed record SandboxCapture(string Id, long Amount, string Currency, long Cost, DateTimeOffset At);

/// <param name="Failed">Why it failed or came back; null when the buyer has the money.</param>
public sealed record SandboxRefund(string Key, string Capture, long Amount, string? Failed);

public sealed record SandboxMovement(string Kind, string Reference, long Amount, DateTimeOffset At);
