using System.Collections.Concurrent;
using System.Diagnostics;
using Komeji.Domain.Common;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Storms;

/// <summary>
/// Buyers who order one after the other, all at once, at whichever process serves. Who gets no answer sends the same form again,
/// as people do.
/// </summary>
sealed class OrderWriters : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>After this an order that is sent has reached the process and is being written; a whole one takes many times as long.</summary>
    static readonly TimeSpan UnderWay = TimeSpan.FromMilliseconds(5);

    /// <summary>How long somebody waits who was asked to come back.</summary>
    static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    readonly StormMarket market;
    readonly VariantId variant;
    readonly CancellationTokenSource stop = new();
    readonly SemaphoreSlim answered = new(0);
    readonly ConcurrentDictionary<string, string> acknowledged = new();
    readonly ConcurrentDictionary<string, long> open = new();
    readonly ConcurrentDictionary<string, int> cutOff = new();
    readonly ConcurrentBag<string> faults = [];
    readonly List<Task> running = [];
    volatile Watch watch;
    volatile TaskCompletionSource mayGo = new(TaskCreationOptions.RunContinuationsAsynchronously);

    OrderWriters(StormMarket market, VariantId variant, Product first) => (this.market, this.variant, watch) = (market, variant, new Watch(first));

    public static OrderWriters Begin(StormMarket market, VariantId variant, IReadOnlyList<StormBuyer[]> groups, Product first)
    {
        var writers = new OrderWriters(market, variant, first);
        writers.GoOn();
        writers.running.AddRange(groups.Select(mine => Task.Run(() => writers.Write(mine))));
        return writers;
    }

    /// <summary>Nobody begins another order: starting a process needs the machine.</summary>
    public void Rest() => mayGo = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void GoOn() => mayGo.TrySetResult();

    /// <summary>Waits until so many more orders have been acknowledged.</summary>
    public async Task SomeAnswered(int count)
    {
        while (await answered.WaitAsync(TimeSpan.Zero))
        {
            // Those of before do not count.
        }

        for (var i = 0; i < count; i++)
        {
            (await answered.WaitAsync(Patience)).ShouldBeTrue($"no order went through: {string.Join("; ", faults.Take(3))}\n{watch.Product.Said}");
        }
    }

    /// <summary>Strikes while at least one order is being written, and sends everybody on.</summary>
    /// <param name="heal">What must be done before anybody can be served again.</param>
    /// <returns>How many orders the process had before it and did not answer with their number; those that found nobody to take them are none.</returns>
    public async Task<int> MoveTo(Product next, Func<Task> strike, Func<Task>? heal = null)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!open.Any(sending => Stopwatch.GetElapsedTime(sending.Value) >= UnderWay))
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        var (struck, sent) = (watch, open.Keys.ToDictionary(token => token, token => cutOff.GetValueOrDefault(token)));
        await strike();
        watch = new Watch(next);
        struck.Over.SetResult();
        await (heal?.Invoke() ?? Task.CompletedTask);
        await SomeAnswered(1);
        return sent.Count(before => cutOff.GetValueOrDefault(before.Key) > before.Value);
    }

    public async Task<Told> End()
    {
        await stop.CancelAsync();
        watch.Over.TrySetResult();
        GoOn();
        await Task.WhenAll(running).WaitAsync(Patience);
        return new Told(new Dictionary<string, string>(acknowledged), cutOff.Count, [.. faults], 0);
    }

    public void Dispose()
    {
        stop.Dispose();
        answered.Dispose();
    }

    async Task Write(StormBuyer[] mine)
    {
        for (var turn = 0; !stop.IsCancellationRequested; turn++)
        {
            await mayGo.Task;
            var buyer = mine[turn % mine.Length];
            var checkout = await Reach(async at =>
            {
                using var visitor = buyer.At(at);
                await StormBuyer.PutInCart(visitor, variant);
                return await visitor.Get("/checkout");
            });
            if (checkout?.Document.QuerySelector("#checkout input[name=Token]")?.GetAttribute("value") is { } token)
            {
                await Order(buyer, checkout, token);
            }
        }
    }

    async Task Order(StormBuyer buyer, Page checkout, string token)
    {
        var answer = await Reach(
            async at =>
            {
                using var visitor = buyer.At(at);
                open[token] = Stopwatch.GetTimestamp();
                return await visitor.Submit(checkout, "/checkout");
            },
            token);
        if (answer is { Status: 302 } && answer.Location.StartsWith("/bayar/", StringComparison.Ordinal))
        {
            acknowledged[token] = answer.Location["/bayar/".Length..];
            answered.Release();
        }
        else if (answer is not null)
        {
            faults.Add($"{answer.Status} {answer.Text[..Math.Min(200, answer.Text.Length)]}");
        }
    }

    /// <summary>Tries until somebody answers.</summary>
    /// <param name="token">Of the order that is being placed.</param>
    /// <returns>Null when the storm ended first.</returns>
    async Task<Page?> Reach(Func<Product, Task<Page>> ask, string? token = null)
    {
        while (!stop.IsCancellationRequested)
        {
            var asked = watch;
            try
            {
                var answer = await ask(asked.Product);
                if (answer.Status != 503)
                {
                    return answer;
                }

                NoteCutOff(token);
                await Task.Delay(Moment);
            }
            catch (HttpRequestException broken)
            {
                // Whose call was not even taken had nothing written.
                NoteCutOff(broken.HttpRequestError == HttpRequestError.ConnectionError ? null : token);
                await asked.Over.Task;
            }
            finally
            {
                open.TryRemove(token ?? "", out _);
            }
        }

        return null;
    }

    void NoteCutOff(string? token)
    {
        if (token is not null)
        {
            cutOff.AddOrUpdate(token, 1, (_, times) => times + 1);
        }
    }

    /// <summary>The time one process serves.</summary>
    sealed class Watch(Product product)
    {
        public Product Product => product;

        public TaskCompletionSource Over { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>What the buyers of a storm were told.</summary>
/// <param name="Acknowledged">Token of each order whose number was told, and the number.</param>
/// <param name="CutOff">Orders that were taken and got no answer, or were asked to come back; the same form was sent again.</param>
/// <param name="Hits">How many blows fell while an order was being written.</param>
sealed record Told(IReadOnlyDictionary<string, string> Acknowledged, int CutOff, IReadOnlyList<string> Faults, int Hits)
{
    /// <summary>Orders somebody was told of and that are not there, or are not as told.</summary>
    public async Task<IReadOnlyList<string>> Lost(StormMarket market)
    {
        var there = await market.App.Read(db => db.Purchases.ToDictionaryAsync(p => p.CheckoutToken, p => p.Number));
        return [.. Acknowledged.Where(a => !there.TryGetValue(a.Key, out var number) || (number != a.Value && a.Value != EarlyAnswer.Number)).Select(a => a.Value)];
    }

    public override string ToString() =>
        $"{Acknowledged.Count} orders acknowledged, {Hits} blows hit open orders, {CutOff} orders were cut off and sent again, {Faults.Count} faults";
}
