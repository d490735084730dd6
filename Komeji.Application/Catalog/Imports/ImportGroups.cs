using Komeji.Domain.Catalog;
using Komeji.Domain.Common;

namespace Komeji.Application.Catalog.Imports;

/// <summary>A row and whose it is.</summary>
/// <param name="Known">The variant whose code it has; null for a new one, and where the code cannot be gone by.</param>
/// <param name="Fault">What is wrong with its code, or that a new one has no name.</param>
sealed record ReadRow(ImportRow Row, (ProductId Product, VariantId Variant)? Known, CellFault? Fault)
{
    /// <summary>Its code cannot be gone by.</summary>
    public bool IsUncertain => Fault?.Column == ImportColumn.Sku;
}

/// <summary>The rows of one product.</summary>
/// <param name="Known">Null for a new one.</param>
/// <param name="MayBeKnown">A row whose code cannot be gone by may be of a product there is.</param>
sealed record ImportGroup(ProductId? Known, IReadOnlyList<ReadRow> Reads, bool MayBeKnown)
{
    public IReadOnlyList<ImportRow> Rows { get; } = [.. Reads.Select(r => r.Row)];

    /// <summary>Of each row; null for a new variant.</summary>
    public IReadOnlyList<VariantId?> Variants { get; } = [.. Reads.Select(r => r.Known?.Variant)];

    public IReadOnlyList<CellFault> Told { get; } = [.. Reads.Select(r => r.Fault).OfType<CellFault>()];

    /// <summary>It is not said whose they are, so nothing is said about what they are together.</summary>
    public bool IsUncertain => MayBeKnown && Reads.Any(r => r.IsUncertain);

    /// <summary>In a row that may be of a product there is, only what is written can be wrong.</summary>
    public bool Holds(CellFault fault) => !MayBeKnown || Reads.First(r => r.Row.Number == fault.Row) is not { IsUncertain: true } read || read.Row[fault.Column] is not null;
}

static class ImportGroups
{
    /// <summary>
    /// A row whose code the shop has belongs to that product; a new code, or one that cannot be gone by, to the product of the same name
    /// in this table, else to a new one of that name. A row with a wrong code is looked at all the same, so that all its faults are told.
    /// </summary>
    /// <param name="check">What is wrong with a row's code; null when nothing.</param>
    public static IReadOnlyList<ImportGroup> Of(IEnumerable<ImportRow> table, ImportShop shop, Func<ImportRow, CellFault?> check)
    {
        var rows = table.Select(row => Read(row, shop, check(row))).ToList();
        var names = new Dictionary<string, ProductId>();
        foreach (var (row, known, _) in rows.Where(r => r.Known is not null))
        {
            names.TryAdd(Key(row) is { Length: > 0 } name ? name : SearchWords.Fold(shop.Product(known!.Value.Product).Name), known!.Value.Product);
        }

        var groups = new Dictionary<object, List<ReadRow>>();
        foreach (var read in rows)
        {
            var name = Key(read.Row);
            object key = read.Known is { } of ? of.Product : name.Length == 0 ? read.Row : names.TryGetValue(name, out var product) ? product : name;
            (groups.TryGetValue(key, out var group) ? group : groups[key] = []).Add(read);
        }

        return [.. groups.Select(g => new ImportGroup(g.Key as ProductId?, g.Value, g.Key is not string name || shop.HasNamed(name)))];
    }

    static ReadRow Read(ImportRow row, ImportShop shop, CellFault? fault)
    {
        if (fault is not null)
        {
            return new ReadRow(row, null, fault);
        }

        var known = shop.Find(row[ImportColumn.Sku]!).Select(k => ((ProductId, VariantId)?)k).SingleOrDefault();
        return new ReadRow(row, known, known is null && Key(row).Length == 0 ? new CellFault(row.Number, ImportColumn.Name, "SKU ini baru, jadi nama produknya harus diisi.") : null);
    }

    static string Key(ImportRow row) => SearchWords.Fold(row[ImportColumn.Name] ?? "");
}
