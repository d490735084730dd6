using Komeji.Application.Payments;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using Komeji.Integrations.Payments.Sandbox;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Web.Payments;

/// <summary>Paying as a browser without script does it, and what others may not.</summary>
public sealed class PayPageTests
{
    const string BuyerContact = "siti@komeji.test";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_buyer_pays_on_the_providers_page_and_comes_back(Engine engine)
    {
        await using var app = await KomejiApp.Start(engine);
        var placed = await Place(app);
        using var buyer = await app.SignInAs(BuyerContact);
        var page = await buyer.Get($"/bayar/{placed.Number}");
        page.Document.QuerySelector(".amount [data-rupiah='67000']").ShouldNotBeNull(page.Text);

        var start = await buyer.Submit(page, $"/bayar/{placed.Number}");
        start.Location.ShouldStartWith("/sandbox/bayar/chg_");
        var hosted = await buyer.Get(start.Location);
        hosted.Document.QuerySelector("[data-testid=pay-sandbox-success]").ShouldNotBeNull();
        hosted.SetCookies.ShouldBeEmpty();
        var paid = await buyer.Post(start.Location + "/bayar");
        paid.Location.ShouldBe($"/bayar/{placed.Number}?kembali=1");

        await Heard(app);
        await app.Run<DuePaymentEvents>();
        var done = await buyer.Get(paid.Location);
        done.Document.QuerySelector("[data-testid=payment-status]")!.TextContent.ShouldBe("Lunas");
        done.Document.QuerySelector("[data-testid=pay-now]").ShouldBeNull();
        (await buyer.Post(start.Location + "/bayar")).Status.ShouldBe(302);
        app.Services.GetRequiredService<SandboxBooks>().CapturesOf(start.Location.Split('/')[^1]).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Coming_back_early_the_page_asks_again_by_itself_until_there_is_news()
    {
        await using var app = await KomejiApp.Start();
        var placed = await Place(app);
        using var buyer = await app.SignInAs(BuyerContact);
        (await Refresh(buyer, $"/bayar/{placed.Number}?kembali=1")).ShouldBeNull();
        var start = await buyer.Submit(await buyer.Get($"/bayar/{placed.Number}"), $"/bayar/{placed.Number}");
        (await Refresh(buyer, $"/bayar/{placed.Number}")).ShouldBeNull();
        (await Refresh(buyer, $"/bayar/{placed.Number}?kembali=1")).ShouldBe("4");
        await buyer.Post(start.Location + "/tolak");
        await Heard(app);
        await app.Run<DuePaymentEvents>();
        (await Refresh(buyer, $"/bayar/{placed.Number}?kembali=1")).ShouldBeNull();
        (await buyer.Get($"/bayar/{placed.Number}")).Text.ShouldContain("Coba Bayar Lagi");
    }

    [Fact]
    public async Task Others_find_nothing_and_visitors_sign_in_first()
    {
        await using var app = await KomejiApp.Start();
        var placed = await Place(app);
        using var other = await app.SignInAs("lain@komeji.test");
        (await other.Get($"/bayar/{placed.Number}")).Status.ShouldBe(404);
        (await other.Get("/bayar/BLJ-20261005-TIDAKADA")).Status.ShouldBe(404);
        using var visitor = app.Visit();
        (await visitor.Get($"/bayar/{placed.Number}")).Location.ShouldStartWith("/masuk");
        using var buyer = await app.SignInAs(BuyerContact);
        (await buyer.Post($"/bayar/{placed.Number}")).Status.ShouldBe(400, "the form carries a token");
        (await app.Read(db => db.Payments.SelectMany(p => p.Attempts).CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_sandbox_page_refuses_other_sites_and_unknown_charges()
    {
        await using var app = await KomejiApp.Start();
        var placed = await Place(app);
        using var buyer = await app.SignInAs(BuyerContact);
        var start = await buyer.Submit(await buyer.Get($"/bayar/{placed.Number}"), $"/bayar/{placed.Number}");
        using var forged = new HttpRequestMessage(HttpMethod.Post, new Uri(start.Location + "/bayar", UriKind.Relative));
        forged.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await buyer.Http.SendAsync(forged);
        ((int)answer.StatusCode).ShouldBe(400);
        app.Services.GetRequiredService<SandboxBooks>().CapturesOf(start.Location.Split('/')[^1]).ShouldBeEmpty();
        (await buyer.Get("/sandbox/bayar/chg_tidakada")).Status.ShouldBe(404);
        (await buyer.Post("/sandbox/bayar/chg_tidakada/bayar")).Status.ShouldBe(404);
        (await buyer.Get("/sandbox/bayar/" + new string('x', 500))).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Paid_late_the_page_says_that_it_goes_back()
    {
        await using var app = await KomejiApp.Start();
        var placed = await Place(app);
        using var buyer = await app.SignInAs(BuyerContact);
        var start = await buyer.Submit(await buyer.Get($"/bayar/{placed.Number}"), $"/bayar/{placed.Number}");
        (await buyer.Post(start.Location + "/terlambat")).Status.ShouldBe(302);
        app.Clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromMinutes(2));
        await app.Write(async db => (await db.Payments.SingleAsync()).Expire(app.Clock.GetUtcNow()));
        await Heard(app);
        await app.Run<DuePaymentEvents>();
        await app.Run<DueRefunds>();
        var refund = await app.Read(db => db.Refunds.SingleAsync());
        (refund.State, refund.Amount).ShouldBe((RefundState.Succeeded, placed.Total));
        using var again = await app.SignInAs(BuyerContact);
        (await again.Get($"/bayar/{placed.Number}")).Document.QuerySelector("[data-testid=refunds] [data-rupiah='67000']").ShouldNotBeNull();
    }

    /// <summary>The provider takes what is late and tells what it has to tell.</summary>
    static async Task Heard(KomejiApp app)
    {
        await app.Services.GetRequiredService<SandboxClockwork>().Turn(CancellationToken.None);
        (await app.Read(db => db.PaymentEvents.CountAsync())).ShouldBe(1);
    }

    static async Task<string?> Refresh(Visitor visitor, string address)
    {
        using var answer = await visitor.Http.GetAsync(new Uri(address, UriKind.Relative));
        return answer.Headers.TryGetValues("Refresh", out var values) ? values.Single() : null;
    }

    internal static async Task<Placed> Place(KomejiApp app)
    {
        var buyer = await app.Person(BuyerContact);
        var shops = new MoneyShops();
        Placed placed = null!;
        await app.Write(db =>
        {
            shops.Open(db, app.Clock.GetUtcNow());
            return Task.CompletedTask;
        });
        await app.Write(async db => placed = await shops.Place(db, buyer, [(25_500, 1), (25_500, 1)], app.Clock.GetUtcNow()));
        return placed;
    }
}
