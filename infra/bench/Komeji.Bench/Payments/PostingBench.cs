using System.Diagnostics;
using Komeji.Application.Common;
using Komeji.Bench.Ordering;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Bench.Payments;

/// <summary>
/// Booking journals of three entries each as a command does, through the unit of work, eight at once, beside pgbench with the same
/// statements. The database checks each journal in both. Every run starts from the same database, copied.
/// </summary>
public sealed class PostingBench(int journals, int rounds)
{
    const int Writers = 8;

    public async Task Run(Report report)
    {
        var prepared = await TestDatabase.Create(Engine.Postgres);
        await using var owner = TestKomeji.On(prepared); // disposing removes it
        await owner.Read(db => db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE"));
        var recorded = await Record(prepared);
        await using var raw = await PgBench.Prepare(prepared, recorded);
        await Post(prepared); // unmeasured: the runtime has compiled what it will run
        List<Timed> ours = [], theirs = [];
        for (var round = 0; round < rounds; round++)
        {
            ours.Add(await Post(prepared));
            theirs.Add(await raw.Run(Writers));
        }

        var name = $"Booking journals of 3 entries, PostgreSQL, {Writers} writers";
        report.Add(new Figure(name, "journals/s", OrdersBench.Middle(ours, t => t.PerSecond), $"pgbench, the same {raw.Statements} statements", OrdersBench.Middle(theirs, t => t.PerSecond), 0.6));
        report.Note($"{name}: p99 {OrdersBench.Milliseconds(OrdersBench.Middle(ours, t => t.P99))}, beside it {OrdersBench.Milliseconds(OrdersBench.Middle(theirs, t => t.P99))}; {OrdersBench.Milliseconds(OrdersBench.Middle(ours, t => t.Busy))} of processor a journal in the product's process.");
    }

    async Task<IReadOnlyList<IReadOnlyList<Statement>>> Record(TestDatabase prepared)
    {
        await using var komeji = TestKomeji.On(await prepared.Copy());
        using var recording = new Recording();
        var transactions = new List<IReadOnlyList<Statement>>();
        for (var i = 0; i < journals; i++)
        {
            var number = i;
            transactions.Add(await recording.Of(() => Book(komeji, number)));
        }

        return transactions;
    }

    async Task<Timed> Post(TestDatabase prepared)
    {
        await using var komeji = TestKomeji.On(await prepared.Copy());
        var next = -1;
        var took = new double[journals];
        var (start, busy) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < journals; i = Interlocked.Increment(ref next))
            {
                var began = Stopwatch.GetTimestamp();
                await Book(komeji, i);
                took[i] = Stopwatch.GetElapsedTime(began).TotalSeconds;
            }
        })));
        return Timed.Of(journals, Stopwatch.GetElapsedTime(start).TotalSeconds, took) with { Busy = (Environment.CpuUsage.TotalTime - busy).TotalSeconds / journals };
    }

    /// <summary>A purchase of two orders was paid.</summary>
    static async Task Book(TestKomeji komeji, int number)
    {
        var now = komeji.Clock.GetUtcNow();
        await using var scope = komeji.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IKomejiDb>();
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().Run(
            () =>
            {
                db.Journals.Add(PostingRules.PurchasePaid(
                    "stripe", $"pi_{number}", PurchaseId.New(now), [(OrderId.New(now), new Rupiah(25_500 + number)), (OrderId.New(now), new Rupiah(18_500))], now, now));
                return Task.CompletedTask;
            },
            CancellationToken.None);
    }
}
