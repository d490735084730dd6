using System.Text;
using Komeji.Integrations.Payments.Sandbox;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Web.Payments;

public sealed class HookTests
{
    const string Body = """{"id":"evt_uji","kind":"sesuatu.baru","at":1759629600000,"data":{"key":"","reference":"é"}}""";

    [Theory, OnSqlite, OnPostgres]
    public async Task Answers_200_to_what_is_signed_as_often_as_it_comes_and_400_to_the_rest(Engine engine)
    {
        await using var app = await KomejiApp.Start(engine);
        var signature = app.Services.GetRequiredService<SandboxSignature>().Sign(Body, app.Clock.GetUtcNow());
        (await Post(app, Encoding.UTF8.GetBytes(Body), null)).ShouldBe(400);
        (await Post(app, Encoding.UTF8.GetBytes(Body), signature[..^1])).ShouldBe(400);
        (await Post(app, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Body)], signature)).ShouldBe(400);
        (await Post(app, Encoding.Latin1.GetBytes(Body), signature)).ShouldBe(400);
        (await Post(app, [], signature)).ShouldBe(400);
        (await app.Read(db => db.PaymentEvents.CountAsync())).ShouldBe(0);

        (await Post(app, Encoding.UTF8.GetBytes(Body), signature)).ShouldBe(200);
        (await Post(app, Encoding.UTF8.GetBytes(Body), signature)).ShouldBe(200);
        (await app.Read(db => db.PaymentEvents.Select(e => e.Body).SingleAsync())).ShouldBe(Body);
    }

    [Fact]
    public async Task Reads_no_more_than_it_must()
    {
        await using var app = await KomejiApp.Start();
        (await Post(app, new byte[70_000], "t=1,v1=00")).ShouldBe(413);
    }

    static async Task<int> Post(KomejiApp app, byte[] body, string? signature)
    {
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/hook/sandbox", UriKind.Relative)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        if (signature is not null)
        {
            request.Headers.Add(SandboxSignature.Header, signature);
        }

        using var answer = await client.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
