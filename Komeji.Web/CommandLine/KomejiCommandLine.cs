using System.CommandLine;
using System.Data.Common;
using System.Net.Sockets;
using System.Text.Json;
using Komeji.Domain.Common;
using Komeji.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Console;

namespace Komeji.Web.CommandLine;

/// <summary>
/// The verbs of the same program. What they print on standard output is their result and nothing else; everything said on the
/// way goes to standard error.
/// </summary>
public static class KomejiCommandLine
{
    /// <summary>Exit code of a verb that was understood and did nothing, or found something wrong.</summary>
    const int Refused = 1;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A first word without a dash is a verb; settings such as <c>--urls</c> belong to the web server.</summary>
    public static bool Wants(string[] args) => args.Length > 0 && (!args[0].StartsWith('-') || args[0] is "--help" or "-h" or "-?");

    public static async Task<int> Run(IServiceProvider services, IReadOnlyList<Endpoint> endpoints, string[] args, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("Komeji: the cooperative's market. Without a verb this program serves the site.")
        {
            MigrateVerb.Of(services),
            SeedVerb.Of(services),
            LedgerVerb.Of(services),
            JobsVerb.Of(services),
            UserVerb.Of(services),
            RoutesVerb.Of(services, endpoints),
        };
        try
        {
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception refusal) when (refusal is RuleBroken or CannotRun)
        {
            await error.WriteLineAsync(refusal.Message);
            return Refused;
        }
        catch (Exception fault) when (DatabaseFault(fault) is { } cause)
        {
            await error.WriteLineAsync($"The database does not do what was asked: {cause.Message}\nCheck ConnectionStrings__Komeji and Komeji__DataDirectory.");
            return Refused;
        }
    }

    public static void SpeakOnStandardErrorOnly(this ILoggingBuilder logging, bool verb)
    {
        if (verb)
        {
            // The verb itself says what went wrong; looking for tables that are not there yet is no fault.
            logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
            logging.AddFilter("Komeji.Application.Common.Behaviours", LogLevel.None);
            logging.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        }
    }

    /// <summary>For verbs that work on what a database holds.</summary>
    /// <exception cref="CannotRun">It lacks tables or columns of this version.</exception>
    internal static async Task RequireMigrated(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var missing = (await scope.ServiceProvider.GetRequiredService<KomejiDb>().Database.GetPendingMigrationsAsync(cancellationToken)).Count();
        if (missing > 0)
        {
            throw new CannotRun($"The database is empty or of an older version: {missing} migrations are missing. Run first: migrate");
        }
    }

    static Exception? DatabaseFault(Exception? fault) =>
        fault is null or DbException or SocketException ? fault : DatabaseFault(fault.InnerException);

    internal static Task PrintJson(this ParseResult call, object result) =>
        call.InvocationConfiguration.Output.WriteLineAsync(JsonSerializer.Serialize(result, Json));
}

/// <summary>A verb cannot do its work here; the message says why and what to do, to whoever operates the product.</summary>
public sealed class CannotRun(string message) : Exception(message);
