using Komeji.Application.Settings;
using Komeji.Domain.Settings;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Web.Seller;

public sealed class FeePagesTests
{
    [Fact]
    public async Task A_seller_objects_to_a_raise_and_agrees_to_it_later()
    {
        await using var app = await KomejiApp.Start();
        var owner = await app.Person("siti@komeji.test");
        await new Stalls(app).Shop(owner: owner);
        using var seller = await app.SignInAs("siti@komeji.test");
        (await seller.Get("/penjual/biaya")).Document.QuerySelector("[data-testid=fee-rate]")!.TextContent.ShouldBe("5 %");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var now = app.Clock.GetUtcNow();
        await app.Write(db => Task.FromResult(db.Settings.Add(new Setting(SettingCatalogue.FeeRate, "600", now, "Rapat", "Biaya penyedia naik", null, now))));
        var version = await app.Read(db => db.Settings.Select(s => s.Id).SingleAsync());
        (await seller.Get("/penjual")).Html.ShouldContain("Usul biaya layanan menunggu jawaban Anda");

        var refused = await seller.Submit(await seller.Get("/penjual/biaya"), $"/penjual/biaya/{version}/keberatan", ("Alasan", "mahal"));
        refused.Status.ShouldBeOneOf(400, 422);
        refused.Document.QuerySelector("textarea[name=Alasan]")!.TextContent.Trim().ShouldBe("mahal");
        (await seller.Submit(refused, $"/penjual/biaya/{version}/keberatan", ("Alasan", "Untung kerupuk tipis sekali"))).Status.ShouldBe(302);
        (await seller.Get("/penjual/biaya")).Document.QuerySelector("[data-testid=fee-change]")!.TextContent.ShouldContain("Untung kerupuk tipis sekali");

        (await seller.Submit(await seller.Get("/penjual/biaya"), $"/penjual/biaya/{version}/setuju")).Status.ShouldBe(302);
        (await seller.Get("/penjual/biaya")).Document.QuerySelector("[data-testid=fee-rate]")!.TextContent.ShouldBe("6 %");
    }
}
