using System.Net.Mime;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using static Komeji.Integrations.Payments.Sandbox.SandboxStore;

namespace Komeji.Integrations.Payments.Sandbox;

/// <summary>
/// Posts the provider's notices to our hook, signed, until one answers 2xx: at least once, not always in order. A lost answer
/// means that it comes again.
/// </summary>
public sealed class SandboxNotices(SandboxStore store, SandboxSignature signature, SandboxOptions options, IHttpClientFactory clients, TimeProvider clock, ILogger<SandboxNotices> log)
{
    public const string ClientName = "sandbox-notices";

    const int Batch = 50;

    static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    internal static void Write(SqliteTransaction transaction, SandboxNotice notice, long now) =>
        Execute(transaction, "INSERT INTO notice (id, body, tries, due_at, made_at) VALUES ($id, $body, 0, $now, $now)", ("id", notice.Id), ("body", notice.ToBody()), ("now", now));

    /// <summary>Delivers what is due, each notice on its own.</summary>
    /// <returns>How many were taken by our hook.</returns>
    public async Task<int> DeliverDue(CancellationToken cancellationToken)
    {
        var delivered = 0;
        foreach (var (id, body, tries) in Claim())
        {
            if (await Post(body, cancellationToken))
            {
                store.Write(t => Execute(t, "UPDATE notice SET delivered_at = $now WHERE id = $id", ("id", id), ("now", clock.GetUtcNow().UtcTicks)));
                delivered++;
            }
            else
            {
                var next = clock.GetUtcNow() + TimeSpan.FromSeconds(5 << Math.Min(tries, 9));
                store.Write(t => Execute(t, "UPDATE notice SET due_at = $next WHERE id = $id", ("id", id), ("next", next.UtcTicks)));
            }
        }

        return delivered;
    }

    /// <summary>Sends everything once more, as providers do after an outage.</summary>
    public int Repeat() => store.Write(t => Execute(t, "UPDATE notice SET delivered_at = NULL, due_at = $now", ("now", clock.GetUtcNow().UtcTicks)));

    /// <summary>Takes due notices for a while, so that two processes do not deliver the same one at once.</summary>
    List<(string Id, string Body, int Tries)> Claim() => store.Write(t =>
    {
        var now = clock.GetUtcNow();
        var due = Query(t, "SELECT id, body, tries FROM notice WHERE delivered_at IS NULL AND due_at <= $now ORDER BY due_at, id LIMIT $batch",
            r => (r.GetString(0), r.GetString(1), r.GetInt32(2)), ("now", now.UtcTicks), ("batch", Batch));
        foreach (var (id, _, _) in due)
        {
            Execute(t, "UPDATE notice SET tries = tries + 1, due_at = $until WHERE id = $id", ("id", id), ("until", (now + Lease).UtcTicks));
        }

        return due;
    });

    async Task<bool> Post(string body, CancellationToken cancellationToken)
    {
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var request = new HttpRequestMessage(HttpMethod.Post, options.HookAddress());
            request.Content = new StringContent(body, Encoding.UTF8, MediaTypeNames.Application.Json);
            request.Headers.Add(SandboxSignature.Header, signature.Sign(body, clock.GetUtcNow()));
            using var answer = await client.SendAsync(request, cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            log.LogWarning("The sandbox could not deliver a notice: {Fault}", fault.Message);
            return false;
        }
    }
}
