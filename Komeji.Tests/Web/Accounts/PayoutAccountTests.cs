using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Web.Accounts;

/// <summary>Where sales are paid out to, through the pages.</summary>
public sealed class PayoutAccountTests
{
    const string Start = "/penjual/buka-toko";
    const string Bank = Start + "/rekening";
    const string SetUp = "/akun/keamanan/kode-kedua";

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_account_takes_a_second_factor_and_what_was_typed_waits_for_it(Engine engine)
    {
        await using var app = await KomejiApp.Start(engine);
        using var seller = await OpenShop(app);
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        var form = await seller.Get(Bank);
        form.Document.QuerySelector("[data-testid=bank-needs-factor]").ShouldNotBeNull();
        var asked = await seller.Submit(form, Bank, Another);
        asked.Status.ShouldBe(403, "the password is old");
        var led = await seller.Submit(asked, Bank, ("__bukti", KomejiApp.Password));
        led.Location.ShouldStartWith(SetUp);
        (await Next(app)).ShouldBe("", "the password opens no other account");

        var page = await seller.Get(led.Location);
        page.Text.ShouldContain("isian Anda tersimpan");
        (await seller.Submit(page, SetUp + "/mulai")).Status.ShouldBe(302);
        var offered = await seller.Get(led.Location);
        var authenticator = new Authenticator(offered.Document.QuerySelector("[data-testid=factor-key]")!.TextContent, app.Clock);
        var codes = await seller.Submit(offered, SetUp, ("Code", authenticator.Code), ("MessageCode", await app.Read(FactorSteps.SetUpCode)));
        (await Next(app)).ShouldBe("");
        (await seller.Submit(codes, Bank)).Location.ShouldBe("/penjual/legalitas");
        (await Next(app)).ShouldBe("BCA");
    }

    [Fact]
    public async Task What_waits_is_nobody_elses_and_comes_once()
    {
        await using var app = await KomejiApp.Start();
        using var seller = await OpenShop(app);
        var led = await seller.Submit(await seller.Get(Bank), Bank, Another);
        await seller.Submit(await seller.Get("/akun"), "/keluar");
        await app.Person("budi@contoh.id");
        await seller.SignIn("budi@contoh.id", KomejiApp.Password);
        await seller.Submit(await seller.Get(SetUp), SetUp + "/mulai");
        var offered = await seller.Get(led.Location);
        var authenticator = new Authenticator(offered.Document.QuerySelector("[data-testid=factor-key]")!.TextContent, app.Clock);
        var codes = await seller.Submit(offered, SetUp, ("Code", authenticator.Code), ("MessageCode", await app.Read(FactorSteps.SetUpCode)));
        codes.Html.ShouldNotContain("9876543210");
        codes.SetCookies.ShouldContain(c => c.StartsWith("komeji.isian=;", StringComparison.Ordinal));
    }

    static readonly (string, string)[] Another = [("Bank", "BCA"), ("Nomor", "9876543210"), ("AtasNama", "Yanti Kusuma")];

    static Task<string> Next(KomejiApp app) => app.Read(db => db.LegalProfiles.Select(p => p.NextBank).SingleAsync());

    /// <summary>The five steps; the first account takes a password only.</summary>
    static async Task<Visitor> OpenShop(KomejiApp app)
    {
        var seller = await app.SignInAs("yanti@contoh.id");
        await Told("pemilik", ("Nama", "Yanti Kusuma"), ("Nik", "3509015708900002"), ("Telepon", "081234567890"));
        await Told("usaha", ("Kbli", "10794"), ("Modal", "5.000.000"), ("Penjualan", "60.000.000"));
        await Told("tempat", ("Jalan", "Jl. Melati 3"), ("Kode", TestRegions.Jember), ("AmbilSendiri", "true"));
        await Told("toko", ("Nama", "Kerupuk Bu Yanti"), ("Tentang", "Kerupuk ikan dari Puger"));
        await Told("rekening", ("Bank", "BRI"), ("Nomor", "1234567890"), ("AtasNama", "Yanti Kusuma"));
        (await seller.Submit(await seller.Get(Start), Start + "/buka")).Status.ShouldBe(302);
        (await app.Read(db => db.Stores.CountAsync())).ShouldBe(1);
        return seller;

        async Task Told(string step, params (string, string)[] typed)
        {
            var answer = await seller.Submit(await seller.Get($"{Start}/{step}"), $"{Start}/{step}", typed);
            answer.Status.ShouldBe(302, answer.Text);
        }
    }
}
