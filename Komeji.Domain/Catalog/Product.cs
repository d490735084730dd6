using Komeji.Domain.Common;

namespace Komeji.Domain.Catalog;

public enum ProductState
{
    Draft,
    Published,
    Archived,
}

/// <summary>The legal moves of a product. A diagram in docs/domain/catalog.md shows the same, and a test compares them.</summary>
public static class ProductMoves
{
    public static IReadOnlyList<ProductState> From(ProductState state) => state switch
    {
        ProductState.Draft => [ProductState.Published, ProductState.Archived],
        ProductState.Published => [ProductState.Archived],
        ProductState.Archived => [ProductState.Published],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

/// <summary>Something a shop sells. Price and stock belong to its variants; a product without choices has one variant with an empty name.</summary>
public sealed class Product : Aggregate
{
    public const int MostVariants = 30;
    public const int MostPictures = 8;
    public const int LongestSearchText = 400;

    readonly List<Variant> variants = [];
    readonly List<ProductPicture> pictures = [];

    Product() { }

    public ProductId Id { get; private set; }
    public StoreId StoreId { get; private set; }
    public CategoryId CategoryId { get; private set; }
    public ProductKind Kind { get; private set; }
    public ProductState State { get; private set; }
    public string Name { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public string Description { get; private set; } = "";

    /// <summary>Grams of one piece, packed.</summary>
    public int WeightGrams { get; private set; }

    /// <summary>Centimetres, packed; 0 when not given.</summary>
    public int LengthCm { get; private set; }
    public int WidthCm { get; private set; }
    public int HeightCm { get; private set; }

    /// <summary>Net contents for the unit price: 200 <c>g</c>, 330 <c>ml</c>; 0 when it makes no sense.</summary>
    public int NetQuantity { get; private set; }
    public string NetUnit { get; private set; } = "";

    /// <summary>Working days the shop needs before shipping.</summary>
    public int HandlingDays { get; private set; }

    /// <summary>Where it is made, in words; empty when unknown.</summary>
    public string Origin { get; private set; } = "";
    public bool IsLocal { get; private set; }

    /// <summary>Permit numbers as the seller states them, unverified.</summary>
    public string Permits { get; private set; } = "";
    public WarrantyKind WarrantyKind { get; private set; }
    public int WarrantyMonths { get; private set; }
    public string WarrantyAnswerer { get; private set; } = "";
    public string WarrantyTerms { get; private set; } = "";

    /// <summary>
    /// The words it is searched by (<see cref="SearchTerms"/>), each with a space before it: those of its name and contents, a bar,
    /// those of its category: <c>" kopi robusta 250g / kopi"</c>.
    /// </summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Why the cooperative took it off display; empty when it did not.</summary>
    public string WithheldReason { get; private set; } = "";

    /// <summary>The permit its category needs and its shop has lost, by the paper's word: it comes back with the permit. Empty when none is lost.</summary>
    public string LostPermit { get; private set; } = "";

    /// <summary>Lowest price of its variants, kept for sorting and filters.</summary>
    public Rupiah LowestPrice { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Since when buyers have seen it without a break; null before it was published, and for listings from before this was kept.</summary>
    public DateTimeOffset? ShownSince { get; private set; }

    /// <summary>How a service can be had; null for goods, and for services listed before appointments were made here.</summary>
    public ServiceTerms? Service { get; private set; }

    public IReadOnlyList<Variant> Variants => variants;
    public IReadOnlyList<ProductPicture> Pictures => pictures;

    public Warranty Warranty => new(WarrantyKind, WarrantyMonths, WarrantyAnswerer, WarrantyTerms);

    public static Product Draft(StoreId storeId, string slug, ProductFacts facts, IReadOnlyList<VariantFacts> variants, DateTimeOffset now)
    {
        var product = new Product { Id = ProductId.New(now), StoreId = storeId, Slug = slug, State = ProductState.Draft, CreatedAt = now };
        product.Describe(facts, variants, now);
        return product;
    }

    /// <summary>Replaces what the listing says. Variants are matched by id; one that is left out is withdrawn from sale but kept for old orders.</summary>
    /// <exception cref="RuleBroken"><c>product.*</c></exception>
    public void Describe(ProductFacts facts, IReadOnlyList<VariantFacts> variantFacts, DateTimeOffset now)
    {
        facts.Check();
        VariantFacts.Check(variantFacts, MostVariants);
        CategoryId = facts.CategoryId;
        Kind = facts.Kind;
        Service = facts.Kind == ProductKind.Service ? facts.Service : null;
        Name = facts.Name.Trim();
        Description = facts.Description.Trim();
        WeightGrams = facts.WeightGrams;
        (LengthCm, WidthCm, HeightCm) = (facts.LengthCm, facts.WidthCm, facts.HeightCm);
        (NetQuantity, NetUnit) = (facts.NetQuantity, facts.NetUnit.Trim());
        HandlingDays = facts.HandlingDays;
        Origin = facts.Origin.Trim();
        IsLocal = facts.IsLocal;
        Permits = facts.Permits.Trim();
        (WarrantyKind, WarrantyMonths, WarrantyAnswerer, WarrantyTerms) = facts.Warranty;
        ChangedAt = now;
        PutIntoWords(facts.CategoryWords);
        if (RestrictedGoods.FlagOf(Name, Description) is { } flag)
        {
            Raise(new ProductFlagged(Id, Name, flag, now));
        }

        foreach (var variant in variants.Where(v => variantFacts.All(f => f.Id != v.Id)))
        {
            variant.Withdraw();
        }

        for (var i = 0; i < variantFacts.Count; i++)
        {
            var fact = variantFacts[i];
            var variant = variants.SingleOrDefault(v => v.Id == fact.Id);
            if (variant is null)
            {
                variant = new Variant(Id, fact, i, now);
                variants.Add(variant);
                Raise(new PriceChanged(Id, variant.Id, null, variant.Price, now));
            }
            else
            {
                var before = variant.Price;
                variant.Describe(fact, i);
                TellPrice(variant, before, now);
            }
        }

        LowestPrice = variants.Where(v => v.IsOnSale).Min(v => v.Price);
    }

    /// <summary>Gives all variants on sale another price.</summary>
    /// <exception cref="RuleBroken"><c>product.price</c></exception>
    public void Reprice(Repricing repricing, DateTimeOffset now)
    {
        foreach (var variant in variants.Where(v => v.IsOnSale))
        {
            var before = variant.Price;
            variant.Reprice(repricing.Of(before));
            TellPrice(variant, before, now);
        }

        LowestPrice = variants.Where(v => v.IsOnSale).Min(v => v.Price);
        ChangedAt = now;
    }

    /// <summary>The same listing once more, as a draft to be changed: with its pictures, without pieces and without codes.</summary>
    /// <param name="categoryWords">The category's name, searched along with the product's.</param>
    public Product Copy(string slug, string categoryWords, DateTimeOffset now)
    {
        const string Mark = " (salinan)";
        var facts = new ProductFacts(
            CategoryId, categoryWords, Kind, PlainText.Cut(Name, 120 - Mark.Length) + Mark, Description, WeightGrams, LengthCm, WidthCm, HeightCm, NetQuantity, NetUnit, HandlingDays,
            Origin, IsLocal, Permits, Warranty, Service?.Copy());
        var copy = Draft(StoreId, slug, facts, [.. variants.Where(v => v.IsOnSale).OrderBy(v => v.Position)
            .Select(v => new VariantFacts(null, v.Name, v.Price, Kind == ProductKind.Service ? VariantFacts.MostStock : 0, ""))], now);
        foreach (var picture in pictures.OrderBy(p => p.Position))
        {
            copy.AddPicture(picture.FileKey, picture.Width, picture.Height, picture.Alt, now);
        }

        return copy;
    }

    void TellPrice(Variant variant, Rupiah before, DateTimeOffset now)
    {
        if (variant.Price != before)
        {
            Raise(new PriceChanged(Id, variant.Id, before, variant.Price, now));
        }
    }

    /// <exception cref="RuleBroken"><c>product.picture_limit</c></exception>
    public void AddPicture(string fileKey, int width, int height, string alt, DateTimeOffset now)
    {
        CheckPictures(pictures.Count + 1);
        pictures.Add(new ProductPicture(Id, fileKey, width, height, alt, pictures.Count == 0 ? 0 : pictures.Max(p => p.Position) + 1, now));
        ChangedAt = now;
    }

    /// <exception cref="RuleBroken"><c>product.picture_limit</c></exception>
    public static void CheckPictures(int count)
    {
        if (count > MostPictures)
        {
            throw new RuleBroken("product.picture_limit", $"Satu produk paling banyak {MostPictures} foto. Hapus sebagian dahulu, atau pilih lebih sedikit.");
        }
    }

    /// <exception cref="RuleBroken"><c>product.picture_last</c></exception>
    public void RemovePicture(PictureId pictureId, DateTimeOffset now)
    {
        if (State == ProductState.Published && pictures.TrueForAll(p => p.Id == pictureId))
        {
            throw new RuleBroken("product.picture_last", "Produk yang tayang perlu paling sedikit satu foto. Tambahkan foto penggantinya dahulu, atau arsipkan produknya.");
        }

        pictures.RemoveAll(p => p.Id == pictureId);
        ChangedAt = now;
    }

    /// <summary>Puts a picture one place further to the front or to the back; at the end it stays.</summary>
    public void MovePicture(PictureId pictureId, bool forward, DateTimeOffset now)
    {
        var order = pictures.OrderBy(p => p.Position).ToList();
        var from = order.FindIndex(p => p.Id == pictureId);
        var to = from + (forward ? -1 : 1);
        if (from < 0 || to < 0 || to >= order.Count)
        {
            return;
        }

        (order[from], order[to]) = (order[to], order[from]);
        for (var place = 0; place < order.Count; place++)
        {
            order[place].MoveTo(place);
        }

        ChangedAt = now;
    }

    /// <summary>What the picture shows, for those who cannot see it; empty says the product's name.</summary>
    /// <exception cref="RuleBroken"><c>product.picture_words</c></exception>
    public void DescribePicture(PictureId pictureId, string words, DateTimeOffset now)
    {
        if (words.Trim().Length > ProductPicture.LongestWords)
        {
            throw new RuleBroken("product.picture_words", $"Keterangan foto paling panjang {ProductPicture.LongestWords} huruf.");
        }

        pictures.SingleOrDefault(p => p.Id == pictureId)?.Describe(words.Trim());
        ChangedAt = now;
    }

    /// <summary>Makes a picture the first one.</summary>
    public void LeadWith(PictureId pictureId, DateTimeOffset now)
    {
        var chosen = pictures.SingleOrDefault(p => p.Id == pictureId);
        if (chosen is null)
        {
            return;
        }

        var position = 1;
        foreach (var picture in pictures.OrderBy(p => p.Position))
        {
            picture.MoveTo(picture == chosen ? 0 : position++);
        }

        ChangedAt = now;
    }

    /// <exception cref="RuleBroken"><c>product.picture_required</c></exception>
    public void Publish(DateTimeOffset now)
    {
        if (pictures.Count == 0)
        {
            throw new RuleBroken("product.picture_required", "Tambahkan paling sedikit satu foto sebelum menayangkan produk.");
        }

        if (WithheldReason.Length > 0)
        {
            throw new RuleBroken("product.withheld", $"Produk ini diturunkan oleh petugas koperasi: {WithheldReason} Perbaiki, lalu minta ditinjau lagi di halaman produknya.");
        }

        if (LostPermit.Length > 0)
        {
            throw new RuleBroken("product.permit_lost", "Izin yang diperlukan produk ini sudah tidak berlaku. Perbarui izinnya di halaman Legalitas; produk tayang lagi begitu dinas memverifikasinya.");
        }

        Move(ProductState.Published, now);
        PublishedAt ??= now;
    }

    /// <summary>Off display until the shop has the permit again; its orders go on.</summary>
    /// <returns>False when it was not on display.</returns>
    public bool HideFor(string permit, DateTimeOffset now)
    {
        if (State != ProductState.Published)
        {
            return false;
        }

        LostPermit = permit;
        Archive(now);
        return true;
    }

    /// <summary>The shop has what the product needs: it is shown again, as it was before.</summary>
    public void ComeBack(DateTimeOffset now)
    {
        LostPermit = "";
        if (WithheldReason.Length == 0)
        {
            Move(ProductState.Published, now);
        }
    }

    /// <summary>In another category it needs no permit that is lost; the seller may publish it again.</summary>
    public void NeedsNoLostPermit() => LostPermit = "";

    /// <summary>Taken off display by the cooperative; the seller cannot publish it again until it is let go.</summary>
    public void Withhold(string reason, DateTimeOffset now)
    {
        WithheldReason = reason;
        Archive(now);
    }

    /// <summary>The cooperative lets it go: the seller may publish it again.</summary>
    public void Release(DateTimeOffset now) => (WithheldReason, ChangedAt) = ("", now);

    /// <summary>Takes it off display. It can be published again.</summary>
    public void Archive(DateTimeOffset now) => Move(ProductState.Archived, now);

    /// <summary>Refreshes the words it is searched by, when the way of putting texts into words has changed.</summary>
    public void PutIntoWords(string categoryWords)
    {
        var contents = NetQuantity > 0 ? $" {NetQuantity} {NetUnit}" : "";
        var words = $" {string.Join(' ', SearchTerms.Of(Name + contents).Distinct())} / {string.Join(' ', SearchTerms.Of(categoryWords))}";
        SearchText = PlainText.Cut(words, LongestSearchText);
    }

    /// <summary>Pressed twice, it stands where it stood.</summary>
    void Move(ProductState to, DateTimeOffset now)
    {
        if (State != to && !ProductMoves.From(State).Contains(to))
        {
            throw new RuleBroken("product.illegal_move", "Status produk sudah berubah, jadi langkah ini tidak bisa dilakukan. Muat ulang halaman untuk melihat status terbaru.");
        }

        if (to == ProductState.Published && State != to)
        {
            ShownSince = now;
        }

        State = to;
        ChangedAt = now;
    }
}
