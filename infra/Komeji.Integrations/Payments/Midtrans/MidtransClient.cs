using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace Komeji.Integrations.Payments.Midtrans;

/// <summary>
/// Midtrans' REST interface: JSON both ways, every POST under an idempotency key. A call is repeated only where that is safe: reading
/// always, writing because the key makes it one, and an order id or a refund's key is good for one thing only. Logs name address and
/// code, never what was sent or answered.
/// </summary>
public sealed class MidtransClient(HttpClient http, MidtransOptions options, ILogger<MidtransClient> log)
{
    public Task<MidtransReply> Get(string path, CancellationToken cancellationToken) =>
        Call(() => Request(HttpMethod.Get, new Uri(options.ApiBase, path)), cancellationToken);

    public Task<MidtransReply> Post(string path, string key, JsonObject body, CancellationToken cancellationToken) =>
        Post(options.ApiBase, path, key, body, cancellationToken);

    /// <summary>To the pages for wallets and cards.</summary>
    public Task<MidtransReply> PostToSnap(string path, string key, JsonObject body, CancellationToken cancellationToken) =>
        Post(options.SnapBase, path, key, body, cancellationToken);

    Task<MidtransReply> Post(Uri root, string path, string key, JsonObject body, CancellationToken cancellationToken)
    {
        var text = body.ToJsonString();
        return Call(
            () =>
            {
                var request = Request(HttpMethod.Post, new Uri(root, path));
                request.Content = new StringContent(text, Encoding.UTF8, MediaTypeNames.Application.Json);
                request.Headers.Add("Idempotency-Key", key);
                return request;
            },
            cancellationToken);
    }

    Task<MidtransReply> Call(Func<HttpRequestMessage> make, CancellationToken cancellationToken) =>
        ProviderCalls.Repeat(patience => Try(make, patience, cancellationToken), options.Patience, options.Pause, cancellationToken);

    async Task<(MidtransReply Reply, bool RepeatMayHelp)> Try(Func<HttpRequestMessage> make, CancellationToken patience, CancellationToken caller)
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
            log.LogWarning("Midtrans did not answer {Call}: {Fault}", call, fault.GetType().Name);
            return (new MidtransReply.Silent(), fault is not OperationCanceledException);
        }
    }

    /// <summary>What counts is the code in the answer; some refusals come under a 200 of the protocol.</summary>
    (MidtransReply Reply, bool RepeatMayHelp) Understand(string call, int status, byte[] body)
    {
        if (ProviderJson.Parse(body) is not { ValueKind: JsonValueKind.Object } json)
        {
            log.LogWarning("Midtrans answered {Call} with {Status} and nothing to read", call, status);
            return (new MidtransReply.Silent(), true);
        }

        var code = status < 300 && int.TryParse(json.Text("status_code"), NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : status;
        switch (code)
        {
            // The same request is being worked on: its answer is still to come.
            case 202 when json.Text("transaction_status").Length == 0:
                return (new MidtransReply.Silent(), true);

            // 407 is an answer as well: what was asked about has expired.
            case >= 200 and < 300 or 407:
                return (new MidtransReply.Done(json), false);
        }

        log.LogWarning("Midtrans answered {Call} with {Status} {Code}", call, status, code);
        return code switch
        {
            404 => (new MidtransReply.Missing(), false),
            429 or >= 500 => (new MidtransReply.Silent(), true),

            // Our key is wrong or may not do this: nothing is known of the thing itself until that is mended.
            401 or 403 or 410 => (new MidtransReply.Silent(), false),
            _ => (new MidtransReply.Refused(code), false),
        };
    }

    HttpRequestMessage Request(HttpMethod method, Uri address)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(options.ServerKey + ":")));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(MediaTypeNames.Application.Json));
        return request;
    }

    /// <summary>The address without what it is about: <c>/v2/…/status</c>.</summary>
    static string Template(Uri address) =>
        "/" + string.Join('/', address.AbsolutePath.Trim('/').Split('/').Select(p => p.Length > 20 ? "…" : p));
}
