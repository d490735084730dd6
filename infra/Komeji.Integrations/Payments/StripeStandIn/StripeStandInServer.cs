using Komeji.Integrations.Payments.StandIns;
using Komeji.Integrations.Payments.Stripe;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Integrations.Payments.StripeStandIn;

/// <param name="Port">0 takes a free one.</param>
/// <param name="Hook">Where its notifications go; asked each time.</param>
/// <param name="File">Where it keeps what it knows; null: in memory only.</param>
public sealed record StripeStandInOptions(int Port, string SecretKey, IReadOnlyList<string> WebhookSecrets, Func<Uri> Hook, string? File = null);

/// <summary>Stands for Stripe: the interface we call, the hosted page, signed notifications.</summary>
public sealed class StripeStandInServer : StandInServer
{
    StripeStandInServer(WebApplication app, StandInBooks books, StripePost post, StandInFaults faults)
        : base(app) => (Books, Post, Faults) = (books, post, faults);

    public StandInBooks Books { get; }
    public StripePost Post { get; }
    public StandInFaults Faults { get; }

    /// <param name="toHook">Carries its notifications.</param>
    public static async Task<StripeStandInServer> Start(StripeStandInOptions options, HttpClient toHook, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        var post = new StripePost(options.WebhookSecrets, options.Hook, toHook, clock);
        var books = new StandInBooks(options.File, new StripeOptions(options.SecretKey, [], StripeOptions.RealApi).IsLive, clock, post);
        var faults = new StandInFaults();
        var api = new StandInApi(books, faults, options.SecretKey);

        var app = Build(options.Port);
        app.MapGet("/c/pay/{id}", (string id) => StandInPages.Show(books, id));
        app.MapPost("/c/pay/{id}/{act}", (HttpRequest request, string id, string act) => StandInPages.Act(books, request, id, act));
        app.Map("/v1/{**rest}", api.Serve);
        var server = new StripeStandInServer(app, books, post, faults);
        await server.Listen(cancellationToken);
        books.Address = server.Address.ToString().TrimEnd('/');
        return server;
    }

    internal override Task Beat(CancellationToken cancellationToken)
    {
        Books.CloseOverdue();
        return Post.DeliverDue(cancellationToken);
    }
}

public static class StripeStandInServices
{
    public static IServiceCollection AddStripeStandIn(this IServiceCollection services, Func<IServiceProvider, StripeStandInOptions> options) =>
        services.AddStandIn("Stripe", async (own, client, cancellationToken) =>
            await StripeStandInServer.Start(options(own), client, own.GetRequiredService<TimeProvider>(), cancellationToken));
}
