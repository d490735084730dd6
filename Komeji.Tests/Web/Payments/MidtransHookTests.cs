using System.Net.Sockets;
using System.Text;
using Komeji.Application.Payments;
using Komeji.Domain.Payments;
using Komeji.Integrations.Payments.Midtrans;
using Komeji.Integrations.Payments.MidtransStandIn;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Web.Payments;

/// <summary>The hook as Midtrans meets it, and the page on which the buyer chooses and pays.</summary>
public sealed class MidtransHookTests
{
    const string BuyerContact = "siti@komeji.test";

    /// <summary>Midtrans itself is away: taking a notification must not need it.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Takes_what_is_signed_as_often_as_it_comes_without_asking_anybody(Engine engine)
    {
        await using var app = await KomejiApp.Start(engine, null, Settings(new Uri($"http://127.0.0.1:{NobodysPort()}")));
        var body = Body(MidtransSignature.Sign("KMJ-é", "200", "33500.00", MidtransKeys.Server));
        (await Post(app, Encoding.UTF8.GetBytes(Body("")))).ShouldBe(400);
        (await Post(app, Encoding.UTF8.GetBytes(Body(new string('0', 128))))).ShouldBe(400);
        (await Post(app, Encoding.UTF8.GetBytes(Body(MidtransSignature.Sign("KMJ-é", "200", "33500.00", "Mid-server-sungguhan0123456789"))))).ShouldBe(400);
        (await Post(app, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(body)])).ShouldBe(400);
        (await Post(app, Encoding.Latin1.GetBytes(body))).ShouldBe(400);
        (await Post(app, [])).ShouldBe(400);
        (await Post(app, Encoding.UTF8.GetBytes("bukan json"))).ShouldBe(400);
        (await Post(app, new byte[1_000_000])).ShouldBe(413);
        (await app.Read(db => db.PaymentEvents.CountAsync())).ShouldBe(0);

        (await Post(app, Encoding.UTF8.GetBytes(body))).ShouldBe(200);
        (await Post(app, Encoding.UTF8.GetBytes(body))).ShouldBe(200);
        (await app.Read(db => db.PaymentEvents.Select(e => e.Body).SingleAsync())).ShouldBe(body);
    }

    [Fact]
    public async Task Where_another_provider_is_in_use_nothing_is_believed()
    {
        await using var app = await KomejiApp.Start();
        (await Post(app, Encoding.UTF8.GetBytes(Body(MidtransSignature.Sign("KMJ-é", "200", "33500.00", MidtransKeys.Server))))).ShouldBe(400);
    }

    /// <summary>As a browser without script does it: chosen, shown, changed, paid.</summary>
    [Fact]
    public async Task A_buyer_chooses_sees_a_code_or_a_number_and_pays()
    {
        KomejiApp? app = null;
        using var toHook = new HttpClient(new ToHook(() => app!));
        await using var server = await MidtransStandInServer.Start(new MidtransStandInOptions(0, MidtransKeys.Server, () => new Uri("http://komeji.test/hook/midtrans")), toHook, new TestClock());
        await using var running = app = await KomejiApp.Start(Engine.Sqlite, null, Settings(server.Address));
        var placed = await PayPageTests.Place(app);
        var address = $"/bayar/{placed.Number}";
        using var buyer = await app.SignInAs(BuyerContact);
        var choice = await buyer.Get(address);
        choice.Document.QuerySelectorAll("input[name=cara]").Length.ShouldBe(8);

        (await buyer.Submit(choice, address)).Location.ShouldBe(address);
        var scanned = await buyer.Get(address);
        scanned.Document.QuerySelector("[data-testid=pay-way] svg.qr").ShouldNotBeNull(scanned.Text);
        scanned.Document.QuerySelector("[data-testid=pay-way] [data-rupiah='67000']").ShouldNotBeNull();

        var other = await buyer.Get(address + "?ganti=1");
        (await buyer.Submit(other, address, ("cara", "bca_va"))).Location.ShouldBe(address);
        var number = (await buyer.Get(address)).Document.QuerySelector("[data-testid=va-number]")!.TextContent.Replace(" ", "");
        number.ShouldStartWith("8808");

        var order = await app.Read(db => db.Payments.SelectMany(p => p.Attempts).Where(a => a.State == AttemptState.Started).Select(a => a.Id).SingleAsync());
        server.Books.Pay(order.Value.ToString()).ShouldNotBeNull();
        await server.Post.DeliverDue(CancellationToken.None);
        await app.Run<DuePaymentEvents>();
        (await buyer.Get(address + "?kembali=1")).Document.QuerySelector("[data-testid=payment-status]")!.TextContent.ShouldBe("Lunas");
    }

    static string Body(string signature) =>
        $$"""{"transaction_id":"trx-1","order_id":"KMJ-é","status_code":"200","gross_amount":"33500.00","transaction_status":"settlement","fraud_status":null,"signature_key":"{{signature}}"}""";

    static (string, string)[] Settings(Uri midtrans) =>
        [("Payments:Gateway", "Midtrans"), ("Payments:Midtrans:ServerKey", MidtransKeys.Server), ("Payments:Midtrans:ApiBase", midtrans.ToString())];

    static async Task<int> Post(KomejiApp app, byte[] body)
    {
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/hook/midtrans", UriKind.Relative)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        using var answer = await client.SendAsync(request);
        return (int)answer.StatusCode;
    }

    static int NobodysPort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Stands where the network is: the product under test has no port.</summary>
    sealed class ToHook(Func<KomejiApp> app) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            new((System.Net.HttpStatusCode)await Post(app(), await request.Content!.ReadAsByteArrayAsync(cancellationToken)));
    }
}
