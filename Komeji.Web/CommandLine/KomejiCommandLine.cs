using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.Logging.Console;

namespace Komeji.Web.CommandLine;

/// <summary>
/// The verbs of the same program. What they print on standard output is their result and nothing else; everything said on the
/// way goes to standard error.
/// </summary>
public static class KomejiCommandLine
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A first word without a dash is a verb; settings such as <c>--urls</c> belong to the web server.</summary>
    public static bool Wants(string[] args) => args.Length > 0 && (!args[0].StartsWith('-') || args[0] is "--help" or "-h" or "-?");

    public static Task<int> Run(IServiceProvider services, IReadOnlyList<Endpoint> endpoints, string[] args, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("Komeji: pasar koperasi. Tanpa kata kerja, program ini melayani situs webnya.")
        {
            MigrateVerb.Of(services),
            SeedVerb.Of(services),
            LedgerVerb.Of(services),
            JobsVerb.Of(services),
            UserVerb.Of(services),
            RoutesVerb.Of(services, endpoints),
        };
        return root.Parse(args).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
    }

    public static void SpeakOnStandardErrorOnly(this ILoggingBuilder logging, bool verb)
    {
        if (verb)
        {
            logging.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        }
    }

    internal static Task PrintJson(this ParseResult call, object result) =>
        call.InvocationConfiguration.Output.WriteLineAsync(JsonSerializer.Serialize(result, Json));
}
