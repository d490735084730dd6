using Komeji.Domain.Catalog;
using Komeji.Domain.Common;

namespace Komeji.Application.Catalog.Imports;

/// <summary>
/// What a table does to a shop. The products themselves decide, by the rules of the form: a refusal becomes a fault of a row. For
/// a check they are copies nobody keeps; for saving, the ones the transaction keeps.
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
        foreach (var group in ImportGroups.Of(table, shop, CheckCode, faults))
        {
            var before = faults.Count;
            var cells = new ImportCells(group.Rows, faults);
            cells.CheckAgreement();
            Take(group, cells, before);
            done += group.Rows.Count;
            untold += group.Rows.Count;
            if (untold >= ToldEvery)
            {
                untold = 0;
                await progress(done);
            }
        }
    }

    /// <returns>False when the row cannot be told from others.</returns>
    bool CheckCode(ImportRow row, HashSet<string> seen)
    {
        var reason = row[ImportColumn.Sku] switch
        {
            null => "Isi SKU (kode barang Anda sendiri), satu untuk setiap baris.",
            var sku when sku.StartsWith(ExampleSku, StringComparison.OrdinalIgnoreCase) => "Ini baris contoh dari templat. Hapus baris ini.",
            var sku when ImportCells.Spoilt(sku) is { } spoilt => spoilt,
            var sku when shop.WithZeros(sku) is { } code => $"Di toko Anda kodenya {code}; Excel menghapus angka nol di depannya. Ubah format kolom SKU menjadi Teks, lalu ketik ulang.",
            var sku when PlainText.Read(sku) != sku => "Ada karakter tersembunyi di SKU. Hapus isi sel ini, lalu ketik ulang.",
            { Length: > 40 } => "SKU paling panjang 40 huruf.",
            var sku when !seen.Add(sku) => "SKU ini sudah ada di baris lain tabel ini. Beri kode yang berbeda.",
            var sku when shop.Find(sku).Count > 1 => "Beberapa varian di toko Anda memakai SKU ini. Bedakan dahulu lewat formulir produk.",
            _ => null,
        };
        if (reason is not null)
        {
            faults.Add(new CellFault(row.Number, ImportColumn.Sku, reason));
        }

        return reason is null;
    }

    void Take(ImportGroup group, ImportCells cells, int faultsBefore)
    {
        var product = group.Known is { } id ? shop.Product(id) : null;
        var reader = new ImportListing(shop, cells, product);
        var (facts, variants, state) = (reader.Facts(), reader.Variants(group), cells.State());
        if (faults.Count > faultsBefore || facts is null)
        {
            return;
        }

        try
        {
            if (product is null)
            {
                product = Komeji.Domain.Catalog.Product.Draft(shop.Id, slugOf(facts.Name), facts, variants, now);
                Settle(product, state);
                added.Add(product);
            }
            else
            {
                var from = product.CategoryId;
                product.Describe(facts, variants, now);
                shop.Lost.AllowMove(product, from);
                Settle(product, state);
                counts.AddRange(reader.Counts);
                Changed++;
            }
        }
        catch (RuleBroken refusal)
        {
            cells.Fault(ColumnOf(refusal.Code), refusal.Message);
        }
    }

    void Settle(Product product, ProductState? wish)
    {
        switch (wish)
        {
            case ProductState.Published when product.Pictures.Count == 0:
                throw new RuleBroken("product.picture_required", "Produk ini belum punya foto. Tulis draf, tambahkan foto lewat formulir produk, lalu tayangkan.");
            case ProductState.Published when product.State != ProductState.Published:
                shop.Lost.Allow(product);
                product.Publish(now);
                break;
            case ProductState.Archived when product.State != ProductState.Archived:
                product.Archive(now);
                break;
            case ProductState.Draft when product.State != ProductState.Draft:
                throw new RuleBroken("product.illegal_move", "Produk yang pernah tayang tidak menjadi draf lagi. Tulis arsip agar pembeli tidak melihatnya.");
            default:
                break;
        }
    }

    static ImportColumn ColumnOf(string code) => code switch
    {
        "product.description" or "product.void_clause" => ImportColumn.Description,
        "product.weight" => ImportColumn.Weight,
        "product.size" => ImportColumn.Length,
        "product.net" => ImportColumn.Net,
        "product.handling" => ImportColumn.Handling,
        "product.origin" => ImportColumn.Origin,
        "product.permits" => ImportColumn.Permits,
        "product.warranty" => ImportColumn.WarrantyKind,
        "product.price" => ImportColumn.Price,
        "product.stock" => ImportColumn.Stock,
        "product.variants" or "product.variant_names" => ImportColumn.Variant,
        "product.category" or "product.permit_lost" => ImportColumn.Category,
        "product.service" => ImportColumn.Duration,
        "product.picture_required" or "product.illegal_move" => ImportColumn.State,
        _ => ImportColumn.Name,
    };
}

/// <param name="Before">Pieces the shelf was said to hold when this was planned.</param>
sealed record CountedStock(VariantId Variant, int Before, int Counted);
