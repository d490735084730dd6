using System.Net.Mime;
using System.Text;

namespace Komeji.Integrations.Payments.StandIns;

/// <summary>An event as it is posted.</summary>
public sealed record StandInEvent(string Id, string Type, string Body)
{
    internal int Tries { get; set; }
    internal DateTimeOffset DueAt { get; set; }
    internal bool IsDelivered { get; set; }
}

/// <summary>
/// Posts a stand-in's events to our hook, signed, until each is answered 2xx; and, when told to, late, twice, in another order
/// or never. What is not delivered when the program ends is lost, which reconciliation has to make good.
/// </summary>
public class StandInPost(Func<Uri> hook, HttpClient client, TimeProvider clock)
{
    const int MostKept = 10_000;

    readonly Lock gate = new();
    readonly List<StandInEvent> events = [];

    /// <summary>Events that are never posted.</summary>
    public Func<StandInEvent, bool> Loses { get; set; } = _ => false;

    /// <summary>How often each is posted.</summary>
    public int Copies { get; set; } = 1;

    /// <summary>The order of posting; as they were made unless somebody shuffles.</summary>
    public Random? Shuffle { get; set; }

    /// <summary>How long each lies before it is posted.</summary>
    public TimeSpan Delay { get; set; }

    public IReadOnlyList<StandInEvent> Events
    {
        get
        {
            lock (gate)
            {
                return [.. events];
            }
        }
    }

    /// <summary>Everything once more, as after an outage.</summary>
    public void Repeat()
    {
        lock (gate)
        {
            events.ForEach(e => (e.IsDelivered, e.DueAt) = (false, clock.GetUtcNow()));
        }
    }

    /// <returns>How many our hook took.</returns>
    public async Task<int> DeliverDue(CancellationToken cancellationToken)
    {
        var taken = 0;
        foreach (var due in Due())
        {
            for (var copy = 0; copy < Copies; copy++)
            {
                due.IsDelivered = await Bring(due.Body, cancellationToken);
            }

            if (due.IsDelivered)
            {
                taken++;
            }
            else
            {
                due.DueAt = clock.GetUtcNow() + TimeSpan.FromSeconds(5 << Math.Min(due.Tries++, 9));
            }
        }

        return taken;
    }

    internal void Keep(string id, string type, string body)
    {
        lock (gate)
        {
            events.Add(new StandInEvent(id, type, body) { DueAt = clock.GetUtcNow() + Delay });
            if (events.Count > MostKept)
            {
                events.RemoveAt(0);
            }
        }
    }

    /// <summary>For a provider that signs in a header; others sign in the body.</summary>
    protected virtual void Sign(HttpRequestMessage request, string body, DateTimeOffset at)
    {
    }

    StandInEvent[] Due()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            StandInEvent[] due = [.. events.Where(e => !e.IsDelivered && e.DueAt <= now && !Loses(e))];
            Shuffle?.Shuffle(due);
            return due;
        }
    }

    async Task<bool> Bring(string body, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, hook());
            request.Content = new StringContent(body, Encoding.UTF8, MediaTypeNames.Application.Json);
            Sign(request, body, clock.GetUtcNow());
            using var answer = await client.SendAsync(request, cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
