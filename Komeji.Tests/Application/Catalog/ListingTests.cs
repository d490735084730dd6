using Komeji.Application.Catalog;
using Komeji.Application.Catalog.Searches;
using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application.Catalog;

/// <summary>A seller writes a listing, counts its stock, gives it pictures and puts it on display; another seller finds nothing.</summary>
public sealed class ListingTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_listing_is_a_draft_until_it_has_a_picture_and_is_published(Engine engine)
    {
        await using var stall = await Stall.Open(engine);
        var id = await stall.List("Keripik tempe sagu");
        (await stall.Of(id)).State.ShouldBe(ProductState.Draft);
        (await Should.ThrowAsync<RuleBroken>(() => stall.Send(new PublishProduct(id)))).Code.ShouldBe("product.picture_required");
        await stall.Send(new AddPictures(id, [Photo(1)]));
        await stall.Send(new PublishProduct(id));
        (await stall.Komeji.Send(new SearchProducts("keripik sagu"))).Page.Total.ShouldBe(1);
        await stall.Send(new ArchiveProduct(id));
        (await stall.Komeji.Send(new SearchProducts("keripik sagu"))).Page.Total.ShouldBe(0);

        var same = await stall.List("Keripik tempe sagu");
        (await stall.Of(id)).Slug.ShouldBe("keripik-tempe-sagu");
        (await stall.Of(same)).Slug.ShouldMatch("^keripik-tempe-sagu-[0-9a-z]{6}$");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_edit_counts_the_difference_and_a_withdrawn_variant_stays_for_old_orders(Engine engine)
    {
        await using var stall = await Stall.Open(engine);
        var id = await stall.List("Keripik tempe sagu", ("Asin", 10), ("Pedas", 5));
        var seen = await stall.Send(new ShowMyProduct(id));
        var (salty, hot) = (seen.Draft.Variants[0], seen.Draft.Variants[1]);
        var saltyId = salty.Id!.Value;
        await stall.Komeji.Write(db => db.Variants.Where(v => v.Id == saltyId).ExecuteUpdateAsync(set => set.SetProperty(v => v.Stock, 7).SetProperty(v => v.Reserved, 3)));

        await stall.Send(new EditProduct(id, seen.Version, seen.Draft with { Name = "Keripik tempe asli", Variants = [salty with { Stock = 12, Price = new Rupiah(20_000) }, new VariantDraft(null, "Manis", new Rupiah(19_000), 4, 0, "")] }));
        var listing = await stall.Of(id);
        listing.Variants.OrderBy(v => v.Position).ThenBy(v => v.Name).Where(v => v.IsOnSale).Select(v => (v.Name, v.Price.Amount, v.Stock, v.Reserved))
            .ShouldBe([("Asin", 20_000, 9, 3), ("Manis", 19_000, 4, 0)]);
        listing.Variants.Single(v => v.Id == hot.Id).IsOnSale.ShouldBeFalse();
        (listing.LowestPrice, listing.Name, listing.Slug).ShouldBe((new Rupiah(19_000), "Keripik tempe asli", "keripik-tempe-sagu"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_form_that_is_out_of_date_changes_nothing(Engine engine)
    {
        await using var stall = await Stall.Open(engine);
        var id = await stall.List("Keripik tempe sagu", ("", 10));
        var seen = await stall.Send(new ShowMyProduct(id));
        stall.Komeji.Clock.Advance(TimeSpan.FromMinutes(1));
        await stall.Send(new EditProduct(id, seen.Version, seen.Draft with { Name = "Yang pertama menang" }));
        (await Should.ThrowAsync<RuleBroken>(() => stall.Send(new EditProduct(id, seen.Version, seen.Draft with { Name = "Yang kedua kalah" })))).Code.ShouldBe("product.changed");

        var now = await stall.Send(new ShowMyProduct(id));
        await stall.Komeji.Write(db => db.Variants.ExecuteUpdateAsync(set => set.SetProperty(v => v.Stock, 2).SetProperty(v => v.Sold, 8)));
        (await Should.ThrowAsync<RuleBroken>(() => stall.Send(new EditProduct(id, now.Version, now.Draft with { Variants = [now.Draft.Variants[0] with { Stock = 1 }] })))).Code.ShouldBe("stock.counted");
        (await stall.Of(id)).Name.ShouldBe("Yang pertama menang");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_makes_no_sense_is_refused(Engine engine)
    {
        await using var stall = await Stall.Open(engine);
        var draft = stall.Draft("Keripik tempe sagu", ("", 10));
        foreach (var (wrong, code) in new (ListingDraft, string)[]
        {
            (draft with { Name = "Kopi" }, "product.name"),
            (draft with { WeightGrams = 0 }, "product.weight"),
            (draft with { Variants = [] }, "product.variants"),
            (draft with { Variants = [draft.Variants[0] with { Price = new Rupiah(99) }] }, "product.price"),
            (draft with { Variants = [draft.Variants[0] with { Stock = -1 }] }, "product.stock"),
            (draft with { Variants = [draft.Variants[0], draft.Variants[0]] }, "product.variant_names"),
            (draft with { CategoryId = CategoryId.New(stall.Komeji.Clock.GetUtcNow()) }, "product.category"),
        })
        {
            (await Should.ThrowAsync<RuleBroken>(() => stall.Send(new ListProduct(wrong)))).Code.ShouldBe(code);
        }

        (await stall.Komeji.Read(db => db.Products.CountAsync())).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Anothers_listing_is_not_there(Engine engine)
    {
        await using var stall = await Stall.Open(engine);
        var id = await stall.List("Keripik tempe sagu", ("", 10));
        await stall.Send(new AddPictures(id, [Photo(1)]));
        var seen = await stall.Send(new ShowMyProduct(id));
        var other = await stall.Others.Shop();
        stall.Komeji.As(other.Owner);
        foreach (var deed in new Func<Task>[]
        {
            () => stall.Komeji.Send(new ShowMyProduct(id)),
            () => stall.Komeji.Send(new EditProduct(id, seen.Version, seen.Draft with { Name = "Bukan milik saya" })),
            () => stall.Komeji.Send(new AddPictures(id, [Photo(2)])),
            () => stall.Komeji.Send(new LeadWithPicture(id, seen.Pictures[0].Id)),
            () => stall.Komeji.Send(new RemovePicture(id, seen.Pictures[0].Id)),
            () => stall.Komeji.Send(new PublishProduct(id)),
            () => stall.Komeji.Send(new ArchiveProduct(id)),
        })
        {
            await Should.ThrowAsync<NotFound>(deed);
        }

        (await stall.Komeji.Send(new ListMyProducts())).Page.Total.ShouldBe(0);
        await Should.ThrowAsync<NotFound>(async () => await stall.Komeji.As(await stall.Others.Person()).Send(new ListProduct(seen.Draft)));
        stall.Files.Keys.Count.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_several_pictures_all_are_kept_or_none(Engine engine)
    {
        await using var stall = await Stall.Open(engine);
        var id = await stall.List("Keripik tempe sagu", ("", 10));
        await stall.Send(new AddPictures(id, [.. Enumerable.Range(1, 7).Select(n => Photo((byte)n))]));
        (await Should.ThrowAsync<RuleBroken>(() => stall.Send(new AddPictures(id, [Photo(8), Photo(9)])))).Code.ShouldBe("product.picture_limit");
        (await Should.ThrowAsync<RuleBroken>(() => stall.Send(new AddPictures(id, [])))).Code.ShouldBe("product.picture_missing");
        (stall.Files.Cleaned, stall.Files.Keys.Count).ShouldBe((7, 7));
        (await stall.Of(id)).Pictures.Count.ShouldBe(7);
    }

    /// <summary>Two uploads see the same last place while their pictures are cleaned: one takes it, the other leaves no file.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Two_uploads_at_once_do_not_exceed_the_limit(Engine engine)
    {
        await using var stall = await Stall.Open(engine);
        var id = await stall.List("Keripik tempe sagu", ("", 10));
        await stall.Send(new AddPictures(id, [.. Enumerable.Range(1, 7).Select(n => Photo((byte)n))]));
        var cleaning = 0;
        var both = new TaskCompletionSource();
        stall.Files.Meanwhile = () =>
        {
            if (Interlocked.Increment(ref cleaning) == 2)
            {
                both.SetResult();
            }

            return both.Task;
        };
        var uploads = new[] { stall.Send(new AddPictures(id, [Photo(8)])), stall.Send(new AddPictures(id, [Photo(9)])) };
        (await Should.ThrowAsync<RuleBroken>(() => Task.WhenAll(uploads))).Code.ShouldBe("product.picture_limit");

        var kept = (await stall.Of(id)).Pictures.Select(p => p.FileKey).ToList();
        kept.Count.ShouldBe(8);
        stall.Files.Keys.Order().ShouldBe(kept.Order());
    }

    static PictureUpload Photo(byte content) => new($"foto-{content}.jpg", new MemoryStream([content]));

    /// <summary>A shop and its owner, with files that can be looked at.</summary>
    sealed class Stall : IAsyncDisposable
    {
        Shop shop = null!;
        CategoryId category;

        public KeptFiles Files { get; } = new();
        public TestKomeji Komeji { get; private set; } = null!;
        public Stalls Others { get; private set; } = null!;

        public static async Task<Stall> Open(Engine engine)
        {
            var stall = new Stall();
            stall.Komeji = await TestKomeji.Create(engine, services =>
            {
                services.AddSingleton<IPictures>(stall.Files);
                services.AddSingleton<IFiles>(stall.Files);
            });
            var now = stall.Komeji.Clock.GetUtcNow();
            await stall.Komeji.Write(db =>
            {
                var top = new Category(CategoryId.New(now), null, "Makanan", "makanan-uji", ProductKind.Goods, 1, "makanan");
                var leaf = new Category(CategoryId.New(now), top.Id, "Camilan", "camilan-uji", ProductKind.Goods, 1, "camilan");
                stall.category = leaf.Id;
                db.Categories.AddRange(top, leaf);
                return Task.CompletedTask;
            });
            stall.Others = new Stalls(stall.Komeji);
            stall.shop = await stall.Others.Shop();
            return stall;
        }

        public Task<T> Send<T>(MediatR.IRequest<T> request) => Komeji.As(shop.Owner).Send(request);

        public Task<ProductId> List(string name, params (string Name, int Stock)[] variants) => Send(new ListProduct(Draft(name, variants)));

        public ListingDraft Draft(string name, params (string Name, int Stock)[] variants) => new(
            category, name, "Renyah", 200, 0, 0, 0, 200, "g", 1, "Jember", true, "", Warranty.None,
            [.. (variants.Length == 0 ? [("", 10)] : variants).Select(v => new VariantDraft(null, v.Name, new Rupiah(18_500), v.Stock, 0, ""))]);

        public Task<Product> Of(ProductId id) => Komeji.Read(db => db.Products.AsNoTracking().Include(p => p.Variants).Include(p => p.Pictures).SingleAsync(p => p.Id == id));

        public ValueTask DisposeAsync() => Komeji.DisposeAsync();
    }
}
