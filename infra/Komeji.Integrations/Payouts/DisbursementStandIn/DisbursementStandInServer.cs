using Komeji.Integrations.Payments.StandIns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Integrations.Payouts.DisbursementStandIn;

/// <param name="Port">0 takes a free one.</param>
/// <param name="Hook">Where its notifications go; asked each time.</param>
/// <param name="File">Where it keeps what it knows; null: in memory only.</param>
public sealed record DisbursementStandInOptions(int Port, string ApiKey, string CallbackSecret, Func<Uri> Hook, string? File = null);

/// <summary>Stands for a payout provider: the interface we call, signed notifications, and a page where the bank is played by hand.</summary>
public sealed class DisbursementStandInServer : StandInServer
{
    DisbursementStandInServer(WebApplication app, DisbursementBooks books, DisbursementPost post, StandInFaults faults)
        : base(app) => (Books, Post, Faults) = (books, post, faults);

    public DisbursementBooks Books { get; }
    public DisbursementPost Post { get; }
    public StandInFaults Faults { get; }

    /// <param name="toHook">Carries its notifications.</param>
    public static async Task<DisbursementStandInServer> Start(DisbursementStandInOptions options, HttpClient toHook, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        var post = new DisbursementPost(options.CallbackSecret, options.Hook, toHook, clock);
        var books = new DisbursementBooks(options.File, clock, post);
        var faults = new StandInFaults();
        var api = new DisbursementApi(books, faults, options.ApiKey);

        var app = Build(options.Port);
        app.MapGet("/", () => DisbursementPages.List(books));
        app.MapPost("/transfer/{reference}/{act}", (HttpRequest request, string reference, string act) => DisbursementPages.Act(books, request, reference, act));
        app.Map("/v1/{**rest}", api.Serve);
        var server = new DisbursementStandInServer(app, books, post, faults);
        await server.Listen(cancellationToken);
        return server;
    }

    internal override Task Beat(CancellationToken cancellationToken) => Post.DeliverDue(cancellationToken);
}

public static class DisbursementStandInServices
{
    public static IServiceCollection AddDisbursementStandIn(this IServiceCollection services, Func<IServiceProvider, DisbursementStandInOptions> options) =>
        services.AddStandIn("the payout provider", async (own, client, cancellationToken) =>
            await DisbursementStandInServer.Start(options(own), client, own.GetRequiredService<TimeProvider>(), cancellationToken));
}
