using System.Net;
using Komeji.Integrations.Payments.Stripe;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Komeji.Integrations.Payments.StripeStandIn;

/// <param name="Port">0 takes a free one.</param>
/// <param name="Hook">Where its notifications go; asked each time.</param>
/// <param name="File">Where it keeps what it knows; null: in memory only.</param>
public sealed record StripeStandInOptions(int Port, string SecretKey, IReadOnlyList<string> WebhookSecrets, Func<Uri> Hook, string? File = null);

/// <summary>
/// Stands for Stripe on a port of its own on this machine: the interface we call, the hosted page, signed notifications. For
/// tests and for trying out by hand; never in Production.
/// </summary>
public sealed class StripeStandInServer : IAsyncDisposable
{
    readonly WebApplication app;

    StripeStandInServer(WebApplication app, StandInBooks books, StandInPost post, StandInFaults faults) =>
        (this.app, Books, Post, Faults) = (app, books, post, faults);

    public StandInBooks Books { get; }
    public StandInPost Post { get; }
    public StandInFaults Faults { get; }
    public Uri Address { get; private set; } = null!;

    /// <param name="toHook">Carries its notifications.</param>
    public static async Task<StripeStandInServer> Start(StripeStandInOptions options, HttpClient toHook, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        var post = new StandInPost(options.WebhookSecrets, options.Hook, toHook, clock);
        var books = new StandInBooks(options.File, new StripeOptions(options.SecretKey, [], StripeOptions.RealApi).IsLive, clock, post);
        var faults = new StandInFaults();
        var api = new StandInApi(books, faults, options.SecretKey);

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production, Args = [] });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, options.Port));
        var app = builder.Build();
        app.MapGet("/c/pay/{id}", (string id) => StandInPages.Show(books, id));
        app.MapPost("/c/pay/{id}/{act}", (HttpRequest request, string id, string act) => StandInPages.Act(books, request, id, act));
        app.Map("/v1/{**rest}", api.Serve);
        var server = new StripeStandInServer(app, books, post, faults);
        await app.StartAsync(cancellationToken);
        server.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        books.Address = server.Address.ToString().TrimEnd('/');
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await app.StopAsync(soon.Token);
        await app.DisposeAsync();
    }
}
