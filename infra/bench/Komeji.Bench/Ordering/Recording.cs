using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Komeji.Bench.Ordering;

/// <param name="Type">The database's name of the type; empty on SQLite.</param>
public sealed record Value(string Name, object? Content, string Type);

/// <summary>One command as the product sent it.</summary>
/// <param name="Took">Until its first rows were there.</param>
public sealed record Statement(string Text, IReadOnlyList<Value> Values, TimeSpan Took);

/// <summary>Listens to what Entity Framework sends while a piece of work runs, so that a baseline can send the very same.</summary>
public sealed class Recording : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    readonly AsyncLocal<List<Statement>?> listening = new();
    readonly ConcurrentBag<IDisposable> subscriptions = [];

    public Recording() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <returns>The commands of the work, in their order.</returns>
    public async Task<IReadOnlyList<Statement>> Of(Func<Task> work)
    {
        var heard = new List<Statement>();
        listening.Value = heard;
        await work();
        listening.Value = null;
        return heard;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory)
        {
            subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (listening.Value is { } heard && value.Value is CommandExecutedEventData { Command: var command, Duration: var took })
        {
            heard.Add(new Statement(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(Read)], took));
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
        {
            subscription.Dispose();
        }
    }

    const string DbLoggerCategory = "Microsoft.EntityFrameworkCore";

    static Value Read(DbParameter parameter) => new(
        parameter.ParameterName.TrimStart('@'),
        parameter.Value is DBNull ? null : parameter.Value,
        parameter is NpgsqlParameter { DataTypeName: { } type } ? type : "");
}
