using System.Text.Json.Nodes;
using Komeji.Integrations.Payments.StandIns;
using Komeji.Integrations.Payments.Stripe;

namespace Komeji.Integrations.Payments.StripeStandIn;

/// <summary>Events in Stripe's shape, signed in a header.</summary>
public sealed class StripePost(IReadOnlyList<string> secrets, Func<Uri> hook, HttpClient client, TimeProvider clock) : StandInPost(hook, client, clock)
{
    public string Sign(string body, DateTimeOffset at) => StripeSignature.Sign(body, at, secrets);

    internal void Write(string type, JsonObject about, bool live, DateTimeOffset now)
    {
        var id = StandInObjects.NewId("evt");
        var body = new JsonObject
        {
            ["id"] = id,
            ["object"] = "event",
            ["api_version"] = StripeOptions.ApiVersion,
            ["created"] = now.ToUnixTimeSeconds(),
            ["data"] = new JsonObject { ["object"] = about.DeepClone() },
            ["livemode"] = live,
            ["pending_webhooks"] = 1,
            ["type"] = type,
        };
        Keep(id, type, body.ToJsonString());
    }

    protected override void Sign(HttpRequestMessage request, string body, DateTimeOffset at) => request.Headers.Add(StripeSignature.Header, Sign(body, at));
}
