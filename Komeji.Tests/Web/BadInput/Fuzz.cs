using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Komeji.Tests.Support;
using Komeji.Tests.Web.Authorisation;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Web.BadInput;

/// <summary>What a run of the fuzz has seen.</summary>
public sealed class FuzzReport
{
    readonly ConcurrentDictionary<string, int> counts = new();

    public ConcurrentQueue<string> Wrong { get; } = new();

    public ConcurrentDictionary<string, byte> Reached { get; } = new();

    public TimeSpan Slowest { get; set; }

    public string SlowestAddress { get; set; } = "";

    public int Largest { get; set; }

    public void Count(string what) => counts.AddOrUpdate(what, 1, (_, n) => n + 1);

    public int Of(string what) => counts.GetValueOrDefault(what);

    public override string ToString() =>
        string.Join(", ", counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key} × {c.Value}")))
        + $"; {Reached.Count} addresses answered; slowest {Slowest.TotalMilliseconds:0} ms ({SlowestAddress}); largest {Largest} bytes";
}

/// <summary>
/// Sends hostile requests to a running product, several at once, and judges every answer: never a fault, never too much, nothing
/// told of the inside, nobody sent to a foreign site.
/// </summary>
public sealed partial class Fuzz(KomejiApp app, string site, TestObjects objects, IReadOnlyList<FuzzTarget> targets, int seed) : IDisposable
{
    const int Senders = 4;
    const int LargestAnswer = 2 * 1024 * 1024;

    /// <summary>How often one object is used before a fresh one takes its place.</summary>
    static readonly int Uses = TestSize.Of(12, 60);

    const int MostTries = 10;

    readonly SemaphoreSlim making = new(1, 1);
    readonly Dictionary<(AuthorisationRow, string, bool), (string Address, int Left)> addresses = [];
    readonly FuzzReport report = new();
    IReadOnlyList<string> ids = [];
    int sent;
    int mostWrong;

    /// <summary>Sends <paramref name="requests"/> requests, or fewer where <paramref name="stopAt"/> wrong answers came.</summary>
    public async Task<FuzzReport> Run(int requests, int stopAt = 20)
    {
        mostWrong = stopAt;
        var make = new HostileRequests(seed, targets, AddressOf, () => ids);
        await LearnIds();
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(() => SendUntil(requests, make))));
        return report;
    }

    public void Dispose() => making.Dispose();

    async Task SendUntil(int requests, HostileRequests make)
    {
        var browsers = new Dictionary<Identity, FuzzBrowser>();
        for (int number; (number = Interlocked.Increment(ref sent)) <= requests && report.Wrong.Count < mostWrong;)
        {
            var request = await make.Make(number);
            if (!browsers.TryGetValue(request.Who, out var browser))
            {
                browsers[request.Who] = browser = await Enter(request.Who);
            }

            var answer = await browser.Send(request);
            Judge(request, answer);
            if (request.Who.SignedIn && answer.Status == 302 && answer.Headers.GetValueOrDefault("Location", "").Contains("/masuk", StringComparison.Ordinal))
            {
                browsers.Remove(request.Who);
                browser.Dispose();
            }
        }

        foreach (var browser in browsers.Values)
        {
            browser.Dispose();
        }
    }

    /// <summary>
    /// Whoever was barred, locked, robbed of a role or given a second factor by an earlier request is as before. Other senders go on
    /// meanwhile and may end the session as soon as it is there, so a few tries are needed at times.
    /// </summary>
    async Task<FuzzBrowser> Enter(Identity who)
    {
        await making.WaitAsync();
        try
        {
            for (var tries = 0; tries < MostTries; tries++)
            {
                if (who.SignedIn)
                {
                    await Restore(who);
                }

                if (await FuzzBrowser.Enter(site, who) is { } browser)
                {
                    return browser;
                }
            }

            throw new InvalidOperationException($"{who} could not sign in, or was signed out at once, {MostTries} times in a row.");
        }
        finally
        {
            making.Release();
        }
    }

    async Task Restore(Identity who)
    {
        var contact = TestObjects.ContactOf(who);
        var id = await app.Person(contact, who.Roles);
        await app.Read(db => db.SecondFactors.Where(f => f.UserId == id.Value).ExecuteDeleteAsync());
        await app.Read(db => db.Users.Where(u => u.UserName == contact).ExecuteUpdateAsync(set => set
            .SetProperty(u => u.BannedAt, (DateTimeOffset?)null).SetProperty(u => u.LockoutEnd, (DateTimeOffset?)null).SetProperty(u => u.AccessFailedCount, 0)));
    }

    async Task<string> AddressOf(AuthorisationRow row, Identity who, bool foreign)
    {
        await making.WaitAsync();
        try
        {
            var key = (row, row.Owned ? who.Name : "", foreign);
            var (address, left) = addresses.GetValueOrDefault(key);
            if (left == 0)
            {
                (address, left) = (await objects.Fill(row, who, foreign), Uses);
                if (addresses.Count % 50 == 0)
                {
                    await LearnIds();
                }
            }

            addresses[key] = (address!, left - 1);
            return address!;
        }
        finally
        {
            making.Release();
        }
    }

    async Task LearnIds() => ids = await app.Read(async db => (IReadOnlyList<string>)
    [
        .. (await db.Variants.OrderByDescending(v => v.Id).Take(40).ToListAsync()).Select(v => v.Id.Value.ToString()),
        .. (await db.Addresses.OrderByDescending(v => v.Id).Take(20).ToListAsync()).Select(v => v.Id.Value.ToString()),
        .. (await db.Stores.Take(4).ToListAsync()).Select(v => v.Id.Value.ToString()),
        .. (await db.Categories.Take(10).ToListAsync()).Select(v => v.Id.Value.ToString()),
        .. (await db.Users.Take(10).ToListAsync()).Select(v => v.Id.ToString()),
        .. (await db.PickupPoints.Take(10).ToListAsync()).Select(v => v.Id.Value.ToString()),
        Guid.Empty.ToString(),
    ]);

    void Judge(HostileRequest request, FuzzAnswer answer)
    {
        report.Count(request.Method);
        report.Count(answer.IsClosed ? "closed" : answer.Status.ToString(CultureInfo.InvariantCulture));
        lock (report)
        {
            report.Reached.TryAdd(request.Method + " " + request.Address.Split('?')[0].Split('/')[1], 0);
            (report.Slowest, report.SlowestAddress) = answer.Took > report.Slowest ? (answer.Took, request.Method + " " + request.Address.Split('?')[0]) : (report.Slowest, report.SlowestAddress);
            report.Largest = Math.Max(report.Largest, answer.Body.Length);
        }

        if (Fault(request, answer) is { } fault)
        {
            report.Wrong.Enqueue($"{fault}\n{request}\n  answered {answer.Status}: {Excerpt(answer.Text)}");
        }
    }

    static string? Fault(HostileRequest request, FuzzAnswer answer)
    {
        if (answer.IsClosed)
        {
            // The server may close on a body it does not read to the end, and on nothing else.
            return request.Body.Length > 900_000 || request.Headers.Sum(h => h.Value.Length) > 7_000 || request.Address.Length > 4_000 ? null : "the connection was closed";
        }

        var location = answer.Headers.GetValueOrDefault("Location", "");
        return answer switch
        {
            { Status: >= 500 } => "a fault",
            { Body.Length: > LargestAnswer } => "too large",
            _ when answer.Headers.ContainsKey("Server") => "names its server",
            { IsHtml: true } when !answer.Headers.GetValueOrDefault("Content-Security-Policy", "").Contains("frame-ancestors", StringComparison.Ordinal) => "a page without a content policy",
            { IsHtml: true } when Inside().IsMatch(answer.Text) => "tells of the inside",
            _ when location.Contains("jahat", StringComparison.Ordinal) && !(location.StartsWith('/') && !location.StartsWith("//", StringComparison.Ordinal) && !location.StartsWith("/\\", StringComparison.Ordinal)) => "sends people to " + location,
            _ => null,
        };
    }

    static string Excerpt(string text) => text.Length < 600 ? text : text[..600];

    /// <summary>Stack frames, exceptions and statements as the frameworks write them.</summary>
    [GeneratedRegex(@"\bat (Komeji|System|Microsoft|Npgsql)\.|(Sqlite|Postgres|Npgsql|Reference|Format|Argument|InvalidOperation)Exception|SELECT ""|INSERT INTO|/home/|/tmp/", RegexOptions.NonBacktracking)]
    private static partial Regex Inside();
}
