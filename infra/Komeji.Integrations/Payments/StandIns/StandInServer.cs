using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Komeji.Integrations.Payments.StandIns;

/// <summary>Stands for a provider on a port of its own on this machine. For tests and for trying out by hand; never in Production.</summary>
public abstract class StandInServer(WebApplication app) : IAsyncDisposable
{
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await app.StopAsync(soon.Token);
        await app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>What happens by the clock: what is overdue ends, what is to be told is told.</summary>
    internal abstract Task Beat(CancellationToken cancellationToken);

    /// <param name="port">0 takes a free one.</param>
    protected static WebApplication Build(int port)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production, Args = [] });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, port));
        return builder.Build();
    }

    protected async Task Listen(CancellationToken cancellationToken)
    {
        await app.StartAsync(cancellationToken);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }
}
