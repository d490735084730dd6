using Komeji.Application.Accounts.SecondFactors;
using Komeji.Domain.Accounts;

namespace Komeji.Tests.Support;

/// <summary>A person's authenticator app: makes the codes of a secret by the test's clock.</summary>
public sealed class Authenticator(string key, TimeProvider clock)
{
    public const string WrongCode = "000000";

    public string Code => CodeAt(0);

    /// <param name="steps">Half minutes from now.</param>
    public string CodeAt(int steps) => Totp.CodeAt(Totp.Read(key), Totp.StepAt(clock.GetUtcNow()) + steps);
}

/// <summary>Setting a second factor up.</summary>
public static class FactorSteps
{
    /// <summary>As the person who acts, in a session of its own. The clock goes on, so that the next code is a fresh one.</summary>
    public static async Task<(Authenticator App, IReadOnlyList<string> RecoveryCodes, string SessionKey)> SetUpFactor(this TestKomeji komeji, string sessionKey)
    {
        komeji.In(sessionKey, komeji.Clock.GetUtcNow());
        await komeji.Send(new OfferSecondFactor());
        var app = new Authenticator((await komeji.Send(new ShowOfferedFactor())).Key!, komeji.Clock);
        var confirmed = (await komeji.Send(new ConfirmSecondFactor(app.Code)))!;
        komeji.In(confirmed.SessionKey, komeji.Clock.GetUtcNow(), secondFactor: true);
        komeji.Clock.Advance(TimeSpan.FromSeconds(30));
        return (app, confirmed.RecoveryCodes, confirmed.SessionKey);
    }

    /// <summary>Through the pages, as a person who is signed in.</summary>
    public static async Task<(Authenticator App, IReadOnlyList<string> RecoveryCodes)> SetUpFactor(this KomejiApp komeji, Visitor visitor)
    {
        const string page = "/akun/keamanan/kode-kedua";
        await visitor.Submit(await visitor.Get(page), page + "/mulai");
        var offered = await visitor.Get(page);
        var app = new Authenticator(offered.Document.QuerySelector("[data-testid=factor-key]")!.TextContent, komeji.Clock);
        var codes = await visitor.Submit(offered, page, ("Code", app.Code));
        codes.Status.ShouldBe(200, codes.Text);
        komeji.Clock.Advance(TimeSpan.FromSeconds(30));
        return (app, [.. codes.Document.QuerySelectorAll("[data-testid=recovery-codes] li").Select(c => c.TextContent)]);
    }
}
