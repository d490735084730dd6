using System.Collections.Concurrent;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using Komeji.Integrations.Payments.StandIns;
using Microsoft.AspNetCore.Http;
using Fields = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace Komeji.Integrations.Payments.StripeStandIn;

/// <summary>
/// The part of Stripe's REST interface that we call, with its rules of keys: the first answer under a key is the answer of every
/// later request that is the same; another request under it is an error; two at once, and the second is told to wait.
/// </summary>
sealed class StandInApi(StandInBooks books, StandInFaults faults, string secretKey)
{
    readonly ConcurrentDictionary<string, Remembered> answers = new();

    public async Task Serve(HttpContext context)
    {
        var request = context.Request;
        if (!IsAllowed(request))
        {
            await Write(context, StandInAnswer.Error(401, "invalid_request_error", "", "", "Invalid API Key provided."));
            return;
        }

        var fields = await Read(request);
        var fault = faults.Take(request.Method);
        if (fault is StandInFault.Busy or StandInFault.TooMany or StandInFault.SilentBefore)
        {
            await Instead(context, fault.Value);
            return;
        }

        var answer = Answer(request, fields, fault, out var replayed);
        if (replayed)
        {
            context.Response.Headers["Idempotent-Replayed"] = "true";
        }

        if (!await fault.TakesAnswer(context))
        {
            await Write(context, answer);
        }
    }

    StandInAnswer Answer(HttpRequest request, Fields fields, StandInFault? fault, out bool replayed)
    {
        replayed = false;
        var key = request.Headers["Idempotency-Key"].ToString();
        if (request.Method != HttpMethods.Post || key.Length == 0)
        {
            return fault == StandInFault.Broken ? Broken() : Act(request, fields);
        }

        var mine = new Remembered(Fingerprint(request, fields));
        var first = answers.GetOrAdd(key, mine);
        if (!ReferenceEquals(first, mine))
        {
            replayed = first.Answer is not null && first.Fingerprint == mine.Fingerprint;
            return first.Fingerprint != mine.Fingerprint
                ? StandInAnswer.Error(400, "idempotency_error", "", "", "Keys for idempotent requests can only be used with the same parameters they were first used with.")
                : first.Answer ?? StandInAnswer.Error(409, "idempotency_error", "idempotency_key_in_use", "", "There is currently another in-progress request using this Idempotent Key.");
        }

        var answer = fault == StandInFault.Broken ? Broken() : Act(request, fields);
        if (fault == StandInFault.BrokenAfter)
        {
            answer = Broken();
        }

        if (answer.Status is 400 or 404)
        {
            // Refused before anything was done: the key is free.
            answers.TryRemove(key, out _);
        }

        mine.Answer = answer;
        return answer;
    }

    StandInAnswer Act(HttpRequest request, Fields fields)
    {
        var path = request.Path.Value!.Trim('/').Split('/')[1..];
        var expand = fields.Where(f => f.Key.StartsWith("expand[", StringComparison.Ordinal)).Select(f => f.Value).ToList();
        return (request.Method, path) switch
        {
            ("POST", ["checkout", "sessions"]) => books.CreateSession(fields),
            ("POST", ["checkout", "sessions", var id, "expire"]) => books.Expire(id),
            ("POST", ["refunds"]) => books.CreateRefund(fields),
            ("GET", ["checkout", "sessions"]) => books.List("checkout.session", fields, expand),
            ("GET", ["checkout", "sessions", var id]) => books.Retrieve("checkout.session", id, expand),
            ("GET", ["payment_intents", var id]) => books.Retrieve("payment_intent", id, expand),
            ("GET", ["charges", var id]) => books.Retrieve("charge", id, expand),
            ("GET", ["refunds"]) => books.List("refund", fields, expand),
            ("GET", ["refunds", var id]) => books.Retrieve("refund", id, expand),
            ("GET", ["disputes"]) => books.List("dispute", fields, expand),
            ("GET", ["disputes", var id]) => books.Retrieve("dispute", id, expand),
            ("GET", ["payouts", var id]) => books.Retrieve("payout", id, expand),
            ("GET", ["balance_transactions"]) => books.List("balance_transaction", fields, expand),
            _ => StandInAnswer.Refused(404, "", "", $"Unrecognized request URL ({request.Method}: {request.Path})."),
        };
    }

    bool IsAllowed(HttpRequest request)
    {
        var given = request.Headers.Authorization.ToString();
        if (given.StartsWith("Basic ", StringComparison.Ordinal))
        {
            try
            {
                given = "Bearer " + Encoding.UTF8.GetString(Convert.FromBase64String(given[6..])).TrimEnd(':');
            }
            catch (FormatException)
            {
                return false;
            }
        }

        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes("Bearer " + secretKey));
    }

    static Task Instead(HttpContext context, StandInFault fault) => fault switch
    {
        StandInFault.Busy => Write(context, StandInAnswer.Error(409, "idempotency_error", "idempotency_key_in_use", "", "There is currently another in-progress request using this Idempotent Key.")),
        StandInFault.TooMany => Write(context, StandInAnswer.Error(429, "invalid_request_error", "rate_limit", "", "Too many requests.")),
        _ => StandInSilence.Keep(context),
    };

    static StandInAnswer Broken() => StandInAnswer.Error(500, "api_error", "", "", "An unknown error occurred");

    static async Task<Fields> Read(HttpRequest request)
    {
        var given = request.Query.SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v ?? ""));
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync();
            given = given.Concat(form.SelectMany(f => f.Value, (f, v) => KeyValuePair.Create(f.Key, v ?? "")));
        }

        var fields = new Dictionary<string, string>();
        foreach (var (name, value) in given)
        {
            fields[name == "expand[]" ? $"expand[{fields.Count}]" : name] = value;
        }

        return fields;
    }

    static string Fingerprint(HttpRequest request, Fields fields) =>
        request.Path + "?" + string.Join('&', fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}"));

    static Task Write(HttpContext context, StandInAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = MediaTypeNames.Application.Json;
        context.Response.Headers["Request-Id"] = StandInObjects.NewId("req");
        return context.Response.WriteAsync(answer.Body);
    }

    sealed class Remembered(string fingerprint)
    {
        volatile StandInAnswer? answer;

        public string Fingerprint { get; } = fingerprint;

        public StandInAnswer? Answer
        {
            get => answer;
            set => answer = value;
        }
    }
}
