using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Komeji.Bench.Pages;

/// <summary>The same web server with nothing behind it: answers each address with the bytes and headers the product gave for it.</summary>
static class MemoryServer
{
    public const string Verb = "memory";

    /// <param name="like">Where the product answers.</param>
    /// <param name="addresses">A file, one address a line.</param>
    public static async Task Run(string like, string addresses)
    {
        var answers = await Fetch(like, await File.ReadAllLinesAsync(addresses));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(o => o.AddServerHeader = false);
        builder.WebHost.UseUrls(Environment.GetEnvironmentVariable("ASPNETCORE_URLS")!);
        var app = builder.Build();
        app.Run(async context =>
        {
            var request = context.Request;
            if (answers.TryGetValue(request.Path + request.QueryString, out var answer) || answers.TryGetValue(request.Path, out answer))
            {
                foreach (var (name, value) in answer.Headers)
                {
                    context.Response.Headers[name] = value;
                }

                context.Response.ContentLength = answer.Body.Length;
                await context.Response.Body.WriteAsync(answer.Body);
                return;
            }

            context.Response.StatusCode = StatusCodes.Status404NotFound;
        });
        await app.RunAsync();
    }

    static async Task<Dictionary<string, Answer>> Fetch(string like, IEnumerable<string> addresses)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var answers = new Dictionary<string, Answer>();
        foreach (var address in addresses.Distinct())
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, like + address);
            request.Headers.TryAddWithoutValidation("Accept-Encoding", Wrk.AcceptEncoding);
            using var answer = await http.SendAsync(request);
            answer.EnsureSuccessStatusCode();
            var headers = answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not ("Date" or "Transfer-Encoding" or "Content-Length" or "Connection"));
            answers[address] = new Answer(await answer.Content.ReadAsByteArrayAsync(), [.. headers.Select(h => (h.Key, string.Join(", ", h.Value)))]);
        }

        // For addresses drawn without end: the page of that path.
        foreach (var (address, answer) in answers.ToList())
        {
            answers.TryAdd(address.Split('?')[0], answer);
        }

        return answers;
    }

    sealed record Answer(byte[] Body, IReadOnlyList<(string Name, string Value)> Headers);
}
