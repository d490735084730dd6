using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Komeji.Tests.Support;

namespace Komeji.Tests.Web.BadInput;

/// <summary>Requests no browser writes, sent byte by byte to the server people use: refused, told kindly where a page can be told, never a fault.</summary>
public sealed class BrokenRequestTests
{
    /// <summary>400 or another of its kind: which one is the server's to say.</summary>
    const int AnyRefusal = 0;

    const string Form = "Content-Type: application/x-www-form-urlencoded\r\n";

    public static TheoryData<string, string, int> Broken => new()
    {
        { "NUL in the path", "GET /produk/%00 HTTP/1.1\r\nHost: localhost\r\n\r\n", 400 },
        { "half an escape", "GET /produk/%e2%28 HTTP/1.1\r\nHost: localhost\r\n\r\n", AnyRefusal },
        { "a raw NUL", "GET /produk/\0 HTTP/1.1\r\nHost: localhost\r\n\r\n", 400 },
        { "no host", "GET / HTTP/1.1\r\n\r\n", 400 },
        { "two hosts", "GET / HTTP/1.1\r\nHost: localhost\r\nHost: jahat.test\r\n\r\n", 400 },
        { "a host that is none", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400 },
        { "a path that climbs", "GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n", AnyRefusal },
        { "a path that climbs by escapes", "GET /css/..%2f..%2fappsettings.json HTTP/1.1\r\nHost: localhost\r\n\r\n", AnyRefusal },
        { "a path that climbs by backslashes", "GET /css/..%5c..%5cappsettings.json HTTP/1.1\r\nHost: localhost\r\n\r\n", AnyRefusal },
        { "an unknown method", "HAPUS / HTTP/1.1\r\nHost: localhost\r\n\r\n", AnyRefusal },
        { "no request line", "\r\n\r\n\r\nabc\r\n\r\n", 400 },
        { "another protocol", "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n", 505 },
        { "TLS to the clear port", "\u0016\u0003\u0001\u0002\0\u0001\0\r\n\r\n", 400 },
        { "a header with a control character", "GET / HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n\r\n", 400 },
        { "a header without a colon", "GET / HTTP/1.1\r\nHost: localhost\r\nabc\r\n\r\n", 400 },
        { "length and pieces", "POST /masuk HTTP/1.1\r\nHost: localhost\r\n" + Form + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n", AnyRefusal },
        { "two lengths", "POST /masuk HTTP/1.1\r\nHost: localhost\r\n" + Form + "Content-Length: 3\r\nContent-Length: 4\r\n\r\na=b", 400 },
        { "a negative length", "POST /masuk HTTP/1.1\r\nHost: localhost\r\n" + Form + "Content-Length: -1\r\n\r\n", 400 },
        { "a broken piece of a form", "POST /masuk HTTP/1.1\r\nHost: localhost\r\n" + Form + "Transfer-Encoding: chunked\r\n\r\nzz\r\na=b\r\n0\r\n\r\n", AnyRefusal },
        { "a broken piece at the hook", "POST /hook/sandbox HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\na=b\r\n0\r\n\r\n", AnyRefusal },
        { "a bare line feed in a piece", "POST /hook/sandbox HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3;\na=b\r\n0\r\n\r\n", AnyRefusal },
        { "a broken piece at the one form without a token", "POST /keranjang/tambah HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\n" + Form + "Transfer-Encoding: chunked\r\n\r\nzz\r\na=b\r\n0\r\n\r\n", AnyRefusal },
        { "a form that is JSON", "POST /masuk HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}", AnyRefusal },
        { "a form without a boundary", "POST /masuk HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data\r\nContent-Length: 3\r\n\r\na=b", AnyRefusal },
        { "a form of no kind", "POST /keranjang/tambah HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\nContent-Type: ;;;\r\nContent-Length: 3\r\n\r\na=b", AnyRefusal },
        { "GET of a button", "GET /keluar HTTP/1.1\r\nHost: localhost\r\n\r\n", AnyRefusal },
        { "too long a line", "GET /" + new string('a', 10_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n", 414 },
        { "too many headers", "GET / HTTP/1.1\r\nHost: localhost\r\n" + string.Concat(Enumerable.Range(0, 150).Select(i => $"X-{i}: a\r\n")) + "\r\n", 431 },
        { "too large a header", "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + new string('a', 40_000) + "\r\n\r\n", 431 },
    };

    [Fact]
    public async Task A_request_no_browser_writes_is_refused_and_never_a_fault()
    {
        await using var app = await KomejiApp.StartForBrowser();
        var port = new Uri(app.Url).Port;
        var wrong = new List<string>();
        foreach (var row in Broken)
        {
            var (name, request, expected) = ((string)row[0], (string)row[1], (int)row[2]);
            var answer = await Send(port, request.Replace("Host: localhost\r\n", $"Host: localhost:{port}\r\nConnection: close\r\n", StringComparison.Ordinal).Replace("http://localhost\r\n", $"http://localhost:{port}\r\n", StringComparison.Ordinal));
            var status = answer.Length > 12 ? int.Parse(answer.AsSpan(9, 3), CultureInfo.InvariantCulture) : 0;
            var isRefused = expected == AnyRefusal ? status is >= 400 and < 500 : status == expected;
            if (!isRefused || answer.Contains("\r\nServer:", StringComparison.OrdinalIgnoreCase) || answer.Contains("root:", StringComparison.Ordinal) || answer.Contains("ConnectionStrings", StringComparison.Ordinal))
            {
                wrong.Add($"{name}: {status}, expected {expected}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    /// <summary>What a person may meet is told as a page, in words that help.</summary>
    [Theory]
    [InlineData("application/json", "{}", 400, "Permintaan tidak terbaca")]
    [InlineData("multipart/form-data", "a=b", 400, "Permintaan tidak terbaca")]
    [InlineData("text/plain", "a=b", 400, "Permintaan tidak terbaca")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n", 400, "Permintaan tidak terbaca")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\nx\r\n--b--\r\n", 415, "Bentuk kiriman tidak dikenal")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "a=b", 415, "Bentuk kiriman tidak dikenal")]
    [InlineData("application/x-www-form-urlencoded; charset=\"utf-16\"", "a=b", 415, "Bentuk kiriman tidak dikenal")]
    [InlineData("application/x-www-form-urlencoded; charset=UTF-8", "a=b", 400, "Permintaan tidak terbaca")]
    public async Task A_body_of_the_wrong_kind_is_told_kindly(string kind, string body, int status, string words)
    {
        await using var app = await KomejiApp.Start();
        using var visitor = app.Visit();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", kind);
        using var answer = await visitor.Http.PostAsync(new Uri("/masuk", UriKind.Relative), content);
        var page = await Page.Of(answer);
        page.Status.ShouldBe(status);
        page.Text.ShouldContain(words);
        page.Document.DocumentElement.GetAttribute("lang").ShouldBe("id");
    }

    [Fact]
    public async Task More_fields_than_any_form_has_are_refused()
    {
        await using var app = await KomejiApp.StartForBrowser();
        using var visitor = app.Visit();
        (await visitor.Post("/masuk", [.. Enumerable.Range(0, 1_025).Select(i => ($"a{i}", "x"))])).Status.ShouldBe(400);
        visitor.Http.DefaultRequestHeaders.Add("Origin", app.Url);
        var basket = await visitor.Post("/keranjang/tambah", [.. Enumerable.Range(0, 1_025).Select(i => ($"a{i}", "x"))]);
        basket.Status.ShouldBe(400);
        basket.Document.QuerySelector("h1").ShouldNotBeNull();
    }

    static async Task<string> Send(int port, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var read = new MemoryStream();
        try
        {
            await stream.CopyToAsync(read, patience.Token);
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
            // Closed on what was still to come, or not closed; what was answered before is there.
        }

        return Encoding.Latin1.GetString(read.ToArray());
    }
}
