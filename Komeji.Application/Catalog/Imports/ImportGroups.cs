using Komeji.Domain.Catalog;
using Komeji.Domain.Common;

namespace Komeji.Application.Catalog.Imports;

/// <summary>The rows of one product.</summary>
/// <param name="Known">Null for a new one.</param>
/// <param name="Variants">Of each row; null for a new variant.</param>
sealed record ImportGroup(ProductId? Known, IReadOnlyList<ImportRow> Rows, IReadOnlyList<VariantId?> Variants);

static class ImportGroups
{
    /// <summary>
    /// A row whose code the shop has belongs to that product; a new code to the product of the same name in this table, else to a
    /// new one of that name.
    /// </summary>
    public static IReadOnlyList<ImportGroup> Of(ImportTable table, ImportShop shop, Func<ImportRow, HashSet<string>, bool> check, List<CellFault> faults)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var rows = table.Rows.Where(row => check(row, seen)).Select(row => (Row: row, Known: shop.Find(row[ImportColumn.Sku]!).Select(k => ((ProductId, VariantId)?)k).SingleOrDefault())).ToList();
        var names = new Dictionary<string, ProductId>();
        foreach (var (row, known) in rows.Where(r => r.Known is not null))
        {
            names.TryAdd(Key(row) is { Length: > 0 } name ? name : SearchWords.Fold(shop.Product(known!.Value.Item1).Name), known!.Value.Item1);
        }

        var groups = new Dictionary<object, List<(ImportRow, VariantId?)>>();
        foreach (var (row, known) in rows)
        {
            if (known is null && Key(row).Length == 0)
            {
                faults.Add(new CellFault(row.Number, ImportColumn.Name, "SKU ini baru, jadi nama produknya harus diisi."));
                continue;
            }

            object key = known is { } of ? of.Item1 : names.TryGetValue(Key(row), out var product) ? product : Key(row);
            (groups.TryGetValue(key, out var group) ? group : groups[key] = []).Add((row, known?.Item2));
        }

        return [.. groups.Select(g => new ImportGroup(g.Key as ProductId?, [.. g.Value.Select(r => r.Item1)], [.. g.Value.Select(r => r.Item2)]))];
    }

    static string Key(ImportRow row) => SearchWords.Fold(row[ImportColumn.Name] ?? "");
}
