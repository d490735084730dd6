using System.Diagnostics;
using System.Globalization;
using Komeji.Application.Accounts;
using Komeji.Bench.Pages;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Bench.Payments;

/// <summary>Many buyers press pay at once while the provider takes their calls and says nothing: how long they wait, and whether others notice.</summary>
/// <param name="program">Folder of the published program.</param>
/// <param name="buyers">How many at once.</param>
public sealed class SilenceBench(string program, int buyers)
{
    const double MostSeconds = 10;
    const double MostLiveMilliseconds = 200;
    const string Somebody = "siti@komeji.test", Password = "sandi-uji-yang-panjang";

    public async Task Run(Report report)
    {
        await using var komeji = TestKomeji.On(await TestDatabase.Create(Engine.Postgres));
        komeji.Clock.MoveTo(TimeProvider.System.GetUtcNow());
        using var silent = new SilentProvider();
        var folder = Directory.CreateTempSubdirectory("komeji-silence-");
        try
        {
            await using var site = await Site.AtStripe(program, folder.FullName, komeji.ConnectionString, silent.Address);
            var placed = await Place(komeji);
            using var visitor = new Visitor(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(site.Url) });
            await visitor.SignIn(Somebody, Password);
            var pages = new List<Page>();
            foreach (var number in placed)
            {
                pages.Add(await visitor.Get($"/bayar/{number}"));
            }

            var before = await Live(site, Task.Delay(TimeSpan.FromSeconds(3)));
            var pressing = pages.Zip(placed).Select(p => Press(visitor, p.First, p.Second)).ToList();
            var meanwhile = await Live(site, Task.WhenAll(pressing));
            var waited = (await Task.WhenAll(pressing)).Order().ToList();
            report.Add(new Bound($"Pressing pay while the provider is silent, {buyers} at once, the longest wait", "s", waited[^1], MostSeconds));
            report.Add(new Bound("/health/live meanwhile, p99", "ms", At99(meanwhile), MostLiveMilliseconds));
            report.Note(string.Create(CultureInfo.InvariantCulture, $"The silent provider was called {silent.Calls} times; each buyer then reads that the payment is being checked. /health/live: p99 {At99(before):0.0} ms with nobody waiting, slowest meanwhile {meanwhile[^1]:0.0} ms."));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>One buyer who has to pay for all of it.</summary>
    async Task<IReadOnlyList<string>> Place(TestKomeji komeji)
    {
        var (shops, now, numbers) = (new MoneyShops(), komeji.Clock.GetUtcNow(), new List<string>());
        var buyer = User.Create(Guid.CreateVersion7(now), Contact.Require(Somebody), "Siti Aminah", "cap-siti", now);
        buyer.PasswordHash = komeji.Services.GetRequiredService<IPasswordHasher<User>>().HashPassword(buyer, Password);
        await komeji.Write(db =>
        {
            db.Users.Add(buyer);
            shops.Open(db, now);
            return Task.CompletedTask;
        });
        await komeji.Write(async db =>
        {
            for (var i = 0; i < buyers; i++)
            {
                numbers.Add((await shops.Place(db, new UserId(buyer.Id), [20_000 + i], now)).Number);
            }
        });
        return numbers;
    }

    /// <returns>Seconds until the answer.</returns>
    static async Task<double> Press(Visitor visitor, Page page, string number)
    {
        var began = Stopwatch.GetTimestamp();
        var answer = await visitor.Submit(page, $"/bayar/{number}");
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var told = await visitor.Follow(answer);
        return told.Text.Contains("sedang kami periksa", StringComparison.Ordinal)
            ? took
            : throw new InvalidOperationException($"Who pressed pay was answered {answer.Status} and told: {told.Text}");
    }

    /// <summary>Asked again and again until something is over.</summary>
    /// <returns>Milliseconds of each, the slowest last.</returns>
    static async Task<List<double>> Live(Site site, Task until)
    {
        using var http = new HttpClient();
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var took = new List<double>();
        while (!until.IsCompleted)
        {
            var began = Stopwatch.GetTimestamp();
            await http.GetStringAsync(new Uri(site.Url + "/health/live"));
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            await often.WaitForNextTickAsync();
        }

        took.Sort();
        return took;
    }

    static double At99(List<double> sorted) => sorted[sorted.Count * 99 / 100];
}
