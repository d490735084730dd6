using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog.Imports;

/// <summary>The seller's products as the table that can be imported again: one row for each variant on sale.</summary>
/// <param name="State">All when null.</param>
public sealed record ExportProducts(ProductState? State = null) : IQuery<IReadOnlyList<IReadOnlyList<object>>>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, KnownCategories categories) : IRequestHandler<ExportProducts, IReadOnlyList<IReadOnlyList<object>>>
    {
        public async Task<IReadOnlyList<IReadOnlyList<object>>> Handle(ExportProducts request, CancellationToken cancellationToken)
        {
            var tree = await categories.Read(cancellationToken);
            var names = tree.Branches.SelectMany(b => b.Leaves.Prepend(b.Top)).ToDictionary(c => c.Id, c => c.Name);
            var products = (await db.Products(desk, cancellationToken)).AsNoTracking();
            if (request.State is { } state)
            {
                products = products.Where(p => p.State == state);
            }

            var rows = await (from p in products
                              from v in p.Variants
                              where v.IsOnSale
                              orderby p.ChangedAt descending, p.Id, v.Position, v.Id
                              select new ExportRow(v.Id, v.Sku, v.Name, v.Price, v.Stock, p)).ToListAsync(cancellationToken);
            var shop = await desk.At(ShopRights.Products, cancellationToken);
            var regions = await ImportRegions.Of(db, shop.Id, cancellationToken);
            return [.. rows.Select(IReadOnlyList<object> (row) => Cells(row, names, regions))];
        }

        static object[] Cells(ExportRow row, Dictionary<CategoryId, string> names, ImportRegions regions)
        {
            var p = row.Product;
            var hasWarranty = p.WarrantyKind != WarrantyKind.None;
            return
            [
                Variant.CodeOf(row.Id, row.Sku), p.Name, row.Name, names.GetValueOrDefault(p.CategoryId, ""), row.Price.Amount, p.Kind == ProductKind.Service ? "" : (long)row.Stock, p.Kind == ProductKind.Service ? "" : (long)row.Stock,
                Shown(p.WeightGrams), p.Description, Shown(p.LengthCm), Shown(p.WidthCm), Shown(p.HeightCm), Shown(p.NetQuantity), p.NetUnit, (long)p.HandlingDays,
                p.Origin, p.IsLocal ? "ya" : "tidak", p.Permits, p.WarrantyKind switch { WarrantyKind.Shop => "toko", WarrantyKind.Maker => "pembuat", _ => "tanpa" },
                hasWarranty ? (long)p.WarrantyMonths : "", hasWarranty ? p.WarrantyAnswerer : "", hasWarranty ? p.WarrantyTerms : "",
                .. ImportTimetable.Write(p.Service, regions),
                p.State switch { ProductState.Published => "tayang", ProductState.Archived => "arsip", _ => "draf" },
            ];
        }

        static object Shown(int number) => number == 0 ? "" : (long)number;
    }

    sealed record ExportRow(VariantId Id, string Sku, string Name, Rupiah Price, int Stock, Product Product);
}
