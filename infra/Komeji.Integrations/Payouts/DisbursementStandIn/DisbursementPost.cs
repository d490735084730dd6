using System.Text.Json.Nodes;
using Komeji.Integrations.Payments.StandIns;
using Komeji.Integrations.Payouts.Disbursement;

namespace Komeji.Integrations.Payouts.DisbursementStandIn;

/// <summary>Notifications of transfers, signed in a header.</summary>
public sealed class DisbursementPost(string secret, Func<Uri> hook, HttpClient client, TimeProvider clock) : StandInPost(hook, client, clock)
{
    public string Sign(string body, DateTimeOffset at) => DisbursementSignature.Sign(body, at, secret);

    internal void Write(JsonObject transfer, DateTimeOffset now)
    {
        var (id, type) = (StandInObjects.NewId("evt"), "transfer." + transfer.Text("status"));
        var body = new JsonObject { ["id"] = id, ["type"] = type, ["created"] = now.ToUnixTimeSeconds(), ["data"] = transfer.DeepClone() };
        Keep(id, type, body.ToJsonString());
    }

    protected override void Sign(HttpRequestMessage request, string body, DateTimeOffset at) => request.Headers.Add(DisbursementSignature.Header, Sign(body, at));
}
