using Komeji.Integrations.Payments.StandIns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Integrations.Payments.MidtransStandIn;

/// <param name="Port">0 takes a free one.</param>
/// <param name="Hook">Where its notifications go; asked each time.</param>
/// <param name="File">Where it keeps what it knows; null: in memory only.</param>
public sealed record MidtransStandInOptions(int Port, string ServerKey, Func<Uri> Hook, string? File = null);

/// <summary>Stands for Midtrans: both interfaces we call, a page to pay codes and numbers on, its own page, signed notifications, its settlement report.</summary>
public sealed class MidtransStandInServer : StandInServer
{
    MidtransStandInServer(WebApplication app, MidtransBooks books, StandInPost post, StandInFaults faults)
        : base(app) => (Books, Post, Faults) = (books, post, faults);

    public MidtransBooks Books { get; }
    public StandInPost Post { get; }
    public StandInFaults Faults { get; }

    /// <param name="toHook">Carries its notifications.</param>
    public static async Task<MidtransStandInServer> Start(MidtransStandInOptions options, HttpClient toHook, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        var post = new StandInPost(options.Hook, toHook, clock);
        var books = new MidtransBooks(options.File, options.ServerKey, clock, post);
        var faults = new StandInFaults();
        var api = new MidtransApi(books, faults, options.ServerKey);

        var app = Build(options.Port);
        app.MapGet("/", () => MidtransPages.List(books));
        app.MapGet("/laporan.csv", () => Results.Text(books.Report(), "text/csv"));
        app.MapPost("/bayar/{id}/{act}", (HttpRequest request, string id, string act) => MidtransPages.Act(books, request, id, act));
        app.MapGet("/snap/v4/redirection/{token}", (string token) => MidtransPages.Show(books, token));
        app.MapPost("/snap/v4/redirection/{token}/{type}", (HttpRequest request, string token, string type) => MidtransPages.Choose(books, request, token, type));
        app.Map("/v2/{**rest}", api.Serve);
        app.Map("/snap/v1/{**rest}", api.Serve);
        var server = new MidtransStandInServer(app, books, post, faults);
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

public static class MidtransStandInServices
{
    public static IServiceCollection AddMidtransStandIn(this IServiceCollection services, Func<IServiceProvider, MidtransStandInOptions> options) =>
        services.AddStandIn("Midtrans", async (own, client, cancellationToken) =>
            await MidtransStandInServer.Start(options(own), client, own.GetRequiredService<TimeProvider>(), cancellationToken));
}
