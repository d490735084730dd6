using System.Collections.Concurrent;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Komeji.Integrations.Payments.StandIns;
using Microsoft.AspNetCore.Http;

namespace Komeji.Integrations.Payments.MidtransStandIn;

/// <summary>
/// The part of Midtrans' interfaces that we call, with its rules of keys: for five minutes a successful answer under a key is the
/// answer of every later request under it, whatever that asks; a refusal is not kept; two at once, and the second is told to wait.
/// </summary>
sealed class MidtransApi(MidtransBooks books, StandInFaults faults, string serverKey)
{
    static readonly TimeSpan KeysLive = TimeSpan.FromMinutes(5);

    readonly ConcurrentDictionary<string, Remembered> answers = new();

    public async Task Serve(HttpContext context)
    {
        var request = context.Request;
        if (!IsAllowed(request))
        {
            await Write(context, MidtransAnswer.Of(401, "Unknown Merchant server_key/id"));
            return;
        }

        if (await Read(request) is not { } form)
        {
            await Write(context, MidtransAnswer.Of(400, "The request cannot be processed due to malformed syntax."));
            return;
        }

        var fault = faults.Take(request.Method);
        switch (fault)
        {
            case StandInFault.Busy:
                await Write(context, Busy());
                return;
            case StandInFault.TooMany:
                await Write(context, MidtransAnswer.Of(429, "API rate limit exceeded."));
                return;
            case StandInFault.Broken:
                await Write(context, Broken());
                return;
            case StandInFault.SilentBefore:
                await StandInSilence.Keep(context);
                return;
        }

        var answer = Answer(request, form);
        if (!await fault.TakesAnswer(context))
        {
            await Write(context, fault == StandInFault.BrokenAfter ? Broken() : answer);
        }
    }

    MidtransAnswer Answer(HttpRequest request, JsonObject form)
    {
        var key = request.Headers["Idempotency-Key"].ToString();
        if (request.Method != HttpMethods.Post || key.Length == 0)
        {
            return Act(request, form);
        }

        var mine = new Remembered(books.Now);
        var first = answers.AddOrUpdate(key, mine, (_, old) => books.Now - old.At < KeysLive ? old : mine);
        if (!ReferenceEquals(first, mine))
        {
            return first.Answer ?? Busy();
        }

        var answer = Act(request, form);
        if (answer.IsDone)
        {
            mine.Answer = answer;
        }
        else
        {
            answers.TryRemove(key, out _);
        }

        return answer;
    }

    MidtransAnswer Act(HttpRequest request, JsonObject form) => (request.Method, request.Path.Value!.Trim('/').Split('/')) switch
    {
        ("POST", ["v2", "charge"]) => books.Charge(form),
        ("GET", ["v2", var id, "status"]) => books.GetStatus(id),
        ("POST", ["v2", var id, "cancel"]) => books.Cancel(id),
        ("POST", ["v2", var id, "refund"]) => books.Refund(id, form),
        ("POST", ["snap", "v1", "transactions"]) => books.OpenPage(form),
        ("POST", ["snap", "v1", "transactions", var token, "cancel"]) => books.ClosePage(token),
        _ => MidtransAnswer.Of(404, "The requested resource is not found"),
    };

    bool IsAllowed(HttpRequest request)
    {
        var expected = "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes(serverKey + ":"));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString()), Encoding.UTF8.GetBytes(expected));
    }

    static MidtransAnswer Busy() => MidtransAnswer.Of(202, "The request is being processed.");

    static MidtransAnswer Broken() => MidtransAnswer.Of(500, "Sorry, we encountered internal server error. We will fix this soon.");

    /// <returns>Null when it is no JSON.</returns>
    static async Task<JsonObject?> Read(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync();
        try
        {
            return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static Task Write(HttpContext context, MidtransAnswer answer)
    {
        context.Response.StatusCode = answer.Http;
        context.Response.ContentType = MediaTypeNames.Application.Json;
        return context.Response.WriteAsync(answer.Body.ToJsonString());
    }

    sealed class Remembered(DateTimeOffset at)
    {
        volatile MidtransAnswer? answer;

        public DateTimeOffset At { get; } = at;

        public MidtransAnswer? Answer
        {
            get => answer;
            set => answer = value;
        }
    }
}
