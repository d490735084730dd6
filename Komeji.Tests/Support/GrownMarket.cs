using Komeji.Application.Files;
using Komeji.Integrations.Files;
using Komeji.Integrations.Payments.Sandbox;
using Komeji.Web.Demo;
using Komeji.Web.Setup;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Support;

/// <summary>A database with a demo market, the sandbox provider's books and the pictures beside it.</summary>
public sealed class GrownMarket : IAsyncDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("komeji-demo-").FullName;

    public TestKomeji Komeji { get; private set; } = null!;
    public DemoCounts Counts { get; private set; } = null!;

    public static async Task<GrownMarket> Of(Engine engine, DemoSize size, string? cutOffAt = null)
    {
        var grown = new GrownMarket();
        grown.Komeji = await TestKomeji.Create(engine, services =>
        {
            services.AddSandboxPayments(_ => new SandboxOptions(Path.Combine(grown.folder, "sandbox.db"), () => new Uri("http://komeji.test/hook/sandbox")));
            services.AddSingleton<IFiles>(new DiskFiles(Path.Combine(grown.folder, "gambar")));
            services.AddSingleton<IPrivateFiles>(new DiskFiles(Path.Combine(grown.folder, "bukti")));
            services.AddSingleton(_ => new KomejiSettings(grown.Komeji.ConnectionString, grown.folder, "http://komeji.test", "all", true, "Sandbox", false));
            services.AddKomejiDemo();
        });
        if (cutOffAt is not null)
        {
            await Should.ThrowAsync<EndOfProcess>(() => grown.Grow(size, new Cut(cutOffAt)));
        }
        else
        {
            grown.Counts = await grown.Grow(size);
        }

        return grown;
    }

    public async Task<T> Ask<T>(Func<IDemoMarket, Task<T>> question)
    {
        await using var scope = Komeji.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<IDemoMarket>());
    }

    public Task<DemoCounts> Grow(DemoSize size, IProgress<DemoProgress>? progress = null) => Ask(m => m.Grow(size, progress, CancellationToken.None));

    /// <summary>What a visitor sees of it, in words.</summary>
    public Task<string> Look() => Komeji.Read(async db => string.Join('\n',
    [
        .. await db.Users.OrderBy(u => u.UserName).Select(u => u.UserName + " " + u.FullName).ToListAsync(),
        .. await db.Stores.OrderBy(s => s.Slug).Select(s => s.Slug + " " + s.VillageCode).ToListAsync(),
        .. (await db.Products.Include(p => p.Pictures).OrderBy(p => p.Slug).ToListAsync()).Select(p => $"{p.Name} {p.LowestPrice} {p.Pictures.MinBy(x => x.Position)!.FileKey}"),
        .. (await db.Orders.OrderBy(o => o.Number).ToListAsync()).Select(o => $"{o.Number} {o.State} {o.Total}"),
    ]));

    /// <summary>What was sold and what is left, without what chance or the clock names.</summary>
    public Task<string> Sold() => Komeji.Read(async db => string.Join('\n',
    [
        .. (await db.Products.Include(p => p.Variants).OrderBy(p => p.Slug).ToListAsync()).SelectMany(p => p.Variants.OrderBy(v => v.Position).Select(v => $"{p.Slug} {v.Name} {v.Price} {v.Stock} {v.Sold}")),
        .. (await db.Orders.ToListAsync()).Select(o => $"{o.Number[^6..]} {o.Total} {o.Fee} {o.ProviderCost} {o.State}").Order(StringComparer.Ordinal),
        .. (await db.Entries.GroupBy(e => e.Account).Select(g => new { g.Key, Lines = g.Count(), Sum = g.Sum(e => (long)e.Amount) }).OrderBy(g => g.Key).ToListAsync()).Select(g => g.ToString()),
    ]));

    public async ValueTask DisposeAsync()
    {
        await Komeji.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Ends the process while something is made.</summary>
    sealed class Cut(string at) : IProgress<DemoProgress>
    {
        public void Report(DemoProgress value)
        {
            if (value.What == at && value.Done >= Math.Min(3, value.Total))
            {
                throw new EndOfProcess();
            }
        }
    }

    sealed class EndOfProcess : Exception;
}
