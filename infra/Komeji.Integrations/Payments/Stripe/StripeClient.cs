using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Fields = System.Collections.Generic.IReadOnlyList<System.Collections.Generic.KeyValuePair<string, string>>;

namespace Komeji.Integrations.Payments.Stripe;

/// <summary>
/// Stripe's REST interface: forms out, JSON back, every POST under an idempotency key. A call is repeated only where that is safe:
/// reading always, writing because the key makes it one. Logs name address, status and error code, never what was sent or answered.
/// </summary>
public sealed class StripeClient(HttpClient http, StripeOptions options, ILogger<StripeClient> log)
{
    const int MostPages = 10_000;

    public static IReadOnlyList<KeyValuePair<string, string>> With(params (string Name, string Value)[] fields) =>
        [.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))];

    public Task<StripeReply> Get(string path, Fields query, CancellationToken cancellationToken) =>
        Call(() => Request(HttpMethod.Get, query.Count == 0 ? path : $"{path}?{Encode(query)}"), cancellationToken);

    public Task<StripeReply> Post(string path, string key, Fields form, CancellationToken cancellationToken) => Call(
        () =>
        {
            var request = Request(HttpMethod.Post, path);
            request.Content = new FormUrlEncodedContent(form);
            request.Headers.Add("Idempotency-Key", key);
            return request;
        },
        cancellationToken);

    /// <summary>All pages of a list, newest first, until the reader has enough.</summary>
    /// <returns>False when a page did not come: the reader has seen a part only.</returns>
    public async Task<bool> Read(string path, Fields query, Func<JsonElement, bool> goOn, CancellationToken cancellationToken)
    {
        var after = "";
        for (var page = 0; page < MostPages; page++)
        {
            Fields asked = [.. query, KeyValuePair.Create("limit", "100"), .. after.Length == 0 ? [] : With(("starting_after", after))];
            if (await Get(path, asked, cancellationToken) is not StripeReply.Done done)
            {
                return false;
            }

            foreach (var item in done.Body.List("data"))
            {
                after = item.Text("id");
                if (!goOn(item))
                {
                    return true;
                }
            }

            if (!done.Body.IsTrue("has_more"))
            {
                return true;
            }
        }

        return false;
    }

    Task<StripeReply> Call(Func<HttpRequestMessage> make, CancellationToken cancellationToken) =>
        ProviderCalls.Repeat(patience => Try(make, patience, cancellationToken), options.Patience, options.Pause, cancellationToken);

    async Task<(StripeReply Reply, bool RepeatMayHelp)> Try(Func<HttpRequestMessage> make, CancellationToken patience, CancellationToken caller)
    {
        using var request = make();
        var call = $"{request.Method} {new Uri(options.ApiBase, request.RequestUri!).AbsolutePath}";
        try
        {
            using var answer = await http.SendAsync(request, patience);
            var body = await answer.Content.ReadAsByteArrayAsync(patience);
            return Understand(call, answer, body);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException && !caller.IsCancellationRequested)
        {
            log.LogWarning("Stripe did not answer {Call}: {Fault}", call, fault.GetType().Name);
            return (new StripeReply.Silent(), fault is not OperationCanceledException);
        }
    }

    (StripeReply Reply, bool RepeatMayHelp) Understand(string call, HttpResponseMessage answer, byte[] body)
    {
        var json = ProviderJson.Parse(body);
        var isReplayed = answer.Headers.TryGetValues("Idempotent-Replayed", out var replayed) && replayed.Contains("true");
        if (answer.IsSuccessStatusCode)
        {
            return json is { ValueKind: JsonValueKind.Object } done ? (new StripeReply.Done(done, isReplayed), false) : (new StripeReply.Silent(), true);
        }

        var error = json?.Object("error") ?? default;
        var (type, code) = (error.Text("type"), error.Text("code"));
        log.LogWarning("Stripe answered {Call} with {Status} {Type} {Code}", call, (int)answer.StatusCode, type, code);
        return answer.StatusCode switch
        {
            HttpStatusCode.BadRequest when type == "idempotency_error" => (new StripeReply.Stuck(), false),
            >= HttpStatusCode.InternalServerError when isReplayed => (new StripeReply.Stuck(), false),
            HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => (new StripeReply.Silent(), true),

            // Our key is wrong or may not do this: nothing is known of the thing itself until that is mended.
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => (new StripeReply.Silent(), false),
            _ => (new StripeReply.Refused((int)answer.StatusCode, code.Length > 0 ? code : type), false),
        };
    }

    HttpRequestMessage Request(HttpMethod method, string address)
    {
        var request = new HttpRequestMessage(method, new Uri(options.ApiBase, address));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.SecretKey);
        request.Headers.Add("Stripe-Version", StripeOptions.ApiVersion);
        return request;
    }

    static string Encode(Fields query) => string.Join('&', query.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"));
}
