using System.Net.Sockets;
using System.Text;
using Komeji.Integrations.Payments.Stripe;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Web.Payments;

/// <summary>The hook as Stripe meets it. Stripe itself is away in these tests: taking a notification must not need it.</summary>
public sealed class StripeHookTests
{
    const string Body = """{"id":"evt_uji","type":"checkout.session.completed","api_version":null,"livemode":false,"data":{"object":{"id":"cs_test_1","note":"é"}}}""";

    [Theory, OnSqlite, OnPostgres]
    public async Task Takes_what_is_signed_as_often_as_it_comes_without_asking_anybody(Engine engine)
    {
        await using var app = await KomejiApp.Start(engine, null, Settings());
        var signature = Sign(app, Body);
        var bytes = Encoding.UTF8.GetBytes(Body);
        (await Post(app, bytes, null)).ShouldBe(400);
        (await Post(app, bytes, "")).ShouldBe(400);
        (await Post(app, bytes, signature[..^1])).ShouldBe(400);
        (await Post(app, [0xEF, 0xBB, 0xBF, .. bytes], signature)).ShouldBe(400);
        (await Post(app, Encoding.Latin1.GetBytes(Body), signature)).ShouldBe(400);
        (await Post(app, [], signature)).ShouldBe(400);
        (await Post(app, Encoding.UTF8.GetBytes("bukan json"), Sign(app, "bukan json"))).ShouldBe(400);
        (await Post(app, bytes, StripeSignature.Sign(Body, app.Clock.GetUtcNow().AddDays(-31), StripeKeys.Webhook[1]))).ShouldBe(400);
        (await Post(app, bytes, StripeSignature.Sign(Body, app.Clock.GetUtcNow(), "whsec_toko_lain_0123456789"))).ShouldBe(400);
        (await Post(app, new byte[1_000_000], signature)).ShouldBe(413);
        (await app.Read(db => db.PaymentEvents.CountAsync())).ShouldBe(0);

        (await Post(app, bytes, signature)).ShouldBe(200);
        (await Post(app, bytes, signature)).ShouldBe(200);
        (await app.Read(db => db.PaymentEvents.Select(e => e.Body).SingleAsync())).ShouldBe(Body);
    }

    [Fact]
    public async Task Where_another_provider_is_in_use_nothing_is_believed()
    {
        await using var app = await KomejiApp.Start();
        (await Post(app, Encoding.UTF8.GetBytes(Body), Sign(app, Body))).ShouldBe(400);
        await using var other = await KomejiApp.Start(Engine.Sqlite, null, Settings());
        using var client = other.CreateClient();
        using var answer = await client.PostAsync(new Uri("/hook/sandbox", UriKind.Relative), new StringContent("{}"));
        ((int)answer.StatusCode).ShouldBe(400);
        using var page = await client.GetAsync(new Uri("/sandbox/bayar/chg_1", UriKind.Relative));
        ((int)page.StatusCode).ShouldBe(404);
    }

    [Fact]
    public async Task Forms_may_lead_to_the_provider_and_nowhere_else()
    {
        await using var app = await KomejiApp.Start(Engine.Sqlite, null, Settings());
        using var client = app.CreateClient();
        using var answer = await client.GetAsync(new Uri("/masuk", UriKind.Relative));
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldMatch("form-action 'self' http://127\\.0\\.0\\.1:[0-9]+$");
    }

    static (string, string)[] Settings() =>
    [
        ("Payments:Gateway", "Stripe"), ("Payments:Stripe:SecretKey", StripeKeys.Secret), ("Payments:Stripe:WebhookSecrets", string.Join(',', StripeKeys.Webhook)),
        ("Payments:Stripe:ApiBase", $"http://127.0.0.1:{NobodysPort()}"),
    ];

    static string Sign(KomejiApp app, string body) => StripeSignature.Sign(body, app.Clock.GetUtcNow(), StripeKeys.Webhook[1]);

    static async Task<int> Post(KomejiApp app, byte[] body, string? signature)
    {
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/hook/stripe", UriKind.Relative)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation(StripeSignature.Header, signature);
        }

        using var answer = await client.SendAsync(request);
        return (int)answer.StatusCode;
    }

    static int NobodysPort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
