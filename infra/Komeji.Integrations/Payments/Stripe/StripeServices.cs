using Komeji.Application.Payments;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Integrations.Payments.Stripe;

public static class StripeServices
{
    const string ClientName = "stripe";

    /// <summary>Many buyers may wait for a silent provider at once; more than this many wait for a line first.</summary>
    const int MostLines = 256;

    public static IServiceCollection AddStripePayments(this IServiceCollection services, Func<IServiceProvider, StripeOptions> options)
    {
        services.AddSingleton(options);
        services.AddSingleton<StripeSignature>();

        // No loggers of the framework: an address alone is not much, but nothing of a payment belongs into a log.
        services.AddHttpClient(ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = MostLines, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            .RemoveAllLoggers();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<StripeClient>(provider, provider.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName)));
        services.AddSingleton<IPaymentGateway, StripePaymentGateway>();
        return services;
    }
}
