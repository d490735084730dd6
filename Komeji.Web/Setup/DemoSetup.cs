using System.Diagnostics;
using Komeji.Persistence;
using Komeji.Web.Demo;

namespace Komeji.Web.Setup;

/// <summary>The market to try the product on.</summary>
public static class DemoSetup
{
    public static IServiceCollection AddKomejiDemo(this IServiceCollection services) => services.AddScoped<IDemoMarket, DemoMarket>();

    /// <summary>Fills an empty database once, where the settings ask for it; a market that was cut off is made anew.</summary>
    public static async Task OpenDemoMarket(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<KomejiSettings>().Demo)
        {
            return;
        }

        await StartOverWhereCutOff(app);
        await using var scope = app.Services.CreateAsyncScope();
        var market = scope.ServiceProvider.GetRequiredService<IDemoMarket>();
        if (await market.IsThere(CancellationToken.None))
        {
            return;
        }

        var started = Stopwatch.GetTimestamp();
        var counts = await market.Grow(DemoSize.Demo, null, CancellationToken.None);
        app.Logger.LogInformation(
            "The demo market is open after {Seconds:0.0} s: {Stores} shops, {Products} products, {Buyers} buyers, {Orders} orders",
            Stopwatch.GetElapsedTime(started).TotalSeconds, counts.Stores, counts.Products, counts.Buyers, counts.Orders);
    }

    static async Task StartOverWhereCutOff(WebApplication app)
    {
        await using (var scope = app.Services.CreateAsyncScope())
        {
            if (!await scope.ServiceProvider.GetRequiredService<IDemoMarket>().IsUnfinished(CancellationToken.None))
            {
                return;
            }

            var settings = app.Services.GetRequiredService<KomejiSettings>();
            using var turn = UnfinishedMarket.TakeTurn(settings);
            app.Logger.LogWarning("The demo market was cut off while it was made; it is removed and made anew");
            await UnfinishedMarket.Remove(scope.ServiceProvider.GetRequiredService<KomejiDb>(), settings, CancellationToken.None);
        }

        await app.BringDatabaseUpToDate();
    }
}
