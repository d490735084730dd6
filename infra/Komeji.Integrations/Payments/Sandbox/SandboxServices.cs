using Komeji.Application.Payments;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Integrations.Payments.Sandbox;

/// <param name="File">The provider's own books.</param>
/// <param name="HookAddress">Where its notices go; asked each time, since a server learns its own address late.</param>
public sealed record SandboxOptions(string File, Func<Uri> HookAddress);

public static class SandboxServices
{
    /// <summary>Tests redirect the notices by configuring the HTTP client named <see cref="SandboxNotices.ClientName"/>.</summary>
    public static IServiceCollection AddSandboxPayments(this IServiceCollection services, Func<IServiceProvider, SandboxOptions> options)
    {
        services.AddSingleton(options);
        services.AddSingleton(provider => new SandboxStore(provider.GetRequiredService<SandboxOptions>().File));
        services.AddSingleton<SandboxSignature>();
        services.AddSingleton<SandboxBooks>();
        services.AddSingleton<SandboxNotices>();
        services.AddSingleton<SandboxFaults>();
        services.AddSingleton<SandboxClockwork>();
        services.AddHostedService(provider => provider.GetRequiredService<SandboxClockwork>());
        services.AddSingleton<IPaymentGateway, SandboxPaymentGateway>();
        services.AddHttpClient(SandboxNotices.ClientName, client => client.Timeout = TimeSpan.FromSeconds(10));
        return services;
    }
}
