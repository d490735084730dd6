using System.Globalization;
using Bogus;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Persistence.Bulk;

namespace Komeji.Web.Demo;

/// <summary>A product that can be bought, for the demo market's trade.</summary>
sealed record DemoGood(int Store, ProductKind Kind, IReadOnlyList<Variant> Variants, DateTimeOffset PublishedAt, string PictureKey)
{
    public required string Name { get; init; }
    public required string Slug { get; init; }
    public required int WeightGrams { get; init; }
    public required int HandlingDays { get; init; }
    public required Warranty Warranty { get; init; }
    public required string Permits { get; init; }

    public static DemoGood Of(int store, Product product) => new(store, product.Kind, product.Variants, product.PublishedAt!.Value, product.Pictures[0].FileKey)
    {
        Name = product.Name,
        Slug = product.Slug,
        WeightGrams = product.WeightGrams,
        HandlingDays = product.HandlingDays,
        Warranty = product.Warranty,
        Permits = product.Permits,
    };

    /// <summary>Pieces of it, as an order keeps them.</summary>
    public OrderLineDraft Line(int variant, int pieces) => new(
        Variants[variant].ProductId, Variants[variant].Id, Name, Variants[variant].Name, Slug, PictureKey, Variants[variant].Price, pieces, WeightGrams, Warranty, Permits);
}

/// <summary>Lists what each demo shop sells: names and packs of the catalogue, priced by the shop, with pictures, stock, warranty and origin.</summary>
/// <param name="demand">How many pieces the history will take of the product of this number, beside what is in stock now.</param>
sealed class DemoProducts(BulkLoad bulk, DemoCategories categories, DemoPictures pictures, Func<int, int> demand, int seed, DateTimeOffset now)
{
    const int Batch = 2_000;

    static readonly Dictionary<string, DemoKind> Kinds = DemoCatalogue.All.ToDictionary(k => k.Kind);

    readonly Randomizer dice = new(seed);
    readonly HashSet<string> slugs = [];
    readonly Dictionary<string, int> alike = [];

    /// <param name="count">How many on sale in all.</param>
    public async Task<IReadOnlyList<DemoGood>> List(IReadOnlyList<DemoStore> stores, int count, IProgress<DemoProgress>? progress, CancellationToken cancellationToken)
    {
        var goods = new List<DemoGood>(count);
        foreach (var part in Deal(stores).Take(count).Select(d => new Listing(d.Store, d.Offer, PicturesOf(d.Offer))).Chunk(Batch))
        {
            var products = await Make(stores, part, goods.Count, cancellationToken);
            foreach (var (listing, product) in part.Zip(products))
            {
                product.Publish(PublicationDay(stores[listing.Store]));
                goods.Add(DemoGood.Of(listing.Store, product));
            }

            await bulk.Put(products, cancellationToken);
            progress?.Report(new DemoProgress("Produk", goods.Count, count));
        }

        var unfinished = Unfinished(stores);
        await bulk.Put(await Make(stores, unfinished, int.MaxValue, cancellationToken), cancellationToken);
        return goods;
    }

    async Task<IReadOnlyList<Product>> Make(IReadOnlyList<DemoStore> stores, IReadOnlyList<Listing> listings, int first, CancellationToken cancellationToken)
    {
        await pictures.Draw(listings.SelectMany(l => l.Pictures), cancellationToken);
        return [.. listings.Select((listing, i) => Make(stores[listing.Store], listing, first == int.MaxValue ? 0 : demand(first + i)))];
    }

    /// <summary>Goes round the shops, each laying out its next offer, so that all have about as many; once more when all have laid out everything.</summary>
    IEnumerable<(int Store, DemoOffer Offer)> Deal(IReadOnlyList<DemoStore> stores)
    {
        for (var series = 1; stores.Count > 0; series++)
        {
            var hands = stores.Select((s, i) => (Store: i, Offers: new Queue<DemoOffer>(DemoOffer.Of(s.Plan, Kinds, series, s.Brand, dice)))).ToList();
            while (hands.Count > 0)
            {
                // Some shops list more than others; the demo sellers list the most.
                foreach (var (store, offers) in hands.Where(h => h.Store < 2 || dice.Bool(.85f)))
                {
                    yield return (store, offers.Dequeue());
                }

                hands.RemoveAll(h => h.Offers.Count == 0);
            }
        }
    }

    /// <summary>The demo sellers have begun a few listings they have not published.</summary>
    List<Listing> Unfinished(IReadOnlyList<DemoStore> stores)
    {
        string[][] names = [["Keripik talas ungu 150 g", "Kerupuk rambak sapi 200 g", "Keripik jamur tiram 100 g"], ["Kopi susu gula aren celup 10 kantong"]];
        return [.. names.Take(stores.Count).SelectMany((drafts, store) => drafts.Select(name =>
        {
            var kind = Kinds[stores[store].Plan.Kinds[0]];
            var offer = new DemoOffer(kind, name, kind.Sizes[0], name);
            return new Listing(store, offer, PicturesOf(offer));
        }))];
    }

    IReadOnlyList<DemoPicture> PicturesOf(DemoOffer offer)
    {
        var seedOfPicture = pictures.Next(offer.Kind.Kind, offer.Name);
        var views = dice.WeightedRandom([1, 2, 3], [.45f, .35f, .2f]);
        return [.. Enumerable.Range(0, views).Select(view => new DemoPicture(offer.Kind.Kind, seedOfPicture, view))];
    }

    Product Make(DemoStore store, Listing listing, int demanded)
    {
        var made = store.Is.OpenedAt;
        var offer = listing.Offer;
        string[] alts = [offer.FullName, $"{offer.Name} dari dekat", $"{offer.Name} dalam kemasan"];
        var product = Product.Draft(store.Is.Id, FreeSlug(offer.FullName), Facts(store, offer), Variants(offer, demanded), made);
        foreach (var picture in listing.Pictures)
        {
            product.AddPicture(pictures.Key(picture), DemoPictures.Side, DemoPictures.Side, alts[picture.View], made);
        }

        return product;
    }

    ProductFacts Facts(DemoStore store, DemoOffer offer)
    {
        var (kind, pack) = (offer.Kind, offer.Pack);
        var category = categories.Of(kind, offer.Name);
        var side = (int)Math.Ceiling(Math.Cbrt(pack.Grams * 2.2));
        return new ProductFacts(
            category.Id,
            category.Name,
            kind.IsService ? ProductKind.Service : ProductKind.Goods,
            offer.FullName,
            DemoWords.Describe(kind, store, dice),
            pack.Grams,
            kind.IsService ? 0 : side + 4,
            kind.IsService ? 0 : side,
            kind.IsService ? 0 : Math.Max(2, side - 3),
            pack.Net,
            pack.Unit,
            HandlingDays: kind.IsService ? 0 : dice.WeightedRandom([1, 2, 3], [.6f, .3f, .1f]),
            kind.IsService ? "" : store.Place.Regency,
            IsLocal: true,
            DemoWords.Permit(kind, dice),
            DemoWords.WarrantyOf(kind, store.Is.Name),
            DemoServices.TermsOf(kind, offer.Name, store, dice));
    }

    IReadOnlyList<VariantFacts> Variants(DemoOffer offer, int demanded)
    {
        var price = RoundTo500(offer.Pack.Price * dice.Double(.88, 1.18));
        var choices = offer.HasChoices ? offer.Kind.Choices : [""];
        return [.. choices.Select(choice => new VariantFacts(null, choice, new Rupiah(choice == "XL" ? price + 5_000 : price), offer.Kind.IsService ? VariantFacts.MostStock : Stock() + demanded, ""))];
    }

    int Stock() => dice.WeightedRandom([0, dice.Number(1, 5), dice.Number(8, 40), dice.Number(40, 160)], [.05f, .1f, .45f, .4f]);

    /// <summary>Most have been there a while; one in eight is new this month.</summary>
    DateTimeOffset PublicationDay(DemoStore store) =>
        dice.Bool(.12f) ? now.AddHours(-dice.Number(20, 25 * 24)) : store.Is.OpenedAt.AddHours(dice.Number(1, 9 * 24));

    string FreeSlug(string name)
    {
        var plain = SearchWords.Slug(name);
        var slug = plain;
        while (!slugs.Add(slug))
        {
            var number = alike[plain] = alike.GetValueOrDefault(plain, 1) + 1;
            slug = string.Create(CultureInfo.InvariantCulture, $"{plain}-{number}");
        }

        return slug;
    }

    static long RoundTo500(double price) => Math.Max(1_000, (long)Math.Round(price / 500) * 500);

    sealed record Listing(int Store, DemoOffer Offer, IReadOnlyList<DemoPicture> Pictures);
}
