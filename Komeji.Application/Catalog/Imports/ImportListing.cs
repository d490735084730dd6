using Komeji.Domain.Catalog;
using Komeji.Domain.Common;

namespace Komeji.Application.Catalog.Imports;

/// <summary>A listing as its rows write it: what they leave out stays as it is, or as an empty form has it.</summary>
/// <param name="product">Null for a new one.</param>
sealed class ImportListing(ImportShop shop, ImportCells cells, Product? product)
{
    readonly List<CountedStock> counts = [];
    string? categoryText;

    public IReadOnlyList<CountedStock> Counts => counts;

    bool IsService => (Category() ?? (product is null ? null : shop.Category(product.CategoryId)))?.Kind == ProductKind.Service;

    /// <summary>Where the category is missing or unknown, which is told, it is taken for goods of none.</summary>
    public ProductFacts Facts()
    {
        var name = cells.Text(ImportColumn.Name) ?? product?.Name ?? "";
        var category = Category() ?? (product is null || cells.IsWritten(ImportColumn.Category) ? null : shop.Category(product.CategoryId));
        CheckCategory(category);
        var net = cells.Whole(ImportColumn.Net) ?? product?.NetQuantity ?? 0;
        var unit = cells.Unit() ?? product?.NetUnit ?? "";
        if (net > 0 && unit.Length == 0)
        {
            cells.Fault(ImportColumn.Unit, "Isi satuan isi: g, ml, buah, lembar, pasang, atau porsi.");
        }

        var weight = cells.Whole(ImportColumn.Weight) ?? product?.WeightGrams;
        if (weight is null && category?.Kind == ProductKind.Goods && !cells.IsWritten(ImportColumn.Weight))
        {
            cells.Fault(ImportColumn.Weight, "Isi berat dengan kemasan dalam gram.");
        }

        return new ProductFacts(
            category?.Id ?? default(CategoryId), category?.Name ?? "", category?.Kind ?? ProductKind.Goods, name, cells.Text(ImportColumn.Description, lines: true) ?? product?.Description ?? "",
            category?.Kind == ProductKind.Service ? 0 : weight ?? 1,
            cells.Whole(ImportColumn.Length) ?? product?.LengthCm ?? 0, cells.Whole(ImportColumn.Width) ?? product?.WidthCm ?? 0, cells.Whole(ImportColumn.Height) ?? product?.HeightCm ?? 0,
            net, net == 0 ? "" : unit, cells.Whole(ImportColumn.Handling) ?? product?.HandlingDays ?? 1,
            cells.Text(ImportColumn.Origin) ?? product?.Origin ?? "", cells.Local() ?? product?.IsLocal ?? false, cells.Text(ImportColumn.Permits) ?? product?.Permits ?? "",
            Warranty(), Service(category));
    }

    /// <summary>The rows' variants, then those on sale the table does not speak of, as they are.</summary>
    public IReadOnlyList<VariantFacts> Variants(ImportGroup group)
    {
        var written = group.Rows.Zip(group.Variants, Variant).ToList();
        var rest = product is null ? [] : product.Variants.Where(v => v.IsOnSale && !group.Variants.Contains(v.Id)).OrderBy(v => v.Position)
            .Select(v => new VariantFacts(v.Id, v.Name, v.Price, v.Stock, v.Sku));
        return [.. written.Concat(rest).OrderBy(f => product?.Variants.FirstOrDefault(v => v.Id == f.Id)?.Position ?? int.MaxValue)];
    }

    VariantFacts Variant(ImportRow row, VariantId? id)
    {
        var known = product?.Variants.FirstOrDefault(v => v.Id == id);
        var price = cells.Money(ImportColumn.Price, row) ?? known?.Price;
        if (price is null && row[ImportColumn.Price] is null)
        {
            cells.Fault(row, ImportColumn.Price, "Isi harga.");
        }

        var facts = new VariantFacts(id, cells.Text(ImportColumn.Variant, row) ?? known?.Name ?? "", price ?? new Rupiah(100), Stock(row, known), PlainText.Cut(row[ImportColumn.Sku] ?? "", 40));
        foreach (var refusal in facts.Refusals())
        {
            cells.Fault(row, refusal.Code switch { "product.price" => ImportColumn.Price, "product.stock" => ImportColumn.Stock, _ => ImportColumn.Variant }, refusal.Message);
        }

        return facts;
    }

    /// <summary>A service is never short of pieces.</summary>
    int Stock(ImportRow row, Variant? known)
    {
        var counted = cells.Whole(ImportColumn.Stock, row);
        if (IsService)
        {
            if (counted is not null)
            {
                cells.Fault(row, ImportColumn.Stock, "Jasa tidak memakai stok. Kosongkan sel ini.");
            }

            return known?.Stock ?? VariantFacts.MostStock;
        }

        if (counted is null && known is null && row[ImportColumn.Stock] is null)
        {
            cells.Fault(row, ImportColumn.Stock, "Isi stok, 0 bila habis.");
        }

        if (counted is { } pieces && known is not null)
        {
            Count(row, known, cells.Whole(ImportColumn.StockSeen, row) ?? known.Stock, pieces);
        }

        return counted ?? known?.Stock ?? 0;
    }

    /// <summary>Only the difference to what the seller saw is counted, so that pieces sold since an export stay sold.</summary>
    void Count(ImportRow row, Variant known, int seen, int pieces)
    {
        if (known.Stock + (long)pieces - seen < 0)
        {
            cells.Fault(row, ImportColumn.Stock, $"Sejak tabel ini diekspor sudah ada yang terjual; stok sekarang {known.Stock}, jadi tidak bisa dikurangi {seen - pieces}. Ekspor lagi, lalu ubah stoknya.");
        }
        else if (pieces != seen)
        {
            counts.Add(new CountedStock(known.Id, seen, pieces));
        }
    }

    Warranty Warranty()
    {
        var known = product?.Warranty ?? Komeji.Domain.Catalog.Warranty.None;
        var kind = cells.Warranty() ?? known.Kind;
        var (months, answerer, terms) = (cells.Whole(ImportColumn.WarrantyMonths), cells.Text(ImportColumn.WarrantyAnswerer), cells.Text(ImportColumn.WarrantyTerms, lines: true));
        return kind == Komeji.Domain.Catalog.WarrantyKind.None
            ? Komeji.Domain.Catalog.Warranty.None
            : new Warranty(kind, months ?? known.Months, answerer ?? known.Answerer ?? "", terms ?? known.Terms ?? "", known.Freight);
    }

    ServiceTerms? Service(CategoryLeaf? category)
    {
        var timetable = new ImportTimetable(shop.Regions, cells);
        if (category is null ? ImportColumn.Timetable.Any(cells.IsWritten) : category.Kind == ProductKind.Service)
        {
            return timetable.Read(product?.Service);
        }

        timetable.CheckNone();
        return null;
    }

    /// <summary>Read once, so that a fault is told once.</summary>
    string? CategoryText => categoryText ??= cells.Text(ImportColumn.Category) ?? "";

    CategoryLeaf? Category() => CategoryText is { Length: > 0 } typed ? shop.Category(typed) : null;

    void CheckCategory(CategoryLeaf? category)
    {
        if (category is null)
        {
            cells.Fault(ImportColumn.Category, CategoryText is { Length: > 0 } typed
                ? $"Kategori “{PlainText.Cut(typed, 60)}” tidak ada. Salin namanya dari lembar Kategori di templat XLSX, atau dari formulir produk."
                : "Isi kategori.");
        }
    }
}
