using Komeji.Application.Catalog;
using Komeji.Application.Jobs;
using Komeji.Application.Ordering.Checkouts;
using Komeji.Application.Payments;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Storms;

/// <summary>
/// The product with a guard taken out, in a process of its own: what a storm must catch. A storm that lets it pass proves
/// nothing about the product.
/// </summary>
sealed class KnownBadProduct : WebApplicationFactory<Program>
{
    /// <summary>Pieces are taken without asking whether there are any.</summary>
    public const string UncheckedStock = "unchecked-stock";

    /// <summary>Each press counts, not each page: the token is made when the order is.</summary>
    public const string TokenPerPress = "token-per-press";

    /// <summary>An order is acknowledged and then written.</summary>
    public const string EarlyAnswer = "early-answer";

    /// <summary>Which notices have come is remembered in the process.</summary>
    public const string DedupeInMemory = "dedupe-in-memory";

    /// <summary>Whoever runs a job is not heard of meanwhile.</summary>
    public const string NoHeartbeat = "no-heartbeat";

    /// <summary>A notice of a dispute counts as done once it was read.</summary>
    public const string ForgetsDisputes = "forgets-disputes";

    readonly string[] guards;

    KnownBadProduct(string[] guards)
    {
        this.guards = guards;
        UseKestrel(0);
    }

    /// <summary>Until it is killed, or whoever started it is gone.</summary>
    /// <param name="guards">Which are taken out, with commas between.</param>
    public static async Task Run(string guards)
    {
        await using var product = new KnownBadProduct(guards.Split(','));
        product.StartServer();
        await Console.Out.WriteLineAsync($"Now listening on: {product.ClientOptions.BaseAddress.ToString().TrimEnd('/')}");
        var hung = product.guards.Contains(NoHeartbeat)
            ? product.Services.GetRequiredService<JobRunner>().Run(Schedule.Find("kirim-pesan")!, JobCause.CommandLine, CancellationToken.None)
            : Task.CompletedTask;
        await Task.WhenAll(hung, Console.In.ReadToEndAsync());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.ConfigureTestServices(services =>
        {
            foreach (var guard in guards)
            {
                TakeOut(services, guard);
            }
        });
    }

    static void TakeOut(IServiceCollection services, string guard)
    {
        switch (guard)
        {
            case UncheckedStock:
                services.AddScoped<Stock, UncheckedStock>();
                break;
            case TokenPerPress:
                services.AddTransient<IRequestHandler<PlaceOrders, PlacedPurchase>, TokenPerPress>();
                break;
            case EarlyAnswer:
                services.AddSingleton<IStartupFilter, EarlyAnswer>();
                break;
            case DedupeInMemory:
                services.AddTransient<IRequestHandler<RecordPaymentEvent, PaymentEventReceipt>, DedupeInMemory>();
                break;
            case ForgetsDisputes:
                services.AddTransient<IPipelineBehavior<HandlePaymentEvent, Unit>, ForgetsDisputes>();
                break;
            case NoHeartbeat:
                services.AddSingleton<TimeProvider, DeafClock>();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(guard), guard, "No such guard.");
        }
    }
}
