using Komeji.Application.Files;
using Komeji.Application.Ledger;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Settings;
using Komeji.Persistence;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Komeji.Tests.Storms;

/// <summary>There is no room left: whoever sends something is told so, nothing half is kept, and with room it goes on.</summary>
public sealed class DiskStorm(ITestOutputHelper output)
{
    const int MostOrders = 80;
    static readonly byte[] Photo = [.. Enumerable.Range(0, 5_000).Select(i => (byte)i)];

    [Theory, OnSqlite, OnPostgres]
    public async Task A_picture_that_does_not_fit_leaves_nothing_behind(Engine engine)
    {
        using var folder = new Folder();
        var disk = new FullDisk(folder.Path);
        await using var app = await KomejiApp.Start(engine, services => services.AddSingleton<IPictures, KeptFiles>().AddSingleton<IFiles>(disk));
        var upload = await Upload.Prepare(app);
        foreach (var room in new[] { 0, 1, 2_000, Photo.Length })
        {
            disk.Room = room;
            (await upload.Try(folder)).ShouldBe((507, 0, 1), $"room for {room} bytes");
        }

        disk.Room = int.MaxValue;
        (await upload.Try(folder)).ShouldBe((302, 2, 2));
        output.WriteLine($"{engine}: 4 uploads on a full disk, 1 when there was room again");
    }

    [Theory, OnSqlite]
    public async Task Written_under_its_own_name_it_leaves_half_a_picture(Engine engine)
    {
        using var folder = new Folder();
        await using var app = await KomejiApp.Start(engine, services => services.AddSingleton<IPictures, KeptFiles>().AddSingleton<IFiles>(new CarelessFiles(folder.Path) { Room = 2_000 }));
        (await (await Upload.Prepare(app)).Try(folder)).ShouldBe((507, 1, 1));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Orders_are_refused_politely_until_there_is_room(Engine engine)
    {
        var database = new FullDatabase();
        await using (var app = await Shop(engine, database))
        {
            (await Fill(app, database)).ShouldBeEmpty();
        }

        await using var twin = await Shop(engine, database, TakesOutagesForFaults.AddTo);
        (await Fill(twin, database)).ShouldNotBeEmpty();
    }

    static Task<KomejiApp> Shop(Engine engine, FullDatabase database, Action<IServiceCollection>? more = null) => KomejiApp.Start(engine, services =>
    {
        if (engine == Engine.Sqlite)
        {
            services.ConfigureDbContext<SqliteKomejiDb>(o => o.AddInterceptors(database));
        }

        more?.Invoke(services);
    });

    /// <returns>What was not as it should be.</returns>
    async Task<IReadOnlyList<string>> Fill(KomejiApp app, FullDatabase database)
    {
        var stalls = new Stalls(app);
        var variant = await stalls.Product(await stalls.Shop(), stock: 1_000);
        await stalls.GiveAddress(await app.Person("siti@komeji.test"));
        await app.Write(db => Task.FromResult(db.Settings.Add(new Setting(SettingCatalogue.UnpaidPurchases, "1000", app.Clock.GetUtcNow().AddDays(-1), "uji", "uji", null, app.Clock.GetUtcNow()))));
        using var visitor = await app.SignInAs("siti@komeji.test");
        visitor.Http.DefaultRequestHeaders.Add("Origin", "http://localhost");
        await database.Fill(app, full: true);
        var (placed, refused) = (0, await Order(visitor, variant));
        for (; refused.Status == 302 && placed < MostOrders; placed++)
        {
            refused = await Order(visitor, variant);
        }

        var browsing = (await visitor.Get("/cari?q=keripik")).Status;
        var there = await app.Read(db => db.Purchases.CountAsync());
        await database.Fill(app, full: false);
        var healed = await Order(visitor, variant);
        var broken = (await app.Send(new VerifyLedger())).Checks.Where(c => !c.Ok).Select(c => c.Name).ToList();
        output.WriteLine($"{app.Engine}: {placed} orders still fitted, then {refused.Status}; browsing {browsing}; with room again {healed.Status}");
        return
        [
            .. broken,
            .. refused.Status == 507 && refused.Html.Contains("Komeji belum bisa menyimpan", StringComparison.Ordinal) ? [] : (string[])[$"refused with {refused.Status}"],
            .. browsing == 200 && healed.Status == 302 ? [] : (string[])[$"browsing {browsing}, healed {healed.Status}"],
            .. there == placed ? [] : (string[])[$"{there} purchases, {placed} acknowledged"],
        ];
    }

    static async Task<Page> Order(Visitor visitor, VariantId variant)
    {
        var added = await StormBuyer.PutInCart(visitor, variant);
        return added.Status == 302 ? await visitor.Submit(await visitor.Get("/checkout"), "/checkout") : added;
    }

    /// <summary>A seller who adds a photo to a listing that has one.</summary>
    sealed class Upload(KomejiApp app, Visitor seller, string page)
    {
        public static async Task<Upload> Prepare(KomejiApp app)
        {
            var stalls = new Stalls(app);
            var variant = await stalls.Product(await stalls.Shop(owner: await app.Person("penjual@komeji.test")));
            var product = await app.Read(db => db.Variants.Where(v => v.Id == variant).Select(v => v.ProductId).SingleAsync());
            return new Upload(app, await app.SignInAs("penjual@komeji.test"), $"/penjual/produk/{product.Value}");
        }

        /// <returns>The answer, how many files there are, and how many pictures have rows.</returns>
        public async Task<(int Status, int Files, int Rows)> Try(Folder folder)
        {
            var token = (await seller.Get(page)).Document.QuerySelector("input[name=__formulir]")!.GetAttribute("value")!;
            using var form = new MultipartFormDataContent { { new StringContent(token), "__formulir" }, { new ByteArrayContent(Photo), "foto", "foto.jpg" } };
            using var answer = await seller.Http.PostAsync(new Uri(page + "/foto", UriKind.Relative), form);
            return ((int)answer.StatusCode, folder.Files, await app.Read(db => db.Products.SelectMany(p => p.Pictures).CountAsync()));
        }
    }

    sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("komeji-disk-").FullName;

        public int Files => Directory.GetFiles(Path, "*", SearchOption.AllDirectories).Length;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
