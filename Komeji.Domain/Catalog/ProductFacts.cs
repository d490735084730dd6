using Komeji.Domain.Common;
using Komeji.Domain.Stores;

namespace Komeji.Domain.Catalog;

/// <summary>What a listing says, as the seller gives it.</summary>
/// <param name="CategoryWords">The category's name, searched along with the product's.</param>
public sealed record ProductFacts(
    CategoryId CategoryId,
    string CategoryWords,
    ProductKind Kind,
    string Name,
    string Description,
    int WeightGrams,
    int LengthCm,
    int WidthCm,
    int HeightCm,
    int NetQuantity,
    string NetUnit,
    int HandlingDays,
    string Origin,
    bool IsLocal,
    string Permits,
    Warranty Warranty,
    ServiceTerms? Service = null)
{
    /// <exception cref="RuleBroken"><c>product.*</c></exception>
    public void Check()
    {
        if (Refusals().FirstOrDefault() is { } first)
        {
            throw first;
        }
    }

    /// <summary>All that speaks against it, in the order of the form.</summary>
    public IEnumerable<RuleBroken> Refusals() =>
        Limits().Where(limit => !limit.Holds).Select(limit => new RuleBroken(limit.Code, limit.Message))
            .Concat(Texts().Select(RuleBroken.By).OfType<RuleBroken>())
            .Concat(OfService());

    IEnumerable<(bool Holds, string Code, string Message)> Limits() =>
    [
        (Name.Trim().Length is >= 5 and <= 120, "product.name", "Nama produk 5 sampai 120 huruf."),
        (Description.Trim().Length <= 5_000, "product.description", "Keterangan paling panjang 5.000 huruf."),
        (Kind == ProductKind.Service || WeightGrams is >= 1 and <= 500_000, "product.weight", "Berat 1 gram sampai 500 kg. Isi dalam gram."),
        (LengthCm is >= 0 and <= 500 && WidthCm is >= 0 and <= 500 && HeightCm is >= 0 and <= 500, "product.size", "Ukuran kemasan 0 sampai 500 cm."),
        (NetQuantity is >= 0 and <= 1_000_000, "product.net", "Isi bersih 0 sampai 1.000.000."),
        (NetUnit.Trim().Length <= 10, "product.net", "Pilih satuan isi dari daftar."),
        (Origin.Trim().Length <= 120, "product.origin", "Asal paling panjang 120 huruf."),
        (Permits.Trim().Length <= 300, "product.permits", "Izin paling panjang 300 huruf."),
        (Warranty.Answerer.Length <= 100 && Warranty.Terms.Length <= 1_000, "product.warranty", "Penanggung garansi paling panjang 100 huruf dan ketentuannya 1.000 huruf."),
        (HandlingDays is >= 0 and <= 60, "product.handling", "Waktu penyiapan 0 sampai 60 hari kerja."),
        (Warranty.Kind == WarrantyKind.None || (Warranty.Months is >= 1 and <= 120 && Warranty.Answerer.Trim().Length > 0),
            "product.warranty", "Isi lama garansi 1 sampai 120 bulan dan siapa yang menanggungnya."),
    ];

    IEnumerable<Action> Texts() =>
    [
        () => RestrictedGoods.CheckName(Name),
        () => VoidClauses.Check("Keterangan produk", Description, "product.void_clause"),
        () => VoidClauses.Check("Ketentuan garansi", Warranty.Terms, "product.void_clause"),
    ];

    /// <summary>A service says how it can be had.</summary>
    IEnumerable<RuleBroken> OfService() => Kind != ProductKind.Service
        ? []
        : Service?.Refusals() ?? [new RuleBroken("product.service", "Isi jadwal jasa: lama pengerjaan, tempat, hari, dan jam.")];
}

/// <param name="Id">Null for a new variant.</param>
public sealed record VariantFacts(VariantId? Id, string Name, Rupiah Price, int Stock, string Sku)
{
    public const int MostStock = 1_000_000;

    /// <exception cref="RuleBroken"><c>product.variants</c>, <c>product.variant_names</c>, <c>product.price</c>, <c>product.stock</c></exception>
    internal static void Check(IReadOnlyList<VariantFacts> variants, int most)
    {
        if (RefusalsOfAll(variants, most).Concat(variants.SelectMany(v => v.Refusals())).FirstOrDefault() is { } first)
        {
            throw first;
        }
    }

    /// <summary>What speaks against having these together; each by itself is not looked at.</summary>
    public static IEnumerable<RuleBroken> RefusalsOfAll(IReadOnlyList<VariantFacts> variants, int most)
    {
        if (variants.Count == 0 || variants.Count > most)
        {
            yield return new RuleBroken("product.variants", $"Isi 1 sampai {most} varian.");
        }

        if (variants.Select(v => SearchWords.Fold(v.Name)).Distinct().Count() != variants.Count)
        {
            yield return new RuleBroken("product.variant_names", "Setiap varian harus punya nama yang berbeda.");
        }
    }

    /// <summary>All that speaks against it by itself.</summary>
    public IEnumerable<RuleBroken> Refusals()
    {
        if (RuleBroken.By(() => CheckPrice(Price)) is { } refusal)
        {
            yield return refusal;
        }

        if (Stock is < 0 or > MostStock)
        {
            yield return new RuleBroken("product.stock", "Isi stok 0 sampai 1.000.000; tulis 0 bila habis.");
        }

        if (Name.Trim().Length > 60 || Sku.Trim().Length > 40)
        {
            yield return new RuleBroken("product.variant_names", "Nama varian paling panjang 60 huruf dan kode barang 40 huruf.");
        }
    }

    /// <exception cref="RuleBroken"><c>product.price</c></exception>
    public static void CheckPrice(Rupiah price)
    {
        if (price < new Rupiah(100) || price > new Rupiah(1_000_000_000))
        {
            throw new RuleBroken("product.price", "Harga Rp100 sampai Rp1.000.000.000.");
        }
    }
}
