using System.Diagnostics;
using System.Globalization;
using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Application.Ordering;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Persistence;
using Komeji.Tests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Storms;

/// <summary>
/// A worker without the lease that keeps two apart, as when a lease is lost in the middle of a run: it finds what is due, waits
/// until the other has found the same, and acts.
/// </summary>
sealed class SweepProcess : IAsyncDisposable
{
    /// <summary>What was found due is done, without looking again whether it still is.</summary>
    public const string TrustsWhatItFound = "trusts-what-it-found";

    const string Database = "KOMEJI_STORM_DATABASE";
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    readonly Process process;

    SweepProcess(Process process) => this.process = process;

    /// <returns>When it has found what is due.</returns>
    public static async Task<(SweepProcess Worker, int Found)> Start(TestKomeji komeji, string job, params string[] guards)
    {
        var now = komeji.Clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Komeji.Tests.dll"), StormProgram.Sweep, job, now, .. guards])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment[Database] = komeji.ConnectionString;
        var worker = new SweepProcess(Process.Start(start)!);
        return (worker, await worker.Hear());
    }

    /// <returns>How many of the things found it did, or found done.</returns>
    public async Task<int> Act()
    {
        await process.StandardInput.WriteLineAsync();
        return await Hear();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>The other side: this is the process.</summary>
    public static async Task Run(string job, string at, string[] guards)
    {
        var connection = Environment.GetEnvironmentVariable(Database)!;
        var engine = PersistenceServices.IsPostgres(connection) ? Engine.Postgres : Engine.Sqlite;
        var komeji = TestKomeji.On(TestDatabase.At(engine, connection), services =>
        {
            if (guards.Contains(TrustsWhatItFound))
            {
                services.AddTransient<IRequestHandler<ExpirePurchase, Unit>, TrustsWhatItFoundHandler>();
            }
        });
        komeji.Clock.MoveTo(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture));
        var due = await FindDue(komeji, Schedule.Find(job)!.Sweep);
        await Console.Out.WriteLineAsync($"{due.Count}");
        await Console.In.ReadLineAsync();
        await Console.Out.WriteLineAsync($"{await Act(komeji, due)}");
    }

    static async Task<IReadOnlyList<IRequest>> FindDue(TestKomeji komeji, Type sweep)
    {
        await using var scope = komeji.Services.CreateAsyncScope();
        return await ((ISweep)ActivatorUtilities.CreateInstance(scope.ServiceProvider, sweep)).FindDue(10_000, CancellationToken.None);
    }

    static async Task<int> Act(TestKomeji komeji, IReadOnlyList<IRequest> due)
    {
        var done = 0;
        foreach (var request in due)
        {
            try
            {
                await komeji.Send(request);
                done++;
            }
            catch (Exception late) when (late is DbUpdateConcurrencyException or RuleBroken)
            {
                // The other was first: by what was read before, the version or a rule says so.
                done++;
            }
        }

        return done;
    }

    async Task<int> Hear()
    {
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        return int.Parse(line ?? throw new InvalidOperationException("The worker ended."), CultureInfo.InvariantCulture);
    }

    sealed class TrustsWhatItFoundHandler(IKomejiDb db) : IRequestHandler<ExpirePurchase, Unit>
    {
        public async Task<Unit> Handle(ExpirePurchase request, CancellationToken cancellationToken)
        {
            var lines = await db.Orders.Where(o => o.PurchaseId == request.PurchaseId).SelectMany(o => o.Lines).Select(l => new { l.VariantId, l.Quantity }).ToListAsync(cancellationToken);
            foreach (var line in lines)
            {
                await db.Variants.Where(v => v.Id == line.VariantId).ExecuteUpdateAsync(
                    set => set.SetProperty(v => v.Reserved, v => v.Reserved - line.Quantity).SetProperty(v => v.Stock, v => v.Stock + line.Quantity),
                    cancellationToken);
            }

            await db.Orders.Where(o => o.PurchaseId == request.PurchaseId).ExecuteUpdateAsync(set => set.SetProperty(o => o.State, OrderState.Expired), cancellationToken);
            await db.Payments.Where(p => p.PurchaseId == request.PurchaseId).ExecuteUpdateAsync(set => set.SetProperty(p => p.State, PaymentState.Expired), cancellationToken);
            return Unit.Value;
        }
    }
}
