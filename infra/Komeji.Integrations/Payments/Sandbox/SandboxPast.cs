using System.Globalization;
using Komeji.Domain.Common;
using Microsoft.Data.Sqlite;

namespace Komeji.Integrations.Payments.Sandbox;

/// <summary>A charge that was paid and settled long ago.</summary>
/// <param name="Key">The attempt it was opened for.</param>
/// <param name="Cost">What the provider kept of it.</param>
public sealed record SandboxPast(string Charge, string Capture, Guid Key, string Purchase, long Amount, long Cost, DateTimeOffset PayBefore, DateTimeOffset PaidAt)
{
    public string PayAddress => $"/sandbox/bayar/{Charge}";

    /// <param name="number">Each another one.</param>
    public static SandboxPast Of(long number, Guid key, string purchase, long amount, DateTimeOffset payBefore, DateTimeOffset paidAt) => new(
        string.Create(CultureInfo.InvariantCulture, $"chg_past{number:x12}"), string.Create(CultureInfo.InvariantCulture, $"pay_past{number:x12}"),
        key, purchase, amount, SandboxBooks.CostOf(amount), payBefore, paidAt);
}

/// <summary>What was captured on a day (WIB), less cost.</summary>
public sealed record SandboxPastSettlement(DateOnly Day, long Amount, DateTimeOffset At)
{
    public string Id => IdOf(Day);

    internal static string IdOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"stl_past{day:yyyyMMdd}");
}

/// <summary>Writes a past into the provider's books: one transaction, open until <see cref="Commit"/>; without it nothing stays.</summary>
public sealed class SandboxHistory : IDisposable
{
    const string Charge = """
        INSERT INTO charge (id, key, purchase, amount, return_address, pay_before, made_at) VALUES ($id, $key, $purchase, $amount, $return, $before, $at)
        """;

    const string Capture = "INSERT INTO capture (id, charge, amount, currency, cost, at, settlement) VALUES ($id, $charge, $amount, 'IDR', $cost, $at, $settlement)";

    readonly SqliteConnection connection;
    readonly SqliteTransaction transaction;
    readonly SqliteCommand charge;
    readonly SqliteCommand capture;

    public SandboxHistory(SandboxStore store)
    {
        connection = store.Open();
        transaction = connection.BeginTransaction();
        charge = Prepare(Charge, "$id", "$key", "$purchase", "$amount", "$return", "$before", "$at");
        capture = Prepare(Capture, "$id", "$charge", "$amount", "$cost", "$at", "$settlement");
    }

    public void Put(SandboxPast past)
    {
        Run(charge, past.Charge, past.Key.ToString(), past.Purchase, past.Amount, $"/bayar/{past.Purchase}?kembali=1", past.PayBefore.UtcTicks, past.PaidAt.UtcTicks);
        Run(capture, past.Capture, past.Charge, past.Amount, past.Cost, past.PaidAt.UtcTicks, SandboxPastSettlement.IdOf(Wib.DayOf(past.PaidAt)));
    }

    public void Put(SandboxPastSettlement settlement) => SandboxStore.Execute(
        transaction, "INSERT INTO settlement (id, amount, at) VALUES ($id, $amount, $at)", ("id", settlement.Id), ("amount", settlement.Amount), ("at", settlement.At.UtcTicks));

    public void Commit() => transaction.Commit();

    public void Dispose()
    {
        charge.Dispose();
        capture.Dispose();
        transaction.Dispose();
        connection.Dispose();
    }

    SqliteCommand Prepare(string sql, params string[] names)
    {
#pragma warning disable CA2100 // The two statements above.
        var command = new SqliteCommand(sql, connection, transaction);
#pragma warning restore CA2100
        foreach (var name in names)
        {
            command.Parameters.Add(new SqliteParameter(name, null));
        }

        return command;
    }

    static void Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        command.ExecuteNonQuery();
    }
}
