using Komeji.Domain.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Komeji.Integrations.Payments.Sandbox;

/// <summary>The provider's own machinery: delivers its notices, takes late payments, and settles each night what came in before that day.</summary>
public sealed class SandboxClockwork(SandboxBooks books, SandboxNotices notices, TimeProvider clock, ILogger<SandboxClockwork> log) : BackgroundService
{
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    readonly SemaphoreSlim wake = new(0);
    DateOnly settled;

    /// <summary>Something was just paid: do not wait for the next beat.</summary>
    public void Wake() => wake.Release();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await wake.WaitAsync(Beat, stoppingToken);
                await Turn(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever goes wrong in one turn, the next one tries again.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                log.LogError(fault, "The sandbox provider stumbled");
            }
        }
    }

    /// <summary>One turn of the machinery.</summary>
    public async Task Turn(CancellationToken cancellationToken)
    {
        books.TakeLatePayments();
        var today = Wib.DayOf(clock.GetUtcNow());
        if (settled < today)
        {
            books.Settle(Wib.StartOf(today));
            settled = today;
        }

        await notices.DeliverDue(cancellationToken);
    }

    public override void Dispose()
    {
        wake.Dispose();
        base.Dispose();
    }
}
