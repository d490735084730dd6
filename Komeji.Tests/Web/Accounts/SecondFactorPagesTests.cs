using Komeji.Application.Accounts;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Web.Accounts;

public sealed class SecondFactorPagesTests
{
    const string Siti = "siti@contoh.id";

    [Theory, OnSqlite, OnPostgres]
    public async Task Signing_in_takes_the_password_and_then_the_code(Engine engine)
    {
        await using var app = await KomejiApp.Start(engine);
        using var desk = await app.SignInAs(Siti);
        using var phone = await app.SignInAs(Siti);
        var (authenticator, codes) = await app.SetUpFactor(desk);
        codes.Count.ShouldBe(RecoveryCode.Count);
        (await desk.IsSignedIn()).ShouldBeTrue();
        (await phone.IsSignedIn()).ShouldBeFalse();

        var half = await phone.SignIn(Siti, KomejiApp.Password, "/akun/profil");
        half.Location.ShouldBe("/masuk/kode");
        (await phone.IsSignedIn()).ShouldBeFalse();
        var form = await phone.Get("/masuk/kode");
        (await phone.Submit(form, "/masuk/kode", ("Code", Authenticator.WrongCode))).Status.ShouldBe(422);
        (await phone.Submit(form, "/masuk/kode", ("Code", authenticator.Code))).Location.ShouldBe("/akun/profil");
        (await phone.IsSignedIn()).ShouldBeTrue();
        (await phone.Get("/masuk/kode")).Location.ShouldBe("/masuk", "the step is used up");

        using var guest = app.Visit();
        await guest.SignIn(Siti, KomejiApp.Password);
        (await guest.Submit(await guest.Get("/masuk/kode"), "/masuk/kode", ("Code", authenticator.Code))).Status.ShouldBe(422, "a code works once");
        var paper = await guest.Get("/masuk/kode?pemulihan=true");
        var wrong = await guest.Submit(paper, "/masuk/kode", ("Code", "AAAAAA-AAAAAA"));
        wrong.Status.ShouldBe(422);
        wrong.Text.ShouldContain("Periksa tiap huruf");
        wrong.Text.ShouldNotContain("jam ponsel");
        (await guest.Submit(paper, "/masuk/kode", ("Code", codes[3].ToLowerInvariant()))).Status.ShouldBe(302);
        (await guest.IsSignedIn()).ShouldBeTrue();
    }

    [Fact]
    public async Task The_half_way_step_ends_after_some_minutes_and_cannot_be_forged()
    {
        await using var app = await KomejiApp.Start();
        using var desk = await app.SignInAs(Siti);
        var (authenticator, _) = await app.SetUpFactor(desk);
        using var guest = app.Visit();
        await guest.SignIn(Siti, KomejiApp.Password);
        var form = await guest.Get("/masuk/kode");
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        (await guest.Submit(form, "/masuk/kode", ("Code", authenticator.Code))).Location.ShouldBe("/masuk");
        (await guest.IsSignedIn()).ShouldBeFalse();

        (await guest.Get("/masuk")).Text.ShouldContain("sudah tidak berlaku");

        using var forger = app.Visit();
        forger.Http.DefaultRequestHeaders.Add("Cookie", "komeji.langkah=CfDJ8AAAA");
        (await forger.Get("/masuk/kode")).Location.ShouldBe("/masuk");
    }

    /// <summary>What was typed for a dangerous act goes on after the proof; the cookie from before opens nothing any more.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_dangerous_act_asks_for_a_newer_proof_and_loses_nothing_typed(Engine engine)
    {
        await using var app = await KomejiApp.Start(engine);
        var siti = await app.Person(Siti);
        using var admin = await app.SignInAs("maya@contoh.id", Roles.Admin);
        var address = $"/operator/pengguna/{siti.Value}";
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        var asked = await admin.Submit(await admin.Get(address), address + "/nonaktifkan", ("Reason", "Menipu \"pembeli\" <3x>"));
        asked.Status.ShouldBe(403);
        asked.Text.ShouldContain("Kata sandi Anda");
        (await Banned(app)).ShouldBeNull();

        var before = await app.Read(db => db.Sessions.Select(s => s.KeyHash).SingleAsync());
        var wrong = await admin.Submit(asked, address + "/nonaktifkan", ("__bukti", "bukan sandinya"));
        wrong.Status.ShouldBe(422);
        wrong.Document.QuerySelector("[data-testid=proof-error]")!.TextContent.ShouldContain("Kata sandi salah");
        (await Banned(app)).ShouldBeNull();
        var done = await admin.Submit(wrong, address + "/nonaktifkan", ("__bukti", KomejiApp.Password));

        done.Location.ShouldBe(address);
        (await Banned(app)).ShouldBe("Menipu \"pembeli\" <3x>");
        done.SetCookies.ShouldContain(c => c.StartsWith("komeji.masuk=", StringComparison.Ordinal));
        (await app.Read(db => db.Sessions.Select(s => s.KeyHash).SingleAsync())).ShouldNotBe(before);
        (await admin.IsSignedIn()).ShouldBeTrue();
        (await admin.Submit(await admin.Get(address), address + "/aktifkan", ("Reason", "Ternyata keliru"))).Status.ShouldBe(302, "the proof holds for a while");
    }

    /// <summary>The phone is at home: one of the codes on paper does, and whoever would rather not comes back to the page it was.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_proof_is_given_from_paper_or_called_off(Engine engine)
    {
        await using var app = await KomejiApp.Start(engine);
        var siti = await app.Person(Siti);
        using var admin = await app.SignInAs("maya@contoh.id", Roles.Admin);
        var (_, codes) = await app.SetUpFactor(admin);
        var address = $"/operator/pengguna/{siti.Value}";
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        admin.Http.DefaultRequestHeaders.Referrer = new Uri("http://localhost" + address);
        var asked = await admin.Submit(await admin.Get(address), address + "/nonaktifkan", ("Reason", "Menipu pembeli"));
        asked.Document.QuerySelector("#bukti")!.GetAttribute("inputmode").ShouldBe("numeric");
        Cancel(asked).ShouldBe(address);
        asked.Document.QuerySelector("[data-testid=proof-act]")!.TextContent.ShouldBe("Anda akan menonaktifkan akun pengguna.");
        asked.Document.QuerySelector("nav.side").ShouldNotBeNull("the office's frame stays around it");

        admin.Http.DefaultRequestHeaders.Referrer = new Uri($"http://localhost{address}/nonaktifkan");
        var wrong = await admin.Submit(asked, address + "/nonaktifkan", ("__bukti_kertas", "AAAAAA-AAAAAA"));
        wrong.Status.ShouldBe(422);
        wrong.Document.QuerySelector("[data-testid=proof-error]")!.TextContent.ShouldContain("Periksa tiap huruf");
        Cancel(wrong).ShouldBe(address, "also after a wrong one");
        var empty = await admin.Submit(wrong, address + "/nonaktifkan");
        empty.Document.QuerySelector("[data-testid=proof-error]")!.TextContent.ShouldBe("Tulis kodenya.");
        (await app.Read(db => db.SecondFactors.Select(f => f.Failures).SingleAsync())).ShouldBe(1, "nothing typed is no guess");
        (await admin.Submit(empty, address + "/nonaktifkan", ("__bukti_kertas", codes[0].ToLowerInvariant()))).Location.ShouldBe(address);
        (await Banned(app)).ShouldBe("Menipu pembeli");

        (await admin.Submit(empty, "/keluar", ("pemulihan", "true"))).Location.ShouldBe("/masuk");
        (await admin.Get("/masuk")).Text.ShouldContain("Ponsel dan kode pemulihan hilang?");

        static string Cancel(Page page) => page.Document.QuerySelector("[data-testid=prove-cancel]")!.GetAttribute("href")!;
    }

    /// <summary>The page was loaded again before the codes were written down.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Confirming_twice_offers_new_recovery_codes(Engine engine)
    {
        const string address = "/akun/keamanan/kode-kedua";
        await using var app = await KomejiApp.Start(engine);
        using var visitor = await app.SignInAs(Siti);
        await visitor.Submit(await visitor.Get(address), address + "/mulai");
        var offered = await visitor.Get(address + "?kembali=/akun/profil");
        var code = new Authenticator(offered.Document.QuerySelector("[data-testid=factor-key]")!.TextContent, app.Clock).Code;
        var sent = await app.Read(FactorSteps.SetUpCode);
        (await visitor.Submit(offered, address, ("Code", code))).Status.ShouldBe(422, "the message's code is missing");
        var first = await visitor.Submit(offered, address, ("Code", code), ("MessageCode", sent));
        var again = await visitor.Submit(offered, address, ("Code", code), ("MessageCode", sent));
        again.Status.ShouldBe(422);
        again.Document.QuerySelector("[data-testid=factor-is-on]")!.TextContent.ShouldContain("Belum sempat menyimpan kode pemulihan?");
        again.Document.QuerySelector("[data-testid=factor-is-on] a.go")!.GetAttribute("href").ShouldBe("/akun/profil");
        var fresh = await visitor.Submit(again, address + "/kode-pemulihan");
        Codes(fresh).Length.ShouldBe(RecoveryCode.Count);
        Codes(fresh).Intersect(Codes(first)).ShouldBeEmpty();

        static string[] Codes(Page page) => [.. page.Document.QuerySelectorAll("[data-testid=recovery-codes] li").Select(c => c.TextContent)];
    }

    static Task<string?> Banned(KomejiApp app) => app.Read(db => db.Users.Where(u => u.UserName == Siti && u.BannedAt != null).Select(u => (string?)u.BanReason).SingleOrDefaultAsync());

    [Fact]
    public async Task A_copied_cookie_dies_when_its_person_proves_who_it_is()
    {
        await using var app = await KomejiApp.Start();
        await app.Person(Siti);
        using var visitor = app.Visit();
        var before = Cookie(await visitor.SignIn(Siti, KomejiApp.Password));
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        var asked = await visitor.Get("/akun/keamanan/kode-kedua");
        asked.Status.ShouldBe(403);
        var proven = await visitor.Submit(asked, "/akun/bukti", ("__bukti", KomejiApp.Password));
        proven.Location.ShouldBe("/akun/keamanan/kode-kedua");
        (await visitor.Get(proven.Location)).Status.ShouldBe(200);
        Cookie(proven).ShouldNotBe(before);

        using var thief = app.Visit();
        thief.Http.DefaultRequestHeaders.Add("Cookie", "komeji.masuk=" + before);
        (await thief.IsSignedIn()).ShouldBeFalse();
    }

    /// <summary>A key put into somebody's browser beforehand is not the one the person signs in with.</summary>
    [Fact]
    public async Task A_sign_in_never_takes_over_a_cookie_that_was_there()
    {
        await using var app = await KomejiApp.Start();
        await app.Person("jahat@contoh.id");
        await app.Person(Siti);
        using var attacker = app.Visit();
        var planted = Cookie(await attacker.SignIn("jahat@contoh.id", KomejiApp.Password));
        await attacker.Submit(await attacker.Get("/akun"), "/keluar");
        using var victim = app.Visit();
        victim.Http.DefaultRequestHeaders.Add("Cookie", "komeji.masuk=" + planted);
        Cookie(await victim.SignIn(Siti, KomejiApp.Password)).ShouldNotBe(planted);
        using var again = app.Visit();
        again.Http.DefaultRequestHeaders.Add("Cookie", "komeji.masuk=" + planted);
        (await again.IsSignedIn()).ShouldBeFalse();
    }

    static string Cookie(Page page) => page.SetCookies.Last(c => c.StartsWith("komeji.masuk=", StringComparison.Ordinal)).Split(';')[0]["komeji.masuk=".Length..];

    [Fact]
    public async Task A_download_asks_first_and_then_comes()
    {
        await using var app = await KomejiApp.Start();
        using var admin = await app.SignInAs("maya@contoh.id", Roles.Admin);
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        var asked = await admin.Get("/operator/pengguna/csv?q=maya");
        asked.Status.ShouldBe(403);
        var proven = await admin.Submit(asked, "/akun/bukti", ("__bukti", KomejiApp.Password));
        proven.Location.ShouldBe("/operator/pengguna/csv?q=maya");
        (await admin.Get(proven.Location)).Html.ShouldContain("maya@contoh.id");
    }

    /// <summary>A changed password carries one; who has the app is asked for its code too, and no password is put into a page.</summary>
    [Fact]
    public async Task Changing_the_password_asks_for_the_code_and_keeps_no_password_in_a_page()
    {
        await using var app = await KomejiApp.Start();
        using var visitor = await app.SignInAs(Siti);
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        (await visitor.Submit(await visitor.Get("/akun/sandi"), "/akun/sandi", ("Current", "bukan ini"), ("NewPassword", "sandi yang lain lagi"))).Status.ShouldBe(422, "its own password is proof enough");
        await visitor.Submit(await visitor.Get("/akun/keamanan/kode-kedua"), "/akun/bukti", ("__bukti", KomejiApp.Password));
        var (authenticator, _) = await app.SetUpFactor(visitor);
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        var asked = await visitor.Submit(await visitor.Get("/akun/sandi"), "/akun/sandi", ("Current", KomejiApp.Password), ("NewPassword", "sandi yang lain lagi"));
        asked.Status.ShouldBe(403);
        asked.Html.ShouldNotContain(KomejiApp.Password);
        asked.Html.ShouldNotContain("sandi yang lain lagi");
        (await visitor.Submit(asked, "/akun/bukti", ("__bukti", KomejiApp.Password))).Status.ShouldBe(422, "a password does not stand for the code");
        (await visitor.Submit(asked, "/akun/bukti", ("__bukti", authenticator.Code))).Status.ShouldBe(302);
        (await visitor.Submit(await visitor.Get("/akun/sandi"), "/akun/sandi", ("Current", KomejiApp.Password), ("NewPassword", "sandi yang lain lagi"))).Location.ShouldBe("/masuk");
        (await visitor.SignIn(Siti, "sandi yang lain lagi")).Location.ShouldBe("/masuk/kode");
    }

    [Theory]
    [InlineData("https://jahat.example/")]
    [InlineData("//jahat.example/")]
    [InlineData("/\\jahat.example")]
    public async Task A_proof_leads_nobody_away(string wanted)
    {
        await using var app = await KomejiApp.Start();
        using var visitor = await app.SignInAs(Siti);
        var page = await visitor.Get("/akun/bukti?kembali=" + Uri.EscapeDataString(wanted));
        (await visitor.Submit(page, "/akun/bukti", ("__bukti", KomejiApp.Password))).Location.ShouldBe("/akun");
        var wrong = await visitor.Submit(page, "/akun/bukti", ("__bukti", "salah"), ("__dari", wanted));
        wrong.Document.QuerySelector("[data-testid=prove-cancel]")!.GetAttribute("href").ShouldBe("/akun");
    }

    /// <summary>Meanwhile the password changed: no code helps any more, and the page does not call it wrong for ever.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_step_that_is_void_leads_back_to_signing_in(Engine engine)
    {
        await using var app = await KomejiApp.Start(engine);
        using var desk = await app.SignInAs(Siti);
        var (authenticator, _) = await app.SetUpFactor(desk);
        using var guest = app.Visit();
        await guest.SignIn(Siti, KomejiApp.Password);
        var form = await guest.Get("/masuk/kode");
        (await desk.Submit(await desk.Get("/akun/sandi"), "/akun/sandi", ("Current", KomejiApp.Password), ("NewPassword", "sandi yang lain lagi"))).Location.ShouldBe("/masuk");
        (await guest.Submit(form, "/masuk/kode", ("Code", authenticator.Code))).Location.ShouldBe("/masuk");
        (await guest.Get("/masuk")).Text.ShouldContain("Masuklah sekali lagi dengan kata sandi Anda");
        (await guest.Get("/masuk/kode")).Location.ShouldBe("/masuk", "the step is forgotten");
        (await app.Read(db => db.SecondFactors.Select(f => f.Failures).SingleAsync())).ShouldBe(0, "and nothing was counted");
    }

    /// <summary>Each further five wrong ones lock for twice as long, and each page names the time that is true then.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_lock_names_the_time_it_ends(Engine engine)
    {
        await using var app = await KomejiApp.Start(engine);
        using var visitor = await app.SignInAs(Siti);
        var (authenticator, _) = await app.SetUpFactor(visitor);
        using var guest = app.Visit();
        await guest.SignIn(Siti, KomejiApp.Password);
        var form = await guest.Get("/masuk/kode");
        var locked = await Wrong(() => guest.Submit(form, "/masuk/kode", ("Code", Authenticator.WrongCode)));
        var ends = app.Clock.GetUtcNow().AddMinutes(15);
        locked.Text.ShouldContain($"Coba lagi pukul {Named(ends)}.");
        locked.RetryAfter.ShouldBe("900");

        app.Clock.MoveTo(ends);
        var page = await visitor.Get("/akun/bukti");
        locked = await Wrong(() => visitor.Submit(page, "/akun/bukti", ("__bukti", Authenticator.WrongCode)));
        ends = ends.AddMinutes(30);
        locked.Document.QuerySelector("[data-testid=proof-error]")!.TextContent.ShouldContain($"Coba lagi pukul {Named(ends)}.");
        locked.RetryAfter.ShouldBe("1800");
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        var still = await visitor.Submit(page, "/akun/bukti", ("__bukti", authenticator.Code));
        (still.Status, still.RetryAfter).ShouldBe((429, "1200"));
        still.Text.ShouldContain($"Coba lagi pukul {Named(ends)}.");
        app.Clock.MoveTo(ends);
        (await visitor.Submit(page, "/akun/bukti", ("__bukti", authenticator.Code))).Status.ShouldBe(302);

        static async Task<Page> Wrong(Func<Task<Page>> attempt)
        {
            for (var n = 1; n < SecondFactor.MostFailures; n++)
            {
                (await attempt()).Status.ShouldBe(422);
            }

            var last = await attempt();
            last.Status.ShouldBe(429);
            return last;
        }
    }

    static string Named(DateTimeOffset at) => at.AddSeconds(59).ToOffset(Wib.Offset).ToString("HH.mm 'WIB'", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task Browsers_are_listed_and_one_is_ended()
    {
        await using var app = await KomejiApp.Start();
        using var desk = await app.SignInAs(Siti);
        using var phone = await app.SignInAs(Siti);
        var page = await desk.Get("/akun/keamanan");
        page.Document.QuerySelectorAll("[data-testid=sessions] > li").Length.ShouldBe(2);
        page.Text.ShouldContain("Perangkat ini");
        (await desk.Submit(page, "/akun/keamanan/perangkat/")).Status.ShouldBe(302);
        (await phone.IsSignedIn()).ShouldBeFalse();
        (await desk.IsSignedIn()).ShouldBeTrue();
        (await desk.Submit(await desk.Get("/akun/keamanan"), "/akun/keluar-semua")).Location.ShouldBe("/masuk");
        (await desk.IsSignedIn()).ShouldBeFalse();
        (await app.Read(db => db.Sessions.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_pages_of_a_lost_phone_lead_to_a_request()
    {
        await using var app = await KomejiApp.Start();
        using var desk = await app.SignInAs(Siti);
        await app.SetUpFactor(desk);
        using var guest = app.Visit();
        (await guest.Get("/masuk/pemulihan")).Location.ShouldBe("/masuk");
        await guest.SignIn(Siti, KomejiApp.Password);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        var sent = await guest.Submit(await guest.Get("/masuk/pemulihan"), "/masuk/pemulihan");
        var form = await guest.Get(sent.Location);
        form.Text.ShouldContain("si•••@contoh.id");
        (await guest.Submit(form, "/masuk/pemulihan/kode", ("Code", "00000"))).Status.ShouldBe(422);
        var asked = await guest.Submit(form, "/masuk/pemulihan/kode", ("Code", await app.CodeSentTo(Siti)));
        asked.Status.ShouldBe(200, asked.Text);
        asked.Text.ShouldContain("6 Okt 2026 09.00 WIB");
        (await desk.Get("/akun/keamanan")).Text.ShouldContain("Ada permintaan melepas kode kedua");
        (await desk.Submit(await desk.Get("/akun/keamanan"), "/akun/keamanan/batal-lepas")).Status.ShouldBe(302);
        (await app.Read(db => db.FactorResets.Select(r => r.State).SingleAsync())).ShouldBe(FactorResetState.Cancelled);
    }

    /// <summary>A village's message took a quarter of an hour: the step stands as long as the code, and who is later still is told why.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_slow_message_loses_no_request(Engine engine)
    {
        await using var app = await KomejiApp.Start(engine);
        using var desk = await app.SignInAs(Siti);
        await app.SetUpFactor(desk);
        using var guest = app.Visit();
        await guest.SignIn(Siti, KomejiApp.Password);
        app.Clock.Advance(TimeSpan.FromMinutes(9));
        var ask = await guest.Get("/masuk/pemulihan");
        ask.Document.QuerySelector("[data-testid=contact-lost]")!.TextContent.ShouldContain("layanan@komeji.id");
        var sent = await guest.Submit(ask, "/masuk/pemulihan");
        app.Clock.Advance(TimeSpan.FromMinutes(14));
        var form = await guest.Get(sent.Location);
        var code = await app.CodeSentTo(Siti);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (await guest.Submit(form, "/masuk/pemulihan/kode", ("Code", code))).Location.ShouldBe("/masuk", "the code counts no more, and the step went with it");
        (await guest.Get("/masuk")).Text.ShouldContain("Masuklah sekali lagi");

        await guest.SignIn(Siti, KomejiApp.Password);
        sent = await guest.Submit(await guest.Get("/masuk/pemulihan"), "/masuk/pemulihan");
        app.Clock.Advance(TimeSpan.FromMinutes(14));
        form = await guest.Get(sent.Location);
        (await guest.Submit(form, "/masuk/pemulihan/kode", ("Code", await app.CodeSentTo(Siti)))).Text.ShouldContain("Permintaan diterima");
        (await app.Read(db => db.FactorResets.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Every_cookie_of_every_page_is_dressed()
    {
        await using var app = await KomejiApp.Start(settings: ("Komeji:BaseUrl", "https://komeji.test"));
        app.ClientOptions.BaseAddress = new Uri("https://localhost");
        using var admin = await app.SignInAs("maya@contoh.id", Roles.Admin);
        var seen = 0;
        foreach (var row in Authorisation.AuthorisationTable.Rows.Where(r => r.Method == "GET" && !r.Route.Contains('{', StringComparison.Ordinal)))
        {
            foreach (var cookie in (await admin.Get(row.Route)).SetCookies)
            {
                seen++;
                cookie.ShouldStartWith("__Host-");
                cookie.ShouldContain("; secure", Case.Insensitive);
                cookie.ShouldContain("; httponly", Case.Insensitive);
                cookie.ShouldContain("; path=/", Case.Insensitive);
                cookie.ShouldContain("; samesite=", Case.Insensitive);
            }
        }

        seen.ShouldBeGreaterThan(0);
    }
}
