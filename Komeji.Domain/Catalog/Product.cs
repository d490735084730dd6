using Komeji.Domain.Common;

namespace Komeji.Domain.Catalog;

/// <summary>Something a shop sells. Price and stock belong to its variants; a product without choices has one variant with an empty name.</summary>
public sealed partial class Product : Aggregate
{
    public const int MostVariants = 30;
    public const int LongestSearchText = 400;

    readonly List<Variant> variants = [];

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
    public WarrantyFreight WarrantyFreight { get; private set; }

    /// <summary>
    /// The words it is searched by (<see cref="SearchTerms"/>), each with a space before it: those of its name and contents, a bar,
    /// those of its category: <c>" kopi robusta 250g / kopi"</c>.
    /// </summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Lowest price of its variants, kept for sorting and filters.</summary>
    public Rupiah LowestPrice { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>How a service can be had; null for goods, and for services listed before appointments were made here.</summary>
    public ServiceTerms? Service { get; private set; }

    public IReadOnlyList<Variant> Variants => variants;

    public Warranty Warranty => new(WarrantyKind, WarrantyMonths, WarrantyAnswerer, WarrantyTerms, WarrantyFreight);

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
        if (PublishedAt is not null && CategoryId != facts.CategoryId)
        {
            MovedAt ??= now;
        }

        CategoryId = facts.CategoryId;
        Kind = facts.Kind;
        Service = facts.Kind == ProductKind.Service ? facts.Service : null;
        var named = Name;
        Name = facts.Name.Trim();
        Description = facts.Description.Trim();
        WeightGrams = facts.WeightGrams;
        (LengthCm, WidthCm, HeightCm) = (facts.LengthCm, facts.WidthCm, facts.HeightCm);
        (NetQuantity, NetUnit) = (facts.NetQuantity, facts.NetUnit.Trim());
        HandlingDays = facts.HandlingDays;
        Origin = facts.Origin.Trim();
        IsLocal = facts.IsLocal;
        Permits = facts.Permits.Trim();
        (WarrantyKind, WarrantyMonths, WarrantyAnswerer, WarrantyTerms, WarrantyFreight) = facts.Warranty;
        ChangedAt = now;
        PutIntoWords(facts.CategoryWords);
        if (Name != named)
        {
            Raise(new ProductNamed(Id, Name, now));
        }

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
    /// <exception cref="RuleBroken"><c>product.withheld</c></exception>
    public Product Copy(string slug, string categoryWords, DateTimeOffset now)
    {
        if (WithheldReason.Length > 0)
        {
            throw new RuleBroken("product.withheld", "Produk ini diturunkan oleh petugas koperasi, jadi tidak bisa disalin. Perbaiki, lalu minta ditinjau lagi di halaman produknya.");
        }

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

    /// <summary>Refreshes the words it is searched by, when the way of putting texts into words has changed.</summary>
    public void PutIntoWords(string categoryWords)
    {
        var contents = NetQuantity > 0 ? $" {NetQuantity} {NetUnit}" : "";
        var words = $" {string.Join(' ', SearchTerms.Of(Name + contents).Distinct())} / {string.Join(' ', SearchTerms.Of(categoryWords))}";
        SearchText = PlainText.Cut(words, LongestSearchText);
    }
}

/// <summary>A listing has a name it did not have before.</summary>
public sealed record ProductNamed(ProductId Product, string Name, DateTimeOffset At);
