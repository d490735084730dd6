using System.Collections.Concurrent;
using Komeji.Tests.Support;
using Komeji.Tests.Web.Authorisation;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Komeji.Tests.Browser;

/// <summary>
/// Every page of the authorisation table on a small phone, each as the first person who may see it: nothing axe objects to, and
/// nothing that makes the page scroll sideways. A new page is looked at because it has to stand in the table.
/// </summary>
[Collection("another browser")]
public sealed class EveryPageTests(Chromium chromium, ITestOutputHelper output)
{
    const int PhoneWidth = 360;

    /// <summary>One person may see many more pages than another; shared out so that both walkers are done at about the same time.</summary>
    const int PagesARound = 25;

    static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 2 };

    [BrowserFact]
    public async Task Every_page_is_clear_to_axe_and_fits_a_phone()
    {
        await using var app = await KomejiApp.StartForBrowser();
        // A browser keeps real time and would drop cookies of another year.
        app.Clock.MoveTo(TimeProvider.System.GetUtcNow());
        var url = app.Url;
        var objects = await TestObjects.Make(app);
        await objects.Furnish();
        using var making = new SemaphoreSlim(1);
        var wrong = new ConcurrentQueue<string>();
        var looked = 0;
        var rounds = AuthorisationTable.Rows.Where(r => r.Method == "GET").GroupBy(FirstWhoMay).SelectMany(group => group.Chunk(PagesARound), (group, rows) => (Who: group.Key, Rows: rows));
        await Parallel.ForEachAsync(rounds, AtOnce, async (round, stop) =>
        {
            var page = await Enter(url, round.Who);
            foreach (var row in round.Rows)
            {
                await making.WaitAsync(stop);
                var address = await objects.Fill(row, round.Who, foreign: false);
                making.Release();
                if (await IsPage(page, address))
                {
                    Interlocked.Increment(ref looked);
                    await page.GotoAsync(address);
                    (await Look(page)).ToList().ForEach(fault => wrong.Enqueue($"{row} as {round.Who}: {fault}"));
                }
            }

            await page.Context.CloseAsync();
        });

        output.WriteLine($"{looked} pages");
        wrong.ShouldBeEmpty();
        looked.ShouldBeGreaterThan(40);
    }

    static Identity FirstWhoMay(AuthorisationRow row) =>
        Identity.All.First(i => row.Admits(i) && (!row.Owned || TestObjects.CanOwn(row.Thing, i)));

    async Task<IPage> Enter(string url, Identity identity)
    {
        var page = await chromium.Open(url);
        if (identity.SignedIn)
        {
            await page.GotoAsync("/masuk");
            await page.FillAsync("#Contact", TestObjects.ContactOf(identity));
            await page.FillAsync("#Password", KomejiApp.Password);
            await page.ClickAsync("main form button.go");
            await page.Leave("/masuk");
        }

        return page;
    }

    /// <summary>Whole pages only: not a file, nor a fragment that is put into a page.</summary>
    static async Task<bool> IsPage(IPage page, string address)
    {
        await using var answer = await page.APIRequest.GetAsync(address);
        return answer.Headers.TryGetValue("content-type", out var type) && type.StartsWith("text/html", StringComparison.Ordinal)
            && (await answer.TextAsync()).TrimStart().StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase);
    }

    static async Task<IEnumerable<string>> Look(IPage page)
    {
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        var faults = await page.Faults();
        return width > PhoneWidth ? faults.Append($"is {width} px wide") : faults;
    }
}
