using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Komeji.Integrations.Payments;
using Microsoft.Extensions.Logging;

namespace Komeji.Integrations.Payouts.Disbursement;

/// <summary>
/// The provider's REST interface: JSON both ways, a transfer under an idempotency key. A call is repeated only under the same key, and a
/// refusal after a try without an answer counts as no answer: the first try may have been done. Logs name address and code, never an account.
/// </summary>
public sealed class DisbursementClient(HttpClient http, DisbursementOptions options, ILogger<DisbursementClient> log)
{
    public Task<DisbursementReply> Get(string path, CancellationToken cancellationToken) =>
        Call(() => Request(HttpMethod.Get, path), cancellationToken);

    /// <param name="key">Empty for what changes nothing.</param>
    public Task<DisbursementReply> Post(string path, string key, JsonObject body, CancellationToken cancellationToken)
    {
        var text = body.ToJsonString();
        return Call(
            () =>
            {
                var request = Request(HttpMethod.Post, path);
                request.Content = new StringContent(text, Encoding.UTF8, MediaTypeNames.Application.Json);
                if (key.Length > 0)
                {
                    request.Headers.Add("Idempotency-Key", key);
                }

                return request;
            },
            cancellationToken);
    }

    Task<DisbursementReply> Call(Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        var isUnclear = false;
        return ProviderCalls.Repeat<DisbursementReply>(
            async patience =>
            {
                var (reply, repeatMayHelp) = await Try(make, patience, cancellationToken);
                if (reply is DisbursementReply.Refused && isUnclear)
                {
                    return (new DisbursementReply.Silent(), false);
                }

                isUnclear |= reply is DisbursementReply.Silent;
                return (reply, repeatMayHelp);
            },
            options.Patience,
            options.Pause,
            cancellationToken);
    }

    async Task<(DisbursementReply Reply, bool RepeatMayHelp)> Try(Func<HttpRequestMessage> make, CancellationToken patience, CancellationToken caller)
    {
        using var request = make();
        var call = $"{request.Method} {Template(request.RequestUri!)}";
        try
        {
            using var answer = await http.SendAsync(request, patience);
            var body = await answer.Content.ReadAsByteArrayAsync(patience);
            return Understand(call, (int)answer.StatusCode, body);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException && !caller.IsCancellationRequested)
        {
            log.LogWarning("The payout provider did not answer {Call}: {Fault}", call, fault.GetType().Name);
            return (new DisbursementReply.Silent(), fault is not OperationCanceledException);
        }
    }

    (DisbursementReply Reply, bool RepeatMayHelp) Understand(string call, int status, byte[] body)
    {
        if (ProviderJson.Parse(body) is not { ValueKind: JsonValueKind.Object } json)
        {
            log.LogWarning("The payout provider answered {Call} with {Status} and nothing to read", call, status);
            return (new DisbursementReply.Silent(), true);
        }

        if (status is >= 200 and < 300)
        {
            return (new DisbursementReply.Done(json), false);
        }

        var code = json.Object("error")?.Text("code") ?? "";
        log.LogWarning("The payout provider answered {Call} with {Status} {Code}", call, status, code);
        return status switch
        {
            // A proxy in between may say 404 as well: only the provider's own word counts.
            404 when code == "transfer_not_found" => (new DisbursementReply.Missing(), false),
            409 when code == "idempotency_mismatch" => (new DisbursementReply.Refused(code), false),
            409 or 429 or >= 500 => (new DisbursementReply.Silent(), true),

            // Our key is wrong or may not do this, or somebody else answered: nothing is known of the thing itself.
            401 or 403 or 404 or < 400 => (new DisbursementReply.Silent(), false),
            _ when code.Length == 0 => (new DisbursementReply.Silent(), false),
            _ => (new DisbursementReply.Refused(code), false),
        };
    }

    HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(options.ApiBase, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(options.ApiKey + ":")));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(MediaTypeNames.Application.Json));
        return request;
    }

    /// <summary>The address without what it is about: <c>/v1/transfers/…</c>.</summary>
    static string Template(Uri address) =>
        "/" + string.Join('/', address.AbsolutePath.Trim('/').Split('/').Select(p => p.Length > 20 ? "…" : p));
}
