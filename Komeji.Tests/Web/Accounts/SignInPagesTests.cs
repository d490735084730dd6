using Komeji.Application.Accounts;
using Komeji.Domain.Accounts;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Web.Accounts;

public sealed class SignInPagesTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_newcomer_registers_by_phone_and_is_signed_in(Engine engine)
    {
        await using var app = await KomejiApp.Start(engine);
        using var visitor = await app.RegisterByPhone("0812-3456-7890", "Siti Aminah");
        var page = await visitor.Get("/akun");
        page.Status.ShouldBe(200);
        page.Text.ShouldContain("Siti Aminah");
        page.Text.ShouldContain("0812-3456-7890");
    }

    [Fact]
    public async Task A_guest_is_asked_to_sign_in_and_then_goes_on_where_it_was()
    {
        await using var app = await KomejiApp.Start();
        await app.Person("siti@contoh.id");
        using var visitor = app.Visit();
        var asked = await visitor.Get("/akun/profil?a=1&b=2");
        asked.Status.ShouldBe(302);
        asked.Location.ShouldStartWith("/masuk?kembali=");
        var done = await visitor.Submit(await visitor.Get(asked.Location), "/masuk", ("Contact", "siti@contoh.id"), ("Password", KomejiApp.Password));
        done.Location.ShouldBe("/akun/profil?a=1&b=2");
        (await visitor.Get(done.Location)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("https://jahat.example/")]
    [InlineData("//jahat.example/")]
    [InlineData("/\\jahat.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_led_away_from_the_site(string wanted)
    {
        await using var app = await KomejiApp.Start();
        await app.Person("siti@contoh.id");
        using var visitor = app.Visit();
        (await visitor.SignIn("siti@contoh.id", KomejiApp.Password, wanted)).Location.ShouldBe("/");
    }

    /// <summary>Its head comes as a part of its own, which htmx asks for with the address of the page.</summary>
    [Fact]
    public async Task Who_signs_in_on_a_page_kept_for_everyone_comes_back_to_it()
    {
        await using var app = await KomejiApp.Start();
        await app.Person("siti@contoh.id");
        using var visitor = app.Visit();
        visitor.Http.DefaultRequestHeaders.Add("HX-Current-URL", "http://localhost/kategori?a=1&b=2");
        var link = (await visitor.Get("/sisipan/kepala")).Document.QuerySelector("a[href^='/masuk']")!.GetAttribute("href")!;
        (await visitor.Submit(await visitor.Get(link), "/masuk", ("Contact", "siti@contoh.id"), ("Password", KomejiApp.Password))).Location.ShouldBe("/kategori?a=1&b=2");
    }

    [Theory]
    [InlineData(Roles.Finance, "/operator")]
    [InlineData(Roles.Supervisor, "/operator")]
    [InlineData(Roles.Verifier, "/dinas/antrean")]
    [InlineData(Roles.Mentor, "/mitra/pendampingan")]
    public async Task Who_has_a_role_arrives_where_the_work_is(string role, string office)
    {
        await using var app = await KomejiApp.Start();
        await app.Person("siti@contoh.id", role);
        using var visitor = app.Visit();
        (await visitor.SignIn("siti@contoh.id", KomejiApp.Password)).Location.ShouldBe(office);
        var page = await visitor.Get(office);
        page.Status.ShouldBe(200);
        page.Document.QuerySelector(".side .unit")!.TextContent.ShouldBe(RoleNames.Of(role));
        using var wanting = app.Visit();
        (await wanting.SignIn("siti@contoh.id", KomejiApp.Password, "/akun/profil")).Location.ShouldBe("/akun/profil");
    }

    [Fact]
    public async Task Signing_out_kills_a_copied_cookie_too()
    {
        await using var app = await KomejiApp.Start();
        using var visitor = await app.SignInAs("siti@contoh.id");
        var copy = (await visitor.Get("/akun")).Status;
        copy.ShouldBe(200);
        (await app.Read(db => db.Sessions.CountAsync())).ShouldBe(1);

        (await visitor.Submit(await visitor.Get("/akun"), "/keluar")).Location.ShouldBe("/masuk");

        (await visitor.IsSignedIn()).ShouldBeFalse();
        (await app.Read(db => db.Sessions.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_sign_in_without_its_token_is_refused()
    {
        await using var app = await KomejiApp.Start();
        await app.Person("siti@contoh.id");
        using var visitor = app.Visit();
        (await visitor.Post("/masuk", ("Contact", "siti@contoh.id"), ("Password", KomejiApp.Password))).Status.ShouldBe(400);
        (await visitor.IsSignedIn()).ShouldBeFalse();
    }

    [Fact]
    public async Task Each_page_answers_the_same_whether_or_not_the_account_exists()
    {
        await using var app = await KomejiApp.Start();
        await app.Person("ada@contoh.id");
        using var visitor = app.Visit();
        var wrong = await visitor.SignIn("ada@contoh.id", "bukan sandinya");
        var unknown = await visitor.SignIn("nol@contoh.id", "bukan sandinya");
        (unknown.Status, unknown.Text).ShouldBe((wrong.Status, wrong.Text));
        wrong.Status.ShouldBe(422);

        (await Shown(visitor, "/daftar", "ada@contoh.id")).ShouldBe(await Shown(visitor, "/daftar", "nol@contoh.id"));
        (await Shown(visitor, "/lupa-sandi", "ada@contoh.id")).ShouldBe(await Shown(visitor, "/lupa-sandi", "nol@contoh.id"));
    }

    static async Task<string> Shown(Visitor visitor, string address, string contact)
    {
        var sent = await visitor.Submit(await visitor.Get(address), address, ("FullName", "Siapa Saja"), ("Contact", contact), ("Password", KomejiApp.Password), ("AcceptsTerms", "true"));
        sent.Status.ShouldBe(302, sent.Text);
        var page = await visitor.Get(sent.Location);
        var answer = await visitor.Submit(page, address == "/daftar" ? "/konfirmasi" : "/atur-ulang", ("Code", "000000"), ("NewPassword", "sandi lain yang baik"));
        return $"{page.Status} {page.Text} / {answer.Status} {answer.Text}".Replace(contact[..2] + "•••", "•••", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_posts_from_one_address_are_told_when_to_come_back()
    {
        await using var app = await KomejiApp.Start(settings: ("Komeji:SignInPostsPerMinute", "3"));
        using var visitor = app.Visit();
        for (var n = 0; n < 3; n++)
        {
            (await visitor.SignIn("siti@contoh.id", "salah sandinya")).Status.ShouldBe(422);
        }

        var refused = await visitor.SignIn("siti@contoh.id", "salah sandinya");
        refused.Status.ShouldBe(429);
        int.Parse(refused.RetryAfter!, System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(1, 60);
        refused.Text.ShouldContain("Terlalu banyak percobaan");
        (await visitor.Get("/masuk")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("https://komeji.test", "__Host-", true)]
    [InlineData("http://localhost:5080", "", false)]
    public async Task Cookies_are_dressed_for_the_address_the_site_has(string address, string prefix, bool secure)
    {
        await using var app = await KomejiApp.Start(settings: ("Komeji:BaseUrl", address));
        app.ClientOptions.BaseAddress = new Uri(secure ? "https://localhost" : "http://localhost");
        await app.Person("siti@contoh.id");
        using var visitor = app.Visit();
        var form = await visitor.Get("/masuk");
        var done = await visitor.Submit(form, "/masuk", ("Contact", "siti@contoh.id"), ("Password", KomejiApp.Password));
        var left = await visitor.Submit(await visitor.Get("/akun"), "/keluar");

        var cookies = form.SetCookies.Concat(done.SetCookies).Concat(left.SetCookies).ToList();
        cookies.ShouldContain(c => c.StartsWith(prefix + "komeji.masuk=", StringComparison.Ordinal));
        cookies.ShouldContain(c => c.StartsWith(prefix + "komeji.formulir=", StringComparison.Ordinal));
        cookies.ShouldContain(c => c.StartsWith(prefix + "komeji.kabar=", StringComparison.Ordinal));
        foreach (var cookie in cookies)
        {
            cookie.ShouldContain("httponly", Case.Insensitive);
            cookie.ShouldContain("path=/", Case.Insensitive);
            cookie.ShouldContain(cookie.Contains("formulir", StringComparison.Ordinal) ? "samesite=strict" : "samesite=lax", Case.Insensitive);
            cookie.Contains("secure", StringComparison.OrdinalIgnoreCase).ShouldBe(secure, cookie);
        }
    }

    [Fact]
    public async Task What_was_typed_stays_and_the_password_does_not()
    {
        await using var app = await KomejiApp.Start();
        using var visitor = app.Visit();
        var again = await visitor.Submit(await visitor.Get("/daftar"), "/daftar", ("FullName", "Siti \"<b>\" Aminah"), ("Contact", "bukan kontak"), ("Password", "rahasia-panjang-sekali"), ("AcceptsTerms", "true"));
        again.Status.ShouldBe(400);
        again.Document.QuerySelector("#FullName")!.GetAttribute("value").ShouldBe("Siti \"<b>\" Aminah");
        again.Document.QuerySelector("#Contact")!.GetAttribute("value").ShouldBe("bukan kontak");
        again.Html.ShouldNotContain("rahasia-panjang-sekali");
        again.Text.ShouldContain("nama@contoh.id");
        (await app.Read(db => db.OneTimeCodes.CountAsync(c => c.Purpose == CodePurpose.ConfirmContact))).ShouldBe(0);
    }
}
