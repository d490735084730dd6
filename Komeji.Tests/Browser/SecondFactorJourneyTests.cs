using Komeji.Application.Accounts.SecondFactors;
using Komeji.Domain.Accounts;
using Komeji.Tests.Support;
using Microsoft.Playwright;

namespace Komeji.Tests.Browser;

/// <summary>A member of staff on a small phone: sets the second factor up, signs in with it, loses it, and gets it back with the help of two others.</summary>
[Collection("another browser")]
public sealed class SecondFactorJourneyTests(Chromium chromium)
{
    const string Sri = "sri@uji.komeji.id";
    const string SetUp = "/akun/keamanan/kode-kedua";

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Sets_it_up_signs_in_with_it_and_loses_it(bool script)
    {
        await using var app = await KomejiApp.StartForBrowser(settings: ("Komeji:StaffSecondFactor", "true"));
        // A browser keeps real time and would drop cookies of another year.
        app.Clock.MoveTo(TimeProvider.System.GetUtcNow());
        await app.Person(Sri, Roles.Operator);
        var page = await chromium.SignIn(app.Url, Sri, script);
        await page.ArriveAt(SetUp);
        var authenticator = await SetUpFactor(page, app, script);
        await page.GotoAsync("/operator");
        await Look(page, script);
        await SignOut(page);

        await SignInWith(page, authenticator.Code, Sri);
        await page.GotoAsync("/akun/keamanan");
        await page.ShouldSay("factor-state", "Aktif");
        await page.ShouldSay("sessions", "Perangkat ini");
        await Look(page, script);
        await SignOut(page);

        await Lose(page, app, script);
        await Approve(app, "maya@uji.komeji.id", script);
        await Approve(app, "budi@uji.komeji.id", script);
        app.Clock.Advance(TimeSpan.FromHours(24));
        (await app.Run<DueFactorResets>()).Done.ShouldBe(1);
        await page.GotoAsync("/masuk");
        await FillIn(page, Sri);
        await page.ArriveAt(SetUp);
        await page.Context.CloseAsync();
    }

    static async Task<Authenticator> SetUpFactor(IPage page, KomejiApp app, bool script)
    {
        await Look(page, script);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await page.GetByTestId("factor-begin").ClickAsync();
        await page.Locator("svg.qr").WaitForAsync();
        await Look(page, script);
        (await page.GetByTestId("factor-open").GetAttributeAsync("href"))!.ShouldStartWith("otpauth://totp/Komeji");
        (await Top(page, "[data-testid=factor-open]")).ShouldBeLessThan(await Top(page, "svg.qr"), "on a phone the code cannot be scanned, so the button is first");
        (await page.GetByTestId("factor-copy").IsVisibleAsync()).ShouldBe(script, "what needs script is not there without");
        var authenticator = new Authenticator(await page.GetByTestId("factor-key").InnerTextAsync(), app.Clock);
        await page.FillAsync("#Code", authenticator.Code);
        await page.FillAsync("#MessageCode", await app.Read(FactorSteps.SetUpCode));
        await page.GetByTestId("factor-confirm").ClickAsync();
        await page.GetByTestId("recovery-codes").WaitForAsync();
        (await page.GetByTestId("recovery-codes").Locator("li").CountAsync()).ShouldBe(RecoveryCode.Count);
        await Look(page, script);
        await KeepCodes(page, script);
        await page.GetByTestId("codes-kept").ClickAsync();
        await page.Leave(SetUp);
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        return authenticator;
    }

    /// <summary>As a file; without script the codes are text on the page and no button promises more.</summary>
    static async Task KeepCodes(IPage page, bool script)
    {
        foreach (var button in new[] { "codes-copy", "codes-download", "codes-print" })
        {
            (await page.GetByTestId(button).IsVisibleAsync()).ShouldBe(script, button);
        }

        if (script)
        {
            var file = await page.RunAndWaitForDownloadAsync(() => page.GetByTestId("codes-download").ClickAsync());
            file.SuggestedFilename.ShouldBe("kode-pemulihan-komeji.txt");
            var kept = await File.ReadAllLinesAsync(await file.PathAsync());
            kept.ShouldContain(await page.GetByTestId("recovery-codes").Locator("li").Last.InnerTextAsync());
        }
    }

    static async Task<float> Top(IPage page, string selector) => (await page.Locator(selector).BoundingBoxAsync())!.Y;

    static async Task Lose(IPage page, KomejiApp app, bool script)
    {
        await page.GotoAsync("/masuk");
        await FillIn(page, Sri);
        await page.ArriveAt("/masuk/kode");
        await Look(page, script);
        await page.GetByTestId("factor-lost").ClickAsync();
        await page.ArriveAt("/masuk/pemulihan");
        await Look(page, script);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await page.ClickAsync("main form button.go");
        await page.ArriveAt("/masuk/pemulihan/kode");
        await Look(page, script);
        await page.FillAsync("#Code", await app.CodeSentTo(Sri));
        await page.ClickAsync("main form button.go");
        await page.ShouldSay("reset-asked", "dua administrator");
        await Look(page, script);
    }

    /// <summary>An administrator whose proof is old is asked for it, and the reason typed before goes on.</summary>
    async Task Approve(KomejiApp app, string admin, bool script)
    {
        await app.Person(admin, Roles.Admin);
        var page = await chromium.SignIn(app.Url, admin, script);
        await page.ArriveAt(SetUp);
        var authenticator = await SetUpFactor(page, app, script);
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        await page.GotoAsync("/operator/pemulihan");
        await Look(page, script);
        await page.FillAsync("[name=Reason]", "Sudah bertemu langsung di kantor");
        await page.GetByTestId("reset-approve").ClickAsync();
        await page.GetByTestId("prove").WaitForAsync();
        await Look(page, script);
        await page.FillAsync("#bukti", authenticator.Code);
        await page.GetByTestId("prove").ClickAsync();
        await page.ShouldSay("flash", "Persetujuan dicatat");
        await page.ShouldSay("factor-reset", "Sudah bertemu langsung di kantor");
        await page.Context.CloseAsync();
    }

    static async Task SignInWith(IPage page, string code, string contact)
    {
        await page.GotoAsync("/masuk");
        await FillIn(page, contact);
        await page.ArriveAt("/masuk/kode");
        await page.FillAsync("#Code", code);
        await page.ClickAsync("main form button.go");
        await page.Leave("/masuk");
    }

    static async Task FillIn(IPage page, string contact)
    {
        await page.FillAsync("#Contact", contact);
        await page.FillAsync("#Password", KomejiApp.Password);
        await page.ClickAsync("main form button.go");
    }

    static async Task SignOut(IPage page)
    {
        await page.GotoAsync("/akun");
        await page.GetByTestId("sign-out").ClickAsync();
        await page.ArriveAt("/masuk");
    }

    /// <summary>Without script there is nobody to look; the pages are the same.</summary>
    static async Task Look(IPage page, bool script)
    {
        if (!script)
        {
            return;
        }

        await page.ShouldFit(page.Url);
        (await page.Faults()).ShouldBeEmpty(page.Url);
    }
}
