using Komeji.Application.Catalog.Searches;
using Komeji.Tests.Support;

namespace Komeji.Bench.Pages;

/// <summary>Pages of the demo market on SQLite, beside the same bytes answered from memory by the same web server.</summary>
public sealed class PagesBench(string program, TimeSpan length, int rounds)
{
    const string Buyer = "pembeli@demo.komeji.id", Password = "Komeji-demo-2026";

    readonly string folder = Directory.CreateTempSubdirectory("komeji-pages-").FullName;

    public async Task Run(Report report)
    {
        try
        {
            await using (await Site.Komeji(program, folder))
            {
                // The demo market is made once; what is measured starts on it.
            }

            await using var site = await Site.Komeji(program, folder);
            report.Add(new Bound("Ready after the start of the process", "s", site.ReadyAfter.TotalSeconds, 5));
            var addresses = await Addresses.Of(site);
            var crowd = Addresses.Draw(addresses.All);
            report.Note($"{addresses.All.Count} addresses by a Zipf law; hit rate {await Addresses.HitRate(site, crowd)}.");

            var full = await addresses.WithFullPages(site);
            report.Note($"{full.Count} of them show {SearchProducts.PageSize} cards; asked uncached with a highest price never asked before.");
            await using var memory = await Site.Memory(site, Write("all", addresses.All));
            await Measure(report, "Anonymous pages", site, memory, Write("crowd", crowd), 0.6);
            await Measure(report, "Product pages, signed in", site, memory, Write("products", Addresses.Draw(addresses.Products)), 0.25, await SignIn(site));
            await Measure(report, "A search never asked before, 24 cards", site, memory, Write("uncached", full.Select(Wrk.NeverAskedBefore)), 0.1);
            report.Add(new Bound("Resident after all pages", "MB", site.ResidentMegabytes, 300));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The first runs are unmeasured: the runtime compiles what it will run, the often called once more.</summary>
    async Task Measure(Report report, string what, Site site, Site memory, string draws, double goal, string cookie = "")
    {
        await Wrk.Run(site, draws, length * 2, cookie);
        await Wrk.Run(memory, draws, length * 2, cookie);
        List<double> ours = [], bytes = [];
        for (var round = 0; round < rounds; round++)
        {
            ours.Add(await Wrk.Run(site, draws, length, cookie));
            bytes.Add(await Wrk.Run(memory, draws, length, cookie));
        }

        report.Add(new Figure(what, "requests/s", Middle(ours), "the same bytes from memory", Middle(bytes), goal));
    }

    static double Middle(List<double> runs) => runs.Order().ElementAt(runs.Count / 2);

    string Write(string name, IEnumerable<string> lines)
    {
        var file = Path.Combine(folder, name + ".txt");
        File.WriteAllLines(file, lines);
        return file;
    }

    /// <returns>The cookies of somebody signed in.</returns>
    static async Task<string> SignIn(Site site)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var visitor = new Visitor(new HttpClient(handler) { BaseAddress = new Uri(site.Url) });
        await visitor.SignIn(Buyer, Password);
        return await visitor.IsSignedIn()
            ? handler.CookieContainer.GetCookieHeader(new Uri(site.Url))
            : throw new InvalidOperationException("The demo market's buyer could not sign in.");
    }
}
