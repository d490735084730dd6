using Komeji.Domain.Catalog;
using Komeji.Domain.Common;

namespace Komeji.Application.Catalog.Imports;

/// <summary>
/// What a table does to a shop. The products themselves decide, by the rules of the form: a refusal becomes a fault of a row, and all
/// of a row are told at once. For a check they are copies nobody keeps; for saving, the ones the transaction keeps.
/// </summary>
sealed class ImportPlan(ImportShop shop, Func<string, string> slugOf, DateTimeOffset now)
{
    const int ToldEvery = 250;
    const string ExampleSku = "CONTOH-";

    readonly List<CellFault> faults = [];
    readonly List<Product> added = [];
    readonly List<CountedStock> counts = [];

    public IReadOnlyList<CellFault> Faults => faults;

    public IReadOnlyList<Product> Added => added;

    /// <summary>Of variants that were there before.</summary>
    public IReadOnlyList<CountedStock> Counts => counts;

    public int Changed { get; private set; }

    /// <param name="progress">Told now and then how many rows are done.</param>
    public async Task Make(ImportTable table, Func<int, Task> progress)
    {
        var done = 0;
        var untold = 0;
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var group in ImportGroups.Of(table.Rows.Where(IsOurs), shop, row => CheckCode(row, seen)))
        {
            Take(group);
            done += group.Rows.Count;
            untold += group.Rows.Count;
            if (untold >= ToldEvery)
            {
                untold = 0;
                await progress(done);
            }
        }
    }

    /// <summary>Nothing else is said about a row of the template.</summary>
    bool IsOurs(ImportRow row)
    {
        var isExample = row[ImportColumn.Sku]?.StartsWith(ExampleSku, StringComparison.OrdinalIgnoreCase) == true;
        if (isExample)
        {
            faults.Add(new CellFault(row.Number, ImportColumn.Sku, "Ini baris contoh dari templat. Hapus baris ini."));
        }

        return !isExample;
    }

    /// <returns>Null when the row can be told from others.</returns>
    CellFault? CheckCode(ImportRow row, HashSet<string> seen)
    {
        var reason = row[ImportColumn.Sku] switch
        {
            null => "Isi SKU (kode barang Anda sendiri), satu untuk setiap baris.",
            var sku when ImportCells.Spoilt(sku) is { } spoilt => spoilt,
            var sku when shop.WithZeros(sku) is { } code => $"Di toko Anda kodenya {code}; Excel menghapus angka nol di depannya. Ubah format kolom SKU menjadi Teks, lalu ketik ulang.",
            var sku when PlainText.Read(sku) != sku => "Ada karakter tersembunyi di SKU. Hapus isi sel ini, lalu ketik ulang.",
            { Length: > 40 } => "SKU paling panjang 40 huruf.",
            var sku when !seen.Add(sku) => "SKU ini sudah ada di baris lain tabel ini. Beri kode yang berbeda.",
            var sku when shop.Find(sku).Count > 1 => "Beberapa varian di toko Anda memakai SKU ini. Bedakan dahulu lewat formulir produk.",
            _ => null,
        };
        return reason is null ? null : new CellFault(row.Number, ImportColumn.Sku, reason);
    }

    void Take(ImportGroup group)
    {
        var found = new List<CellFault>();
        var cells = new ImportCells(group.Rows, found, group.Told);
        cells.CheckAgreement();
        var product = group.Known is { } id ? shop.Product(id) : null;
        var reader = new ImportListing(shop, cells, product);
        var (facts, variants, state) = (reader.Facts(), reader.Variants(group), cells.State());
        var refusals = facts.Refusals().Concat(group.IsUncertain ? [] : VariantFacts.RefusalsOfAll(variants, Product.MostVariants)).Concat(AgainstShowing(product, facts, state))
            .Where(refusal => !cells.IsFaulty(ColumnsOf(refusal.Code))).ToList();
        refusals.ForEach(refusal => cells.Fault(ColumnsOf(refusal.Code)[0], refusal.Message));
        if (!cells.HasFaults)
        {
            Keep(product, cells, (facts, variants, state), reader.Counts);
        }

        faults.AddRange(group.Told);
        faults.AddRange(found.Where(group.Holds));
    }

    void Keep(Product? product, ImportCells cells, (ProductFacts Facts, IReadOnlyList<VariantFacts> Variants, ProductState? State) read, IReadOnlyList<CountedStock> counted)
    {
        try
        {
            if (product is null)
            {
                product = Product.Draft(shop.Id, slugOf(read.Facts.Name), read.Facts, read.Variants, now);
                Settle(product, read.State);
                added.Add(product);
            }
            else
            {
                var from = product.CategoryId;
                product.Describe(read.Facts, read.Variants, now);
                shop.Lost.AllowMove(product, from);
                Settle(product, read.State);
                counts.AddRange(counted);
                Changed++;
            }
        }
        catch (RuleBroken refusal)
        {
            cells.Fault(ColumnsOf(refusal.Code)[0], refusal.Message);
        }
    }

    IEnumerable<RuleBroken> AgainstShowing(Product? product, ProductFacts facts, ProductState? wish)
    {
        var shows = wish == ProductState.Published && product?.State != ProductState.Published;
        if (wish == ProductState.Published && (product is null || product.Pictures.Count == 0))
        {
            yield return new RuleBroken("product.picture_required", "Produk ini belum punya foto. Tulis draf, tambahkan foto lewat formulir produk, lalu tayangkan.");
        }

        if (wish == ProductState.Draft && product is not null && product.State != ProductState.Draft)
        {
            yield return new RuleBroken("product.illegal_move", "Produk yang pernah tayang tidak menjadi draf lagi. Tulis arsip agar pembeli tidak melihatnya.");
        }

        if (shows && product is not null && RuleBroken.By(product.RequireNotWithheld) is { } withheld)
        {
            yield return withheld;
        }

        var moves = product is { State: ProductState.Published } && product.CategoryId != facts.CategoryId;
        if (product is not null && (shows || moves) && shop.Lost.Against(facts.CategoryId) is { } lost)
        {
            yield return lost;
        }
    }

    void Settle(Product product, ProductState? wish)
    {
        switch (wish)
        {
            case ProductState.Published when product.State != ProductState.Published:
                shop.Lost.Allow(product);
                product.Publish(now);
                break;
            case ProductState.Archived when product.State != ProductState.Archived:
                product.Archive(now);
                break;
            default:
                break;
        }
    }

    /// <summary>What a refusal is about: it is told at the first of them, and not at all where one of them cannot be read.</summary>
    static IReadOnlyList<ImportColumn> ColumnsOf(string code) => code switch
    {
        "product.description" or "product.void_clause" => [ImportColumn.Description],
        "product.weight" => [ImportColumn.Weight],
        "product.size" => [ImportColumn.Length, ImportColumn.Width, ImportColumn.Height],
        "product.net" => [ImportColumn.Net, ImportColumn.Unit],
        "product.handling" => [ImportColumn.Handling],
        "product.origin" => [ImportColumn.Origin],
        "product.permits" => [ImportColumn.Permits],
        "product.warranty" => [ImportColumn.WarrantyKind, ImportColumn.WarrantyMonths, ImportColumn.WarrantyAnswerer, ImportColumn.WarrantyTerms],
        "product.price" => [ImportColumn.Price],
        "product.stock" => [ImportColumn.Stock],
        "product.variants" or "product.variant_names" => [ImportColumn.Variant],
        "product.category" or "product.permit_lost" => [ImportColumn.Category],
        "product.service" => ImportColumn.Timetable,
        "product.picture_required" or "product.illegal_move" or "product.withheld" => [ImportColumn.State],
        _ => [ImportColumn.Name],
    };
}

/// <param name="Before">Pieces the shelf was said to hold when this was planned.</param>
sealed record CountedStock(VariantId Variant, int Before, int Counted);
