using Komeji.Application.Files;
using Komeji.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Web.Setup;

/// <summary>What every answer tells the browser, whoever makes it: a page, a refusal, a redirect, a fault or a file.</summary>
public sealed class HeadersTests
{
    const string Https = "https://komeji.test";

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/masuk", 200)]
    [InlineData("/cari?q=kopi", 200)]
    [InlineData("/akun", 302)]
    [InlineData("/operator", 302)]
    [InlineData("/tidak-ada", 404)]
    [InlineData("/produk/tidak-ada", 404)]
    [InlineData("/gambar/tidak-ada", 404)]
    [InlineData("/css/komeji.css", 200)]
    [InlineData("/sitemap.xml", 200)]
    public async Task Every_answer_carries_them(string address, int status)
    {
        await using var app = await KomejiApp.Start();
        using var visitor = app.Visit();
        using var answer = await visitor.Http.GetAsync(new Uri(address, UriKind.Relative));
        ((int)answer.StatusCode).ShouldBe(status);
        ShouldBeGuarded(answer);
        answer.Headers.Contains("Strict-Transport-Security").ShouldBeFalse("the site is reached in the clear");
    }

    [Fact]
    public async Task A_refused_post_and_a_fault_carry_them_too()
    {
        await using var app = await KomejiApp.Start();
        using var visitor = app.Visit();
        using var content = new FormUrlEncodedContent([]);
        using var refused = await visitor.Http.PostAsync(new Uri("/masuk", UriKind.Relative), content);
        ((int)refused.StatusCode).ShouldBe(400);
        ShouldBeGuarded(refused);

        await using var broken = await KomejiApp.Start(more: services => services.AddSingleton<IFiles>(new NoDisk()));
        using var unlucky = broken.Visit();
        using var fault = await unlucky.Http.GetAsync(new Uri("/gambar/x.webp", UriKind.Relative));
        ((int)fault.StatusCode).ShouldBe(500);
        ShouldBeGuarded(fault);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/akun")]
    [InlineData("/tidak-ada")]
    [InlineData("/css/komeji.css")]
    public async Task By_https_a_browser_is_told_to_stay_there(string address)
    {
        await using var app = await KomejiApp.Start(settings: ("Komeji:BaseUrl", Https));
        using var visitor = app.Visit();
        using var answer = await visitor.Http.GetAsync(new Uri(Https + address));
        answer.Headers.GetValues("Strict-Transport-Security").Single().ShouldBe("max-age=31536000");
        ShouldBeGuarded(answer);
    }

    static void ShouldBeGuarded(HttpResponseMessage answer)
    {
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'self'");
        policy.ShouldContain("script-src 'self';");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        One(answer, "X-Content-Type-Options").ShouldBe("nosniff");
        One(answer, "X-Frame-Options").ShouldBe("DENY");
        One(answer, "Referrer-Policy").ShouldBe("strict-origin-when-cross-origin");
        One(answer, "Cross-Origin-Opener-Policy").ShouldBe("same-origin");
        One(answer, "Permissions-Policy").ShouldContain("geolocation=()");
    }

    static string One(HttpResponseMessage answer, string header) => answer.Headers.GetValues(header).Single();

    sealed class NoDisk : IFiles
    {
        public Task<string> Save(ReadOnlyMemory<byte> content, string extension, CancellationToken cancellationToken) => throw new IOException();

        public Task<string> Save(Picture picture, CancellationToken cancellationToken) => throw new IOException();

        public Task<Stream?> Open(string key, CancellationToken cancellationToken) => throw new IOException();

        public Task<Stream?> OpenSmall(string key, CancellationToken cancellationToken) => throw new IOException();

        public Task Delete(string key, CancellationToken cancellationToken) => throw new IOException();

        public IEnumerable<string> UntouchedSince(DateTimeOffset moment) => throw new IOException();

        public Task Touch(string key, CancellationToken cancellationToken) => throw new IOException();

        public Task<bool> DeleteUntouchedSince(string key, DateTimeOffset moment, CancellationToken cancellationToken) => throw new IOException();
    }
}
