using Komeji.Integrations.Payments.Sandbox;
using Komeji.Web.Areas.Hooks.Sandbox;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Komeji.Web.Setup;

/// <summary>The chosen payment provider. The sandbox's own pages exist only while it is the chosen one.</summary>
public static class PaymentSetup
{
    public static IServiceCollection AddKomejiPayments(this IServiceCollection services, KomejiSettings settings)
    {
        if (settings.Gateway == "Sandbox")
        {
            services.AddSandboxPayments(provider => new SandboxOptions(
                Path.Combine(settings.DataDirectory, "sandbox.db"),
                () => new Uri(AddressOf(provider, settings) + "/hook/sandbox")));
        }
        else
        {
            services.Configure<MvcOptions>(o => o.Conventions.Add(new WithoutSandboxPages()));
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
