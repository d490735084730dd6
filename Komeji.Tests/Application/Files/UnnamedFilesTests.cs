using System.Text;
using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Application.Jobs;
using Komeji.Application.Legal;
using Komeji.Application.Ordering;
using Komeji.Domain.Legal;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application.Files;

/// <summary>What is left on the disk goes, and never what a listing, an order or a paper shows.</summary>
public sealed class UnnamedFilesTests
{
    static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nstartxref\n9\n%%EOF\n");

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_what_no_row_names_goes_and_only_after_a_while(Engine engine)
    {
        await using var place = await Place.Create(engine);
        var (shown, ordered, hidden) = await place.Trade();
        var left = await Left(place.Pictures, 91);
        var (sealedLeft, again) = (await Left(place.Papers, 92), await Left(place.Papers, 93));
        place.Komeji.Clock.Advance(TimeSpan.FromHours(23));
        (await place.Komeji.Run<UnnamedFiles>()).ShouldBe(new SweepResult(0, 0, ""));
        var young = await Left(place.Pictures, 94);
        await Left(place.Papers, 93);
        place.Komeji.Clock.Advance(TimeSpan.FromHours(2));
        place.Pictures.Keys.ShouldBe([shown, ordered, left, young], ignoreOrder: true);
        place.Papers.Keys.ShouldBe([.. hidden, sealedLeft, again], ignoreOrder: true);
        (await place.Komeji.Run<UnnamedFiles>()).ShouldBe(new SweepResult(2, 0, ""));
        place.Pictures.Keys.ShouldBe([shown, ordered, young], ignoreOrder: true);
        place.Papers.Keys.ShouldBe([.. hidden, again], ignoreOrder: true);
        (await place.Komeji.Run<UnnamedFiles>()).Done.ShouldBe(0);
    }

    /// <summary>The twin asks the listings alone, so it takes the pictures of orders, the proofs and the papers.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_sweep_that_asks_the_listings_alone_deletes_what_others_name(Engine engine)
    {
        await using var place = await Place.Create(engine, services => services.AddScoped<NamedFiles, ListingsOnly>());
        var (shown, _, hidden) = await place.Trade();
        hidden.Count.ShouldBe(2);
        place.Komeji.Clock.Advance(TimeSpan.FromHours(25));
        await place.Komeji.Run<UnnamedFiles>();
        place.Pictures.Keys.ShouldBe([shown]);
        place.Papers.Keys.ShouldBeEmpty();
    }

    [Theory, OnSqlite]
    public async Task Where_no_row_names_any_of_many_files_nothing_is_deleted(Engine engine)
    {
        await using var place = await Place.Create(engine);
        for (var content = 0; content < 100; content++)
        {
            await Left(place.Pictures, (byte)content);
        }

        place.Komeji.Clock.Advance(TimeSpan.FromDays(2));
        await Should.ThrowAsync<InvalidOperationException>(() => place.Komeji.Run<UnnamedFiles>());
        place.Pictures.Keys.Count.ShouldBe(100, "perhaps another database's");
    }

    static Task<string> Left(KeptFiles files, byte content) => files.Save(new byte[] { content }, "bin", CancellationToken.None);

    sealed class ListingsOnly : NamedFiles
    {
        readonly IKomejiDb db;

        public ListingsOnly(IKomejiDb db)
            : base(db) => this.db = db;

        public override async Task<IReadOnlySet<string>> Of(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
            (await db.Products.SelectMany(p => p.Pictures).Where(x => keys.Contains(x.FileKey)).Select(x => x.FileKey).ToListAsync(cancellationToken)).ToHashSet();
    }

    /// <summary>Shops whose files can be looked at and grow old by the test's clock.</summary>
    sealed class Place(TestKomeji komeji, KeptFiles pictures, KeptFiles papers) : IAsyncDisposable
    {
        public TestKomeji Komeji => komeji;

        public KeptFiles Pictures => pictures;

        public KeptFiles Papers => papers;

        public static async Task<Place> Create(Engine engine, Action<IServiceCollection>? more = null)
        {
            var (pictures, papers) = (new KeptFiles(), new KeptFiles());
            var komeji = await TestKomeji.Create(engine, services =>
            {
                services.AddSingleton<IPictures>(pictures);
                services.AddSingleton<IFiles>(pictures);
                services.AddSingleton<IPrivateFiles>(papers);
                more?.Invoke(services);
            });
            pictures.Clock = papers.Clock = komeji.Clock;
            return new Place(komeji, pictures, papers);
        }

        /// <returns>The picture of a listing, one that only an order shows, and a proof of delivery and a paper's scan.</returns>
        public async Task<(string Shown, string Ordered, IReadOnlyList<string> Hidden)> Trade()
        {
            var market = new Market(komeji);
            var shop = await market.Shop("jne:REG", pickup: false);
            var variant = await market.Product(shop);
            var product = await komeji.Read(db => db.Variants.Where(v => v.Id == variant).Select(v => v.ProductId).SingleAsync());
            await komeji.As(shop.Owner).Send(new AddPictures(product, [new PictureUpload("a.jpg", new MemoryStream([11])), new PictureUpload("b.jpg", new MemoryStream([12]))]));
            var listed = await komeji.Read(db => db.Products.Where(p => p.Id == product).SelectMany(p => p.Pictures).OrderBy(p => p.Position).Select(p => new { p.Id, p.FileKey }).ToListAsync());
            await komeji.Send(new RemovePicture(product, listed[0].Id));
            var buyer = await market.Buyer();
            var purchase = await market.Buy(buyer, (variant, 1));
            await market.Pay(purchase);
            await komeji.As(shop.Owner).Send(new RemovePicture(product, listed[1].Id));

            var number = purchase.Orders[0].Number;
            await komeji.Send(new AcceptOrder(number));
            await komeji.Send(new ShipOrder(number, "JX1234567890"));
            await komeji.Send(new ProveDelivery(number, "Pak Budi", new MemoryStream([13])));
            await komeji.Send(new AddScan(DocumentKind.Halal, new MemoryStream(Pdf)));
            return (listed[2].FileKey, listed[1].FileKey, [.. papers.Keys]);
        }

        public ValueTask DisposeAsync() => komeji.DisposeAsync();
    }
}
