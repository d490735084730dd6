using Komeji.Application.Payments;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Integrations.Payments.Midtrans;

public static class MidtransServices
{
    const string ClientName = "midtrans";

    /// <summary>Many buyers may wait for a silent provider at once; more than this many wait for a line first.</summary>
    const int MostLines = 256;

    public static IServiceCollection AddMidtransPayments(this IServiceCollection services, Func<IServiceProvider, MidtransOptions> options)
    {
        services.AddSingleton(options);
        services.AddSingleton<MidtransSignature>();

        // No loggers of the framework: an address alone is not much, but nothing of a payment belongs into a log.
        services.AddHttpClient(ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = MostLines, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            .RemoveAllLoggers();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<MidtransClient>(provider, provider.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName)));
        services.AddSingleton<IPaymentGateway, MidtransPaymentGateway>();
        return services;
    }
}
