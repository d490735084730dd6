using Komeji.Integrations.Payments.Midtrans;
using Komeji.Integrations.Payments.MidtransStandIn;
using Komeji.Integrations.Payments.Sandbox;
using Komeji.Integrations.Payments.Stripe;
using Komeji.Integrations.Payments.StripeStandIn;
using Komeji.Integrations.Payouts.Disbursement;
using Komeji.Integrations.Payouts.DisbursementStandIn;
using Komeji.Web.Areas.Hooks.Sandbox;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Komeji.Web.Setup;

/// <summary>Another company's site that our pages lead to: where one pays.</summary>
public sealed record PaySite(string? Origin);

/// <summary>The payment providers: the chosen one, and others money came through; and the payout provider, where there is one. The sandbox's own pages exist only while it is the chosen one.</summary>
public static class PaymentSetup
{
    public static IServiceCollection AddKomejiPayments(this IServiceCollection services, KomejiSettings settings, IConfiguration configuration, IHostEnvironment environment)
    {
        // The chosen one first: new payments go there. Money that came through another goes back through that.
        var hasStripe = settings.Gateway == "Stripe" || configuration["Payments:Stripe:SecretKey"] is { Length: > 0 };
        var hasMidtrans = settings.Gateway == "Midtrans" || configuration["Payments:Midtrans:ServerKey"] is { Length: > 0 };
        var stripe = hasStripe ? StripeSettings.Read(configuration, environment) : null;
        var midtrans = hasMidtrans ? MidtransSettings.Read(configuration, environment) : null;
        var hasSandbox = settings.Gateway == "Sandbox" || (!environment.IsProduction() && File.Exists(SandboxFile(settings)));
        if (settings.Gateway != "Sandbox")
        {
            services.Configure<MvcOptions>(o => o.Conventions.Add(new WithoutSandboxPages()));
        }

        services.AddSingleton(new PaySite(settings.Gateway switch { "Stripe" => stripe?.PayOrigin, "Midtrans" => midtrans?.PayOrigin, _ => null }));
        foreach (var name in new[] { "Sandbox", "Stripe", "Midtrans" }.OrderByDescending(known => known == settings.Gateway))
        {
            _ = name switch
            {
                "Sandbox" when hasSandbox => services.AddKomejiSandbox(settings),
                "Stripe" when stripe is not null => services.AddStripe(settings, stripe),
                "Midtrans" when midtrans is not null => services.AddMidtrans(settings, midtrans),
                _ => services,
            };
        }

        return PayoutSettings.Read(configuration, environment) is { } payouts ? services.AddPayoutProvider(settings, payouts) : services;
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

    static IServiceCollection AddMidtrans(this IServiceCollection services, KomejiSettings settings, MidtransSettings midtrans)
    {
        services.AddMidtransPayments(_ => midtrans.Options);
        if (midtrans.StandInPort is { } port && settings.ServesPages)
        {
            services.AddMidtransStandIn(provider => new MidtransStandInOptions(
                port, midtrans.Options.ServerKey,
                () => new Uri(AddressOf(provider, settings) + "/hook/midtrans"),
                Path.Combine(settings.DataDirectory, "midtrans-tiruan.json")));
        }

        return services;
    }

    static IServiceCollection AddPayoutProvider(this IServiceCollection services, KomejiSettings settings, PayoutSettings payouts)
    {
        services.AddDisbursementPayouts(_ => payouts.Options);
        if (payouts.StandInPort is { } port && settings.ServesPages)
        {
            services.AddDisbursementStandIn(provider => new DisbursementStandInOptions(
                port, payouts.Options.ApiKey, payouts.Options.CallbackSecrets[0],
                () => new Uri(AddressOf(provider, settings) + "/hook/pencairan"),
                Path.Combine(settings.DataDirectory, "pencairan-tiruan.json")));
        }

        return services;
    }

    /// <summary>On one's own machine the sandbox speaks to whatever port the server listens at; a worker serves no hook.</summary>
    static string AddressOf(IServiceProvider provider, KomejiSettings settings)
    {
        var own = provider.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        return settings.ServesPages && new Uri(settings.BaseUrl).IsLoopback && own is not null
            ? KomejiSettings.OnThisMachine(own)
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
