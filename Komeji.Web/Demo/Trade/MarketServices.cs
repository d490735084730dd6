using System.Net;
using Komeji.Application;
using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Application.Payments;
using Komeji.Integrations.Payments.Sandbox;
using Komeji.Persistence;
using Komeji.Web.Setup;
using MediatR;

namespace Komeji.Web.Demo.Trade;

/// <summary>
/// The product once more, on the same database and the same sandbox provider, with a clock that runs through the past and a
/// person who is whoever acts. What is done with it is done by the product's own rules.
/// </summary>
static class MarketServices
{
    public static ServiceProvider Build(KomejiSettings settings, IFiles files, IPrivateFiles proofs, ILoggerFactory logs, MarketClock clock, int seed)
    {
        var services = new ServiceCollection();
        services.AddSingleton(logs);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddKomejiApplication();
        services.AddKomejiPersistence(settings.Database);
        services.AddKomejiSandbox(settings);
        services.AddHttpClient(SandboxNotices.ClientName).RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(provider => new OwnHook(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddSingleton(settings);
        services.AddSingleton(files);
        services.AddSingleton(proofs);
        services.AddSingleton(clock);
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<IDatabaseClock, OwnClock>();
        services.AddSingleton<MarketPerson>();
        services.AddSingleton<ICurrentUser>(provider => provider.GetRequiredService<MarketPerson>());
        services.AddSingleton<ICodes>(new MarketCodes(seed));
        services.AddSingleton<IJobNudge, MarketNudge>();
        services.AddSingleton<IPictures, NoUploads>();
        services.AddSingleton(new SiteAddress(settings.BaseUrl));
        return services.BuildServiceProvider();
    }

    /// <summary>Stands where the network is: the provider's notice goes to the same request our hook sends.</summary>
    sealed class OwnHook(IServiceScopeFactory scopes) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await using var scope = scopes.CreateAsyncScope();
            var body = await request.Content!.ReadAsStringAsync(cancellationToken);
            var receipt = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(
                new RecordPaymentEvent(SandboxPaymentGateway.GatewayName, body, request.Headers.GetValues(SandboxSignature.Header).Single()), cancellationToken);
            return new HttpResponseMessage(receipt == PaymentEventReceipt.NotBelieved ? HttpStatusCode.BadRequest : HttpStatusCode.OK);
        }
    }
}
