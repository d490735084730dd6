using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Komeji.Integrations.Payments.StandIns;

/// <summary>Runs a stand-in beside the product.</summary>
/// <param name="provider">Whom it stands for.</param>
sealed class StandInHost(string provider, Func<HttpClient, CancellationToken, Task<StandInServer>> start, ILogger<StandInHost> log) : BackgroundService
{
    static readonly TimeSpan Pulse = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        await using var server = await start(client, stoppingToken);
        log.LogInformation("A stand-in for {Provider} listens at {Address}", provider, server.Address);
        using var beat = new PeriodicTimer(Pulse);
        try
        {
            while (await beat.WaitForNextTickAsync(stoppingToken))
            {
                await server.Beat(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The product ends, and the stand-in with it.
        }
    }
}

static class StandInServices
{
    /// <summary>One for each provider; registered as the interface, since a second host of the same type would be passed over.</summary>
    public static IServiceCollection AddStandIn(this IServiceCollection services, string provider, Func<IServiceProvider, HttpClient, CancellationToken, Task<StandInServer>> start) =>
        services.AddSingleton<IHostedService>(own => new StandInHost(provider, (client, cancellationToken) => start(own, client, cancellationToken), own.GetRequiredService<ILogger<StandInHost>>()));
}
