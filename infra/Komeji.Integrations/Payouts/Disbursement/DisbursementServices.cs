using Komeji.Application.Payouts.Providers;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Integrations.Payouts.Disbursement;

public static class DisbursementServices
{
    const string ClientName = "disbursement";

    /// <summary>Jobs alone speak to it.</summary>
    const int MostLines = 16;

    public static IServiceCollection AddDisbursementPayouts(this IServiceCollection services, Func<IServiceProvider, DisbursementOptions> options)
    {
        services.AddSingleton(options);
        services.AddSingleton<DisbursementSignature>();

        // No loggers of the framework: nothing of a payout belongs into a log.
        services.AddHttpClient(ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = MostLines, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            .RemoveAllLoggers();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<DisbursementClient>(provider, provider.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName)));
        services.AddSingleton<IPayoutGateway, DisbursementPayoutGateway>();
        return services;
    }
}
