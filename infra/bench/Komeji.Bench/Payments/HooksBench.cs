using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Mime;
using System.Text;
using Komeji.Bench.Ordering;
using Komeji.Bench.Pages;
using Komeji.Integrations.Payments.Stripe;
using Komeji.Tests.Support;

namespace Komeji.Bench.Payments;

/// <summary>
/// How long a provider waits until its notification is taken, while eight buyers place orders on the same PostgreSQL. Each notification
/// comes twice: the first is stored, the second is known.
/// </summary>
/// <param name="program">Folder of the published program.</param>
/// <param name="orders">How many are placed meanwhile.</param>
public sealed class HooksBench(string program, int orders)
{
    const double MostMilliseconds = 500;
    const int Buyers = 8;
    const int Postmen = 4;

    public async Task Run(Report report)
    {
        await using var komeji = TestKomeji.On(await TestDatabase.Create(Engine.Postgres));
        komeji.Clock.MoveTo(TimeProvider.System.GetUtcNow());
        using var silent = new SilentProvider(); // the hook asks nobody
        var folder = Directory.CreateTempSubdirectory("komeji-hooks-");
        try
        {
            await using var site = await Site.AtStripe(program, folder.FullName, komeji.ConnectionString, silent.Address);
            var visits = await OrdersBench.Fill(komeji, orders);
            await Deliver(site, Postmen, 50, CancellationToken.None); // unmeasured: connections, plans and code are there
            using var over = new CancellationTokenSource();
            var began = Stopwatch.GetTimestamp();
            var delivering = Task.WhenAll(Enumerable.Range(0, Postmen).Select(postman => Task.Run(() => Deliver(site, postman, int.MaxValue, over.Token))));
            await Place(komeji, visits);
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            await over.CancelAsync();
            var took = (await delivering).SelectMany(t => t).Order().ToList();
            report.Add(new Bound("Taking a payment notification while orders are placed, PostgreSQL, p99", "ms", took[took.Count * 99 / 100], MostMilliseconds));
            report.Note(string.Create(CultureInfo.InvariantCulture, $"Notifications: {took.Count:#,0} taken, {took.Count / seconds:0} a second beside {orders / seconds:0} orders a second; p50 {took[took.Count / 2]:0.0} ms, slowest {took[^1]:0.0} ms."));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task Place(TestKomeji komeji, IReadOnlyList<OrdersBench.Visit> visits)
    {
        var market = new Market(komeji);
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Buyers).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < visits.Count; i = Interlocked.Increment(ref next))
            {
                await market.Place(visits[i].Buyer, visits[i].Page);
            }
        })));
    }

    /// <returns>Milliseconds of each.</returns>
    static async Task<List<double>> Deliver(Site site, int postman, int most, CancellationToken over)
    {
        using var client = new HttpClient();
        var took = new List<double>();
        for (var number = 0; number < most && !over.IsCancellationRequested; number++)
        {
            var body = $$$"""{"id":"evt_{{{postman}}}_{{{number / 2}}}","type":"checkout.session.completed","livemode":false,"data":{"object":{"id":"cs_test_1"} } }""";
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site.Url + "/hook/stripe")) { Content = new StringContent(body, Encoding.UTF8, MediaTypeNames.Application.Json) };
            request.Headers.TryAddWithoutValidation(StripeSignature.Header, StripeSignature.Sign(body, TimeProvider.System.GetUtcNow(), StripeKeys.Webhook[0]));
            var began = Stopwatch.GetTimestamp();
            using var answer = await client.SendAsync(request, CancellationToken.None);
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                throw new InvalidOperationException($"A notification was answered {answer.StatusCode}.");
            }
        }

        return took;
    }
}
