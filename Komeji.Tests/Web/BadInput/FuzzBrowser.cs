using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Komeji.Tests.Support;
using Komeji.Tests.Web.Authorisation;

namespace Komeji.Tests.Web.BadInput;

/// <summary>What came back, or that the connection was closed on a request that is too much.</summary>
public sealed record FuzzAnswer(int Status, byte[] Body, IReadOnlyDictionary<string, string> Headers, TimeSpan Took)
{
    public bool IsClosed => Status == 0;

    public bool IsHtml => Headers.GetValueOrDefault("Content-Type", "").StartsWith("text/html", StringComparison.Ordinal);

    public string Text => Encoding.UTF8.GetString(Body);
}

/// <summary>A browser that sends bytes as they are told and keeps the cookies of its sign-in only.</summary>
public sealed partial class FuzzBrowser : IDisposable
{
    static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    readonly HttpClient client;
    readonly string site;
    readonly Dictionary<string, string> cookies = [];
    string token = "";

    FuzzBrowser(string site)
    {
        this.site = site;
        var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None, RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        client = new HttpClient(handler) { Timeout = TimeSpan.FromMinutes(1) };
    }

    /// <returns>Null when another request ended the new session at once, or barred the person a moment before.</returns>
    public static async Task<FuzzBrowser?> Enter(string site, Identity who)
    {
        var browser = new FuzzBrowser(site);
        (await browser.ReadForm("/masuk")).ShouldBeTrue();
        if (who.SignedIn)
        {
            var body = $"{HostileRequests.TokenField}={browser.token}&Contact={Uri.EscapeDataString(TestObjects.ContactOf(who))}&Password={KomejiApp.Password}";
            var answer = await browser.Send(new HostileRequest(0, who, "POST", "/masuk", "application/x-www-form-urlencoded", Encoding.UTF8.GetBytes(body), []), keepCookies: true);
            if (answer.Status != 302 || !await browser.ReadForm("/akun/profil"))
            {
                browser.Dispose();
                return null;
            }
        }

        return browser;
    }

    public Task<FuzzAnswer> Send(HostileRequest request) => Send(request, keepCookies: false);

    public void Dispose() => client.Dispose();

    /// <returns>False when the page sends one elsewhere.</returns>
    async Task<bool> ReadForm(string address)
    {
        var page = await Send(new HostileRequest(0, Identity.Visitor, "GET", address, null, [], []), keepCookies: true);
        if (page.Status == 302)
        {
            return false;
        }

        page.Status.ShouldBe(200, address);
        token = Token().Match(page.Text).Groups[1].Value;
        token.ShouldNotBeEmpty(address);
        return true;
    }

    async Task<FuzzAnswer> Send(HostileRequest request, bool keepCookies)
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(site + request.Address, AsWritten));
        if (request.Method != "GET")
        {
            message.Content = new ByteArrayContent(WithToken(request.Body));
            message.Content.Headers.Remove("Content-Type");
            message.Content.Headers.TryAddWithoutValidation("Content-Type", request.Kind);
            message.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        }

        Dress(message, request);
        var started = TimeProvider.System.GetTimestamp();
        try
        {
            using var answer = await client.SendAsync(message);
            var body = await answer.Content.ReadAsByteArrayAsync();
            if (keepCookies)
            {
                Keep(answer);
            }

            var headers = answer.Headers.Concat(answer.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
            return new FuzzAnswer((int)answer.StatusCode, body, headers, TimeProvider.System.GetElapsedTime(started));
        }
        catch (HttpRequestException)
        {
            return new FuzzAnswer(0, [], new Dictionary<string, string>(), TimeProvider.System.GetElapsedTime(started));
        }
    }

    void Dress(HttpRequestMessage message, HostileRequest request)
    {
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        var worn = cookies;
        if (request.Number % 23 == 7 && request.Number > 0)
        {
            // Somebody has tampered with one of them.
            worn = cookies.ToDictionary(c => c.Key, c => c.Value);
            var junk = new Random(request.Number);
            worn[junk.Next(4) switch { 0 => "komeji.masuk", 1 => "komeji.formulir", 2 => "komeji.kabar", _ => "komeji.keranjang" }] =
                junk.Next(5) switch { 0 => "", 1 => "x", 2 => "%00%ff", 3 => new string('a', 64), _ => "CfDJ8" + new string('A', 3_000) };
        }

        if (worn.Count > 0)
        {
            message.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", worn.Select(c => $"{c.Key}={c.Value}")));
        }

        foreach (var (name, value) in request.Headers)
        {
            message.Headers.Remove(name);
            message.Headers.TryAddWithoutValidation(name, value);
        }
    }

    byte[] WithToken(byte[] body)
    {
        var place = Encoding.UTF8.GetBytes(HostileRequests.TokenPlace);
        var at = body.AsSpan().IndexOf(place);
        return at < 0 ? body : [.. body[..at], .. Encoding.UTF8.GetBytes(token), .. body[(at + place.Length)..]];
    }

    void Keep(HttpResponseMessage answer)
    {
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            cookies[pair[0]] = pair[1];
        }
    }

    [GeneratedRegex("name=\"__formulir\"[^>]*value=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
