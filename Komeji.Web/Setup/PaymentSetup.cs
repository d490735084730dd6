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

/// <summary>The payment providers: the chosen one, and others money came through. The sandbox's own pages exist only while it is the chosen one.</summary>
public static class PaymentSetup
{
    public static IServiceCollection AddKomejiPayments(this IServiceCollection services, KomejiSettings settings, IConfiguration configuration, IHostEnvironment environment)
    {
        // The chosen one first: new payments go there. Money that came through another goes back through that.
        var hasStripe = configuration["Payments:Stripe:SecretKey"] is { Length: > 0 };
        if (settings.Gateway == "Sandbox")
        {
            services.AddSingleton(new PaySite(null)).AddKomejiSandbox(settings);
            return hasStripe ? services.AddStripe(settings, StripeSettings.Read(configuration, environment)) : services;
        }

        services.Configure<MvcOptions>(o => o.Conventions.Add(new WithoutSandboxPages()));
        var stripe = StripeSettings.Read(configuration, environment);
        services.AddSingleton(new PaySite(stripe.PayOrigin)).AddStripe(settings, stripe);
        return !environment.IsProduction() && File.Exists(SandboxFile(settings)) ? services.AddKomejiSandbox(settings) : services;
    }

    static string SandboxFile(KomejiSettings settings) => Path.Combine(settings.DataDirectory, "sandbox.db");

    public static IServiceCollection AddKomejiSandbox(this IServiceCollection services, KomejiSettings settings) =>
        services.AddSandboxPayments(provider => new SandboxOptions(
            SandboxFile(settings),
            () => new Uri(AddressOf(provider, settings) + "/hook/sandbox")));

    static IServiceCollection AddStripe(this IServiceCollection services, KomejiSettings settings, StripeSettings stripe)
    {
        services.AddStripePayments(_ => stripe.Options);
        if (stripe.StandInPort is { } port && settings.ServesPages)
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
