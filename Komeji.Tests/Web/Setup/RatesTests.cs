using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Komeji.Tests.Support;

namespace Komeji.Tests.Web.Setup;

/// <summary>Who asks too often is told so, and when to come back; others go on.</summary>
public sealed class RatesTests
{
    [Fact]
    public async Task A_person_who_posts_too_often_waits_and_others_do_not()
    {
        await using var app = await KomejiApp.Start(settings: ("Komeji:PostsPerMinute", "3"));
        using var siti = await app.SignInAs("siti@contoh.id");
        using var budi = await app.SignInAs("budi@contoh.id");
        var page = await siti.Get("/akun/persetujuan");
        for (var n = 0; n < 3; n++)
        {
            (await siti.Submit(page, "/akun/persetujuan/kabar")).Status.ShouldBe(302);
        }

        Polite(await siti.Submit(page, "/akun/persetujuan/kabar"));
        (await siti.Get("/akun")).Status.ShouldBe(200);
        (await budi.Submit(await budi.Get("/akun/persetujuan"), "/akun/persetujuan/kabar")).Status.ShouldBe(302);
    }

    [Fact]
    public async Task Guests_of_one_address_share_theirs()
    {
        await using var app = await KomejiApp.Start(settings: ("Komeji:GuestPostsPerMinute", "2"));
        using var visitor = app.Visit();
        await visitor.Post("/keranjang/hapus");
        await visitor.Post("/keranjang/hapus");
        Polite(await visitor.Post("/keranjang/hapus"));
    }

    [Fact]
    public async Task Suggestions_have_a_limit_of_their_own()
    {
        await using var app = await KomejiApp.Start(settings: ("Komeji:SuggestionsPerMinute", "2"));
        using var visitor = app.Visit();
        (await visitor.Get("/cari/saran?q=ko")).Status.ShouldBe(200);
        (await visitor.Get("/cari/saran?q=kop")).Status.ShouldBe(200);
        Polite(await visitor.Get("/cari/saran?q=kopi"));
        (await visitor.Get("/cari?q=kopi")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Searches_are_limited_but_not_what_is_kept_and_other_pages_go_on()
    {
        await using var app = await KomejiApp.Start(settings: ("Komeji:SearchesPerMinute", "2"));
        using var visitor = app.Visit();
        (await visitor.Get("/cari?maks=1.001")).Status.ShouldBe(200);
        (await visitor.Get("/cari?maks=1.002")).Status.ShouldBe(200);
        Polite(await visitor.Get("/cari?maks=1.003"));
        Polite(await visitor.Get("/cari?maks=1.003"));
        (await visitor.Get("/cari?maks=1.001")).Status.ShouldBe(200);
        (await visitor.Get("/")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("/masuk/kode")]
    [InlineData("/masuk/pemulihan")]
    [InlineData("/masuk/pemulihan/kode")]
    [InlineData("/masuk")]
    [InlineData("/daftar")]
    [InlineData("/konfirmasi")]
    [InlineData("/lupa-sandi")]
    [InlineData("/atur-ulang")]
    public async Task What_tries_passwords_and_codes_is_limited_by_address(string address)
    {
        await using var app = await KomejiApp.Start(settings: ("Komeji:SignInPostsPerMinute", "1"));
        using var visitor = app.Visit();
        var token = (await visitor.Get("/masuk")).Document.QuerySelector("input[name=__formulir]")!.GetAttribute("value")!;
        (await visitor.Post(address, ("__formulir", token))).Status.ShouldNotBe(429);
        Polite(await visitor.Post(address, ("__formulir", token)));
    }

    [Fact]
    public async Task A_proof_is_limited_too()
    {
        await using var app = await KomejiApp.Start(settings: ("Komeji:SignInPostsPerMinute", "2"));
        using var siti = await app.SignInAs("siti@contoh.id");
        var page = await siti.Get("/akun/bukti");
        (await siti.Submit(page, "/akun/bukti", ("__bukti", "salah"))).Status.ShouldBe(422);
        Polite(await siti.Submit(page, "/akun/bukti", ("__bukti", "salah")));
    }

    [Fact]
    public async Task A_program_gets_it_as_JSON()
    {
        await using var app = await KomejiApp.Start(settings: [("Komeji:SuggestionsPerMinute", "1"), ("Komeji:GuestPostsPerMinute", "1")]);
        using var visitor = app.Visit();
        visitor.Http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        await visitor.Get("/cari/saran?q=ko");
        using var answer = await visitor.Http.GetAsync(new Uri("/cari/saran?q=kop", UriKind.Relative));
        ((int)answer.StatusCode).ShouldBe(429);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        using var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        said.RootElement.GetProperty("status").GetInt32().ShouldBe(429);
        said.RootElement.GetProperty("detail").GetString()!.ShouldStartWith("Tunggu ");
    }

    static void Polite(Page page)
    {
        page.Status.ShouldBe(429);
        int.Parse(page.RetryAfter!, CultureInfo.InvariantCulture).ShouldBeInRange(1, 60);
        page.Text.ShouldContain("Terlalu banyak percobaan");
        page.Text.ShouldContain($"Tunggu {page.RetryAfter} detik");
    }
}
