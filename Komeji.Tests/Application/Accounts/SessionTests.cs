using Komeji.Application.Accounts;
using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Accounts;

public sealed class SessionTests
{
    const string Phone = "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36";

    [Theory]
    [InlineData(Phone, "Chrome di Android")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0", "Edge di Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1", "Safari di iPhone")]
    [InlineData("Mozilla/5.0 (Linux; Android 13; SAMSUNG SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36", "Samsung Internet di Android")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox di Linux")]
    [InlineData("curl/8.5", "Peramban lain")]
    [InlineData("", "Peramban lain")]
    public void A_browser_is_told_in_words(string userAgent, string words) => DeviceWords.Of(userAgent).ShouldBe(words);

    [Theory, OnSqlite, OnPostgres]
    public async Task Somebody_sees_the_own_browsers_and_ends_one(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var siti = await komeji.Registered("siti@contoh.id");
        var budi = await komeji.Registered("budi@contoh.id");
        var mine = await komeji.Send(new OpenSession(siti, Phone));
        komeji.Clock.Advance(TimeSpan.FromMinutes(5));
        var lost = await komeji.Send(new OpenSession(siti, ""));
        var his = await komeji.Session(budi);
        komeji.As(new UserId(siti.UserId)).In(mine, komeji.Clock.GetUtcNow());

        var rows = (await komeji.Send(new ShowMySecurity())).Sessions;
        rows.Select(r => (r.Device, r.IsThisOne)).ShouldBe([("Chrome di Android", true), ("Peramban lain", false)]);
        await komeji.Send(new EndMySession(rows[1].Id));
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new EndMySession(Session.Hash(his))));

        (await komeji.Send(new FindSession(lost))).ShouldBeNull();
        (await komeji.Send(new FindSession(his))).ShouldNotBeNull();
        (await komeji.Send(new FindSession(mine))).ShouldNotBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_administrator_ends_them_with_a_reason_and_the_person_is_told(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var maya = await komeji.Registered("maya@contoh.id");
        var siti = await komeji.Registered("siti@contoh.id");
        var (one, two) = (await komeji.Session(siti), await komeji.Session(siti));
        komeji.As(new UserId(maya.UserId), Roles.Admin);
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new EndPersonSessions(siti.UserId, " ")))).Code.ShouldBe("sessions.reason_required");
        await komeji.Send(new EndPersonSessions(siti.UserId, "Ponsel hilang, lapor lewat telepon"));

        (await komeji.Send(new FindSession(one))).ShouldBeNull();
        (await komeji.Send(new FindSession(two))).ShouldBeNull();
        (await komeji.Send(new FindSession(await komeji.Session(siti)))).ShouldBeNull("a sign-in that was just under way");
        var act = (await komeji.Send(new ShowPerson(siti.UserId))).Acts.Single();
        (act.Code, act.Reason).ShouldBe((PersonHistory.SignedOut, "Ponsel hilang, lapor lewat telepon"));
        var owner = new UserId(siti.UserId);
        (await komeji.Read(db => db.Notifications.CountAsync(n => n.UserId == owner))).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_browser_not_seen_before_is_told_once(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var siti = await komeji.Registered("siti@contoh.id");
        var owner = new UserId(siti.UserId);
        Task<List<string>> Told() => komeji.Read(db => db.Notifications.Where(n => n.UserId == owner).Select(n => n.Body).ToListAsync());

        await komeji.Send(new OpenSession(siti, Phone, "satu"));
        (await Told()).ShouldBeEmpty("the browser the account was made with");
        komeji.Clock.Advance(TimeSpan.FromDays(2));
        await komeji.Send(new OpenSession(siti, Phone, "satu"));
        (await Told()).ShouldBeEmpty("known");
        await komeji.Send(new OpenSession(siti, Phone, "dua"));
        await komeji.Send(new OpenSession(siti, Phone, "dua"));
        (await Told()).Single().ShouldStartWith("Chrome di Android masuk ke akun Komeji Anda 7 Okt 2026 pukul 09.00 WIB.");
        (await komeji.Read(db => db.KnownDevices.Select(d => d.KeyHash).ToListAsync())).ShouldBe([Session.Hash("satu"), Session.Hash("dua")], ignoreOrder: true);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_proof_gives_the_session_a_new_key_and_a_wrong_one_counts(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var siti = await komeji.Registered("siti@contoh.id");
        var key = await komeji.Session(siti);
        var began = komeji.Clock.GetUtcNow();
        komeji.Clock.Advance(TimeSpan.FromHours(1));
        komeji.As(new UserId(siti.UserId)).In(key, began);
        (await komeji.Send(new ProveIdentity("bukan sandinya"))).SessionKey.ShouldBeNull();
        (await komeji.Read(db => db.Users.Select(u => u.AccessFailedCount).SingleAsync())).ShouldBe(1);
        var proven = await komeji.Send(new ProveIdentity(AccountSteps.Password));

        (await komeji.Send(new FindSession(key))).ShouldBeNull();
        (await komeji.Send(new FindSession(proven.SessionKey!)))!.ProvenAt.ShouldBe(komeji.Clock.GetUtcNow());
        (await komeji.Read(db => db.Sessions.Select(s => s.CreatedAt).SingleAsync())).ShouldBe(began);
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new ProveIdentity(AccountSteps.Password)), "the old session is gone");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_lock_is_told_to_its_person_and_to_nobody_else(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        await komeji.Registered("siti@contoh.id");
        for (var n = 0; n < User.MostFailures + 3; n++)
        {
            (await komeji.Send(new SignIn("siti@contoh.id", $"tebakan ke {n}"))).ShouldBe(await komeji.Send(new SignIn("tiada@contoh.id", $"tebakan ke {n}")));
        }

        (await komeji.Read(db => db.Notifications.Select(n => n.Title).ToListAsync())).ShouldBe(["Akun Anda dikunci sementara"]);
        var reset = await komeji.Send(new AskPasswordReset("siti@contoh.id"));
        komeji.Clock.Advance(TimeSpan.FromSeconds(1));
        (await komeji.Send(new ResetPassword(reset, await CodeIn(komeji), "sandi yang lain lagi"))).ShouldBeTrue();
        (await komeji.Send(new SignIn("siti@contoh.id", "sandi yang lain lagi"))).Answer.ShouldBe(SignInAnswer.Welcome, "a new password opens it at once");
    }

    static async Task<string> CodeIn(TestKomeji komeji) =>
        System.Text.RegularExpressions.Regex.Match(await komeji.Read(db => db.Messages.Where(m => m.Subject.StartsWith("Kode atur")).Select(m => m.Body).SingleAsync()), @"\b\d{6}\b").Value;
}
