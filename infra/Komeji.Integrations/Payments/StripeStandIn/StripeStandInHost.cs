using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Komeji.Integrations.Payments.StripeStandIn;

/// <summary>Runs the stand-in beside the product: it posts its notifications and closes its pages by the clock.</summary>
sealed class StripeStandInHost(Func<IServiceProvider, StripeStandInOptions> options, IServiceProvider services, TimeProvider clock, ILogger<StripeStandInHost> log) : BackgroundService
{
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        await using var server = await StripeStandInServer.Start(options(services), client, clock, stoppingToken);
        log.LogInformation("A stand-in for Stripe listens at {Address}", server.Address);
        using var beat = new PeriodicTimer(Beat);
        try
        {
            while (await beat.WaitForNextTickAsync(stoppingToken))
            {
                server.Books.CloseOverdue();
                await server.Post.DeliverDue(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The product ends, and the stand-in with it.
        }
    }
}

public static class StripeStandInServices
{
    public static IServiceCollection AddStripeStandIn(this IServiceCollection services, Func<IServiceProvider, StripeStandInOptions> options) =>
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<StripeStandInHost>(provider, options));
}
