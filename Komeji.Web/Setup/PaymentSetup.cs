using Komeji.Integrations.Payments.Sandbox;
using Komeji.Integrations.Payments.Stripe;
using Komeji.Integrations.Payments.StripeStandIn;
using Komeji.Web.Areas.Hooks.Sandbox;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Komeji.Web.Setup;

/// <summary>Another company's site that our pages lead to: where one pays.</summary>
public sealed record PaySite(string? Origin);

/// <summary>The chosen payment provider. The sandbox's own pages exist only while it is the chosen one.</summary>
public static class PaymentSetup
{
    public static IServiceCollection AddKomejiPayments(this IServiceCollection services, KomejiSettings settings, IConfiguration configuration, IHostEnvironment environment)
    {
        if (settings.Gateway == "Sandbox")
        {
            services.AddSingleton(new PaySite(null));
            return services.AddKomejiSandbox(settings);
        }

        services.Configure<MvcOptions>(o => o.Conventions.Add(new WithoutSandboxPages()));
        return services.AddStripe(settings, StripeSettings.Read(configuration, environment));
    }

    public static IServiceCollection AddKomejiSandbox(this IServiceCollection services, KomejiSettings settings) =>
        services.AddSandboxPayments(provider => new SandboxOptions(
            Path.Combine(settings.DataDirectory, "sandbox.db"),
            () => new Uri(AddressOf(provider, settings) + "/hook/sandbox")));

    static IServiceCollection AddStripe(this IServiceCollection services, KomejiSettings settings, StripeSettings stripe)
    {
        services.AddStripePayments(_ => stripe.Options);
        services.AddSingleton(new PaySite(stripe.PayOrigin));
        if (stripe.StandInPort is { } port)
        {
            services.AddStripeStandIn(provider => new StripeStandInOptions(
                port, stripe.Options.SecretKey, stripe.Options.WebhookSecrets,
                () => new Uri(AddressOf(provider, settings) + "/hook/stripe"),
                Path.Combine(settings.DataDirectory, "stripe-tiruan.json")));
        }

        return services;
    }

    /// <summary>On one's own machine the sandbox speaks to whatever port the server listens at; a worker serves no hook.</summary>
    static string AddressOf(IServiceProvider provider, KomejiSettings settings)
    {
        var own = provider.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        return settings.ServesPages && new Uri(settings.BaseUrl).IsLoopback && own is not null
            ? own.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
                .Replace("//+", "//localhost", StringComparison.Ordinal).Replace("//*", "//localhost", StringComparison.Ordinal).TrimEnd('/')
            : settings.BaseUrl;
    }

    sealed class WithoutSandboxPages : IApplicationModelConvention
    {
        public void Apply(ApplicationModel application)
        {
            foreach (var page in application.Controllers.Where(c => c.ControllerType == typeof(SandboxController)).ToList())
            {
                application.Controllers.Remove(page);
            }
        }
    }
}
