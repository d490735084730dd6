using System.Globalization;
using Bogus;
using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;

namespace Komeji.Web.Demo;

/// <summary>A product that can be bought, for the demo market's trade.</summary>
sealed record DemoGood(int Store, ProductKind Kind, IReadOnlyList<Variant> Variants, DateTimeOffset PublishedAt, string PictureKey);

/// <summary>Lists what each demo shop sells: names and packs of the catalogue, priced by the shop, with pictures, stock, warranty and origin.</summary>
sealed class DemoProducts(IKomejiDb db, DemoCategories categories, DemoPictures pictures, int seed, DateTimeOffset now)
{
    const int Batch = 300;

    static readonly Dictionary<string, DemoKind> Kinds = DemoCatalogue.All.ToDictionary(k => k.Kind);

    readonly Randomizer dice = new(seed);
    readonly HashSet<string> slugs = [];
    readonly List<Product> waiting = [];

    /// <param name="count">How many on sale in all.</param>
    public async Task<IReadOnlyList<DemoGood>> List(IReadOnlyList<DemoStore> stores, int count, IProgress<DemoProgress>? progress, CancellationToken cancellationToken)
    {
        var goods = new List<DemoGood>(count);
        var dealt = Deal(stores).Take(count).Select(d => new Listing(d.Store, d.Offer, PicturesOf(d.Offer))).ToList();
        var unfinished = Unfinished(stores);
        await pictures.Draw(dealt.Concat(unfinished).SelectMany(l => l.Pictures), cancellationToken);
        foreach (var listing in dealt)
        {
            var store = listing.Store;
            var product = Make(stores[store], listing);
            product.Publish(PublicationDay(stores[store]));
            goods.Add(new DemoGood(store, product.Kind, product.Variants, product.PublishedAt!.Value, product.Pictures[0].FileKey));
            await Keep(product, cancellationToken);
            if (goods.Count % 50 == 0 || goods.Count == count)
            {
                progress?.Report(new DemoProgress("Produk", goods.Count, count));
            }
        }

        foreach (var listing in unfinished)
        {
            await Keep(Make(stores[listing.Store], listing), cancellationToken);
        }

        await Flush(cancellationToken);
        return goods;
    }

    /// <summary>Goes round the shops, each laying out its next offer, so that all have about as many; once more when all have laid out everything.</summary>
    IEnumerable<(int Store, DemoOffer Offer)> Deal(IReadOnlyList<DemoStore> stores)
    {
        for (var series = 1; stores.Count > 0; series++)
        {
            var hands = stores.Select((s, i) => (Store: i, Offers: new Queue<DemoOffer>(DemoOffer.Of(s.Plan, Kinds, series, dice)))).ToList();
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

    Product Make(DemoStore store, Listing listing)
    {
        var made = store.Is.OpenedAt;
        var offer = listing.Offer;
        string[] alts = [offer.FullName, $"{offer.Name} dari dekat", $"{offer.Name} dalam kemasan"];
        var product = Product.Draft(store.Is.Id, FreeSlug(offer.FullName), Facts(store, offer), Variants(offer), made);
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

    IReadOnlyList<VariantFacts> Variants(DemoOffer offer)
    {
        var price = RoundTo500(offer.Pack.Price * dice.Double(.88, 1.18));
        var choices = offer.HasChoices ? offer.Kind.Choices : [""];
        return [.. choices.Select(choice => new VariantFacts(null, choice, new Rupiah(choice == "XL" ? price + 5_000 : price), offer.Kind.IsService ? VariantFacts.MostStock : Stock(), ""))];
    }

    int Stock() => dice.WeightedRandom([0, dice.Number(1, 5), dice.Number(8, 40), dice.Number(40, 160)], [.05f, .1f, .45f, .4f]);

    /// <summary>Most have been there a while; one in eight is new this month.</summary>
    DateTimeOffset PublicationDay(DemoStore store) =>
        dice.Bool(.12f) ? now.AddHours(-dice.Number(20, 25 * 24)) : store.Is.OpenedAt.AddHours(dice.Number(1, 9 * 24));

    string FreeSlug(string name)
    {
        var slug = SearchWords.Slug(name);
        for (var number = 2; !slugs.Add(slug); number++)
        {
            slug = string.Create(CultureInfo.InvariantCulture, $"{SearchWords.Slug(name)}-{number}");
        }

        return slug;
    }

    static long RoundTo500(double price) => Math.Max(1_000, (long)Math.Round(price / 500) * 500);

    async Task Keep(Product product, CancellationToken cancellationToken)
    {
        waiting.Add(product);
        if (waiting.Count >= Batch)
        {
            await Flush(cancellationToken);
        }
    }

    async Task Flush(CancellationToken cancellationToken)
    {
        db.Products.AddRange(waiting);
        await db.SaveChangesAsync(cancellationToken);
        db.Forget();
        waiting.Clear();
    }

    sealed record Listing(int Store, DemoOffer Offer, IReadOnlyList<DemoPicture> Pictures);
}
