using System.Net;
using System.Text;
using Komeji.Application.Common;
using Komeji.Application.Ledger;
using Komeji.Application.Payments;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Integrations.Payments.StandIns;
using Komeji.Integrations.Payments.Stripe;
using Komeji.Persistence;
using Komeji.Tests.Application.Payments;
using Komeji.Tests.Application.Payouts;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Storms;

/// <summary>
/// A day at the market: buyers, shops and officers act in this process, the provider's stand-in stands beside it, and its notices come
/// twice, in any order or never, at a process of the product that runs the jobs as well. What was acknowledged is remembered.
/// </summary>
sealed class TradingDay : IAsyncDisposable
{
    /// <summary>The first purchases, so that there is something to act on.</summary>
    const int Opening = 6;

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    readonly MoneyMarket market;
    readonly DayProvider provider;
    readonly Random random;
    readonly (string Name, Func<Task> Act)[] kinds;
    readonly string folder = Directory.CreateTempSubdirectory("komeji-day-").FullName;
    readonly HttpClient client = new() { Timeout = TimeSpan.FromSeconds(20) };
    readonly Queue<(string Name, Func<Task> Act)> deck = new();
    readonly Dictionary<string, int> done = [];

    /// <summary>Keys of journals somebody was promised.</summary>
    readonly HashSet<string> promised = [];
    readonly HashSet<OrderId> declined = [];
    readonly List<string> payments = [];
    readonly List<string> disputes = [];
    Product? serving;
    int decided;
    int kills;

    TradingDay(MoneyMarket market, DayProvider provider, int seed)
    {
        (this.market, this.provider, random) = (market, provider, new Random(seed));
        kinds =
        [
            ("buy", Buy), ("buy", Buy), ("buy", Buy), ("buy", Buy),
            ("complete", Complete), ("complete", Complete), ("complete", Complete), ("complete", Complete),
            ("decline", Decline), ("ship a part", ShipPart), ("cancel the rest", CancelRest), ("receive", Receive),
            ("refund by the shop", () => WithOrder(o => o.State == OrderState.AwaitingSeller, market.DeliverAndRefund)),
            ("decide a refund", DecideRefund), ("decide a refund", DecideRefund), ("dispute", Dispute), ("dispute", Dispute), ("dispute", Dispute), ("end a dispute", EndDispute), ("end a dispute", EndDispute),
            ("settle", Settle), ("ask for a payout", AskPayout), ("ask for a payout", AskPayout), ("stumble", Stumble),
            .. Enumerable.Repeat<(string, Func<Task>)>(("move a payout", () => PayoutWalk.Move(market, random)), 5),
        ];
    }

    /// <summary>What was done, by kind.</summary>
    public IReadOnlyDictionary<string, int> Done => done;

    public static async Task<TradingDay> AtStripe(Engine engine, int seed)
    {
        var market = await MoneyMarket.OpenAtStripe(engine, vatBasisPoints: 1_100);
        await PayoutWalk.Open(market);
        return new TradingDay(market, new StripeDay(market), seed);
    }

    public static async Task<TradingDay> AtMidtrans(Engine engine, int seed)
    {
        var market = await MoneyMarket.OpenAtMidtrans(engine);
        await PayoutWalk.Open(market);
        return new TradingDay(market, new MidtransDay(market), seed);
    }

    /// <param name="blows">How often the process is killed, in the second half of the day.</param>
    public async Task Trade(int steps, int blows, string? guard)
    {
        serving = await Start(guard);
        market.Carrier = Carry;
        var post = provider.Post;
        post.Copies = 2;
        post.Shuffle = new Random(random.Next());
        post.Loses = IsLost;
        using var closing = new CancellationTokenSource();
        var delivering = Task.Run(() => Deliver(closing.Token));
        try
        {
            var killAt = Enumerable.Range(1, blows).Select(blow => (steps / 2) + (blow * steps / (2 * (blows + 1)))).ToHashSet();
            for (var step = 0; step < steps; step++)
            {
                market.Komeji.Clock.MoveTo(TimeProvider.System.GetUtcNow());
                if (killAt.Contains(step))
                {
                    await Replace(guard);
                }

                await Step(step < Opening);
                await (step == Opening ? Until(db => db.Orders.AnyAsync(o => o.State == OrderState.AwaitingSeller)) : Task.CompletedTask);
            }

            while (disputes.Count > 0)
            {
                await EndDispute();
            }

            await (blows == 0 ? Until(HasHeardAll) : Task.CompletedTask);
        }
        finally
        {
            await closing.CancelAsync();
            await delivering;
            await serving.DisposeAsync();
            market.Carrier = null;
        }
    }

    /// <summary>Nobody acts any more: the provider tells everything once again, and the jobs do what they find.</summary>
    public async Task CatchUp()
    {
        provider.Faults.Clear();
        provider.Post.Repeat();
        for (var hour = 0; hour < 8; hour++)
        {
            market.Komeji.Clock.Advance(TimeSpan.FromMinutes(90));
            await market.Hear();
            await market.Komeji.Run<ReconcilePayments>();
            await market.Komeji.Run<DueRefunds>();
            await market.Komeji.Run<DueDisputes>();
        }

        await provider.Report();
        await market.Komeji.Run<RoundingToBook>();
    }

    /// <summary>What is not as it was told, or not as the provider has it, or waits for an answer for ever; empty where all is well.</summary>
    public async Task<IReadOnlyList<string>> Broken()
    {
        var checks = (await market.Komeji.Send(new VerifyLedger())).Checks.Where(c => !c.Ok).Select(c => $"{c.Name}: {c.Detail}");
        return [.. checks, .. await Unkept(), .. await Stuck()];
    }

    public async ValueTask DisposeAsync()
    {
        if (serving is not null)
        {
            await serving.DisposeAsync();
        }

        client.Dispose();
        await market.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    public override string ToString() =>
        $"{done.Values.Sum()} acts ({string.Join(", ", done.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Key} {d.Value}"))}), {kills} kills, {promised.Count + declined.Count + decided} things promised, {provider.Post.Events.Count} notices";

    Task<IReadOnlyList<string>> Unkept() => market.Komeji.Read<IReadOnlyList<string>>(async db =>
    {
        var booked = (await db.Journals.Select(j => j.Key).ToListAsync()).ToHashSet();
        var unkept = promised.Where(key => !booked.Contains(key)).Select(key => $"{key} was promised and is not in the books").ToList();
        foreach (var order in declined)
        {
            if (!await db.Orders.AnyAsync(o => o.Id == order && o.State == OrderState.Cancelled) || !await db.Journals.AnyAsync(j => j.OrderId == order && j.Rule == "P6"))
            {
                unkept.Add($"order {order.Value} was declined and is not paid back");
            }
        }

        var decisions = await db.RefundDecisions.CountAsync();
        return decisions == decided ? unkept : [.. unkept, $"{decided} refunds were decided, {decisions} are there"];
    });

    Task<IReadOnlyList<string>> Stuck() => market.Komeji.Read<IReadOnlyList<string>>(async db =>
    {
        (string What, int Count)[] stuck =
        [
            ("attempts without an answer", await db.Payments.CountAsync(p => p.Attempts.Any(a => a.State == AttemptState.Unknown))),
            ("payments in doubt", await db.Payments.CountAsync(p => p.State == PaymentState.NeedsCheck)),
            ("refunds without an answer", await db.Refunds.CountAsync(r => r.State == RefundState.Sent || (r.State == RefundState.NeedsCheck && r.Obstacle == ""))),
            ("notices not acted on", await db.PaymentEvents.CountAsync(e => e.Outcome == PaymentEventOutcome.Waiting || e.Outcome == PaymentEventOutcome.Parked)),
        ];
        return [.. stuck.Where(s => s.Count > 0).Select(s => $"{s.Count} {s.What}")];
    });

    async Task Step(bool opening)
    {
        if (deck.Count == 0)
        {
            (string, Func<Task>)[] shuffled = [.. kinds];
            random.Shuffle(shuffled);
            Array.ForEach(shuffled, deck.Enqueue);
        }

        var (name, act) = opening ? kinds[0] : deck.Dequeue();
        try
        {
            await act();
            done[name] = done.GetValueOrDefault(name) + 1;
        }
        catch (Exception no) when (no is RuleBroken or NotFound or DbUpdateException)
        {
            // Not possible now, or somebody else was first: nothing was promised.
        }
    }

    async Task Buy()
    {
        var goods = Enumerable.Range(0, random.Next(1, 4)).Select(_ => ((long)random.Next(5_000, 130_000), random.Next(1, 4))).ToArray();
        var placed = await market.Place(goods);
        var started = await market.Komeji.As(market.Buyer).Send(new StartPayment(placed.Number, provider.Channel));
        if (await provider.Pay(placed, started) is { } payment)
        {
            payments.Add(payment);
            promised.Add(PostingRules.PaidKey(payment));
        }
    }

    Task Complete() => WithOrder(o => o.State == OrderState.AwaitingSeller, async id =>
    {
        await market.Complete(id);
        promised.Add(PostingRules.ReleaseKey(id));
    });

    Task Decline() => WithOrder(o => o.State == OrderState.AwaitingSeller, async id =>
    {
        await market.Decline(id);
        declined.Add(id);
    });

    Task ShipPart() => WithOrder(o => o.State == OrderState.AwaitingSeller && o.Lines.Any(l => l.Quantity > 1), id => market.ShipPart(id));

    Task CancelRest() => WithOrder(o => o.State == OrderState.PartiallyShipped, market.CancelRest);

    Task Receive() => WithOrder(o => o.State == OrderState.Shipped, async id =>
    {
        await market.Receive(id);
        promised.Add(PostingRules.ReleaseKey(id));
    });

    Task DecideRefund() => WithOrder(o => o.State == OrderState.Completed || o.State == OrderState.Shipped, async id =>
    {
        var number = await market.Komeji.Read(db => db.Orders.Where(o => o.Id == id).Select(o => o.Number).SingleAsync());
        var courier = random.Next(2) * random.Next(101);
        await MoneyDesk.Decide(market, number, random.Next(1, 5_000), random.Next(2) * 1_000, courier, random.Next(2) * random.Next(101 - courier));
        decided++;
    });

    Task Dispute()
    {
        if (payments.Count > 0)
        {
            var payment = payments[random.Next(payments.Count)];
            payments.Remove(payment);
            if (provider.Dispute(payment, random.Next(2) == 0 ? null : random.Next(1_000, 5_000)) is { } dispute)
            {
                disputes.Add(dispute);
                promised.Add(PostingRules.DisputeWithdrawnKey(dispute));
            }
        }

        return Task.CompletedTask;
    }

    Task EndDispute()
    {
        if (disputes.Count > 0)
        {
            provider.EndDispute(disputes[0], won: random.Next(2) == 0);
            disputes.RemoveAt(0);
        }

        return Task.CompletedTask;
    }

    Task Settle()
    {
        if (provider.Settle() is { } settlement)
        {
            promised.Add(PostingRules.SettledKey(settlement));
        }

        return Task.CompletedTask;
    }

    async Task AskPayout()
    {
        await PayoutWalk.AskForSome(market, random);
        var asked = await market.Komeji.Read(db => db.Payouts.Select(p => p.Id).ToListAsync());
        promised.UnionWith(asked.Select(PostingRules.PayoutAskedKey));
    }

    /// <summary>What the provider is asked to do next it does, and its answer is lost; or it does not.</summary>
    Task Stumble()
    {
        StandInFault[] faults = [StandInFault.Reset, StandInFault.Empty, StandInFault.Busy];
        provider.Faults.Next(faults[random.Next(faults.Length)]);
        return Task.CompletedTask;
    }

    async Task WithOrder(System.Linq.Expressions.Expression<Func<Order, bool>> which, Func<OrderId, Task> act)
    {
        var ids = await market.Komeji.Read(db => db.Orders.Where(which).OrderBy(o => o.Sequence).Select(o => o.Id).ToListAsync());
        if (ids.Count > 0)
        {
            await act(ids[random.Next(ids.Count)]);
        }
    }

    /// <summary>One in eight notices of payments and refunds never comes: asking has to make good for it. Of a dispute nobody would know to ask.</summary>
    static bool IsLost(StandInEvent told) =>
        !told.Type.StartsWith("charge.dispute", StringComparison.Ordinal) && !told.Type.StartsWith("payout", StringComparison.Ordinal) && told.Id[^1] % 8 == 0;

    async Task Deliver(CancellationToken cancellationToken)
    {
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        try
        {
            while (await often.WaitForNextTickAsync(cancellationToken))
            {
                await provider.Post.DeliverDue(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The day is over.
        }
    }

    async Task<HttpStatusCode> Carry(string body, string? signature, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{serving!.Url}/hook/{provider.Gateway}")) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation(StripeSignature.Header, signature);
        }

        using var answer = await client.SendAsync(request, cancellationToken);
        return answer.StatusCode;
    }

    /// <summary>Every notice that is not lost has come and was tried at least once.</summary>
    async Task<bool> HasHeardAll(KomejiDb db) =>
        await db.PaymentEvents.CountAsync() >= provider.Post.Events.Count(e => !IsLost(e))
        && !await db.PaymentEvents.AnyAsync(e => e.Outcome == PaymentEventOutcome.Waiting && e.Tries == 0);

    /// <summary>The next one comes up while the struck one is gone: for some seconds nobody answers.</summary>
    async Task Replace(string? guard)
    {
        var (struck, next) = (serving!, Start(guard));
        await struck.Kill();
        await struck.DisposeAsync();
        serving = await next;
        kills++;
    }

    Task<Product> Start(string? guard) => Product.Start(
        market.Komeji.ConnectionString,
        folder,
        guard,
        [("Komeji:Role", "all"), ("Komeji:Jobs", "true"), .. provider.Settings]);

    async Task Until(Func<KomejiDb, Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await market.Komeji.Read(holds))
        {
            market.Komeji.Clock.MoveTo(TimeProvider.System.GetUtcNow());
            await often.WaitForNextTickAsync(limit.Token);
        }
    }
}
