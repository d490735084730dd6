using System.Text.RegularExpressions;
using Komeji.Application.Accounts.SecondFactors;
using Komeji.Domain.Accounts;
using Komeji.Persistence;
using Microsoft.EntityFrameworkCore;

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
        komeji.Clock.Advance(TimeSpan.FromSeconds(1));
        await komeji.Send(new OfferSecondFactor());
        var app = new Authenticator((await komeji.Send(new ShowOfferedFactor())).Key!, komeji.Clock);
        var confirmed = (await komeji.Send(new ConfirmSecondFactor(app.Code, await komeji.Read(SetUpCode))))!;
        komeji.In(confirmed.SessionKey, komeji.Clock.GetUtcNow(), secondFactor: true);
        komeji.Clock.Advance(TimeSpan.FromSeconds(30));
        return (app, confirmed.RecoveryCodes, confirmed.SessionKey);
    }

    /// <summary>The last one sent by message. Let the clock move between two.</summary>
    public static async Task<string> SetUpCode(KomejiDb db) => Regex.Match(
        await db.Messages.Where(m => m.Subject.Contains("memasang kode kedua")).OrderByDescending(m => m.CreatedAt).Select(m => m.Body).FirstAsync(), @"\b\d{6}\b").Value;

    /// <summary>Through the pages, as a person who is signed in.</summary>
    public static async Task<(Authenticator App, IReadOnlyList<string> RecoveryCodes)> SetUpFactor(this KomejiApp komeji, Visitor visitor)
    {
        const string page = "/akun/keamanan/kode-kedua";
        komeji.Clock.Advance(TimeSpan.FromSeconds(1));
        await visitor.Submit(await visitor.Get(page), page + "/mulai");
        var offered = await visitor.Get(page);
        var app = new Authenticator(offered.Document.QuerySelector("[data-testid=factor-key]")!.TextContent, komeji.Clock);
        var codes = await visitor.Submit(offered, page, ("Code", app.Code), ("MessageCode", await komeji.Read(SetUpCode)));
        codes.Status.ShouldBe(200, codes.Text);
        komeji.Clock.Advance(TimeSpan.FromSeconds(30));
        return (app, [.. codes.Document.QuerySelectorAll("[data-testid=recovery-codes] li").Select(c => c.TextContent)]);
    }
}
