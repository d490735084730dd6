using Komeji.Application.Common;
using Komeji.Application.Legal;
using Komeji.Application.Stores;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog;

/// <summary>What is done to several listings at once; one of them.</summary>
/// <param name="Price">Another price.</param>
/// <param name="Stock">So many pieces of every variant.</param>
/// <param name="To">On display or off it.</param>
public sealed record ProductsEdit(Repricing? Price = null, int? Stock = null, ProductState? To = null);

/// <summary>
/// Changes several of the seller's listings in one transaction: all of them, or none when one refuses, with the reason of each that
/// does.
/// </summary>
/// <returns>How many.</returns>
/// <exception cref="RuleBroken"><c>products.none</c>, <c>products.too_many</c>, <c>products.refused</c></exception>
public sealed record EditProducts(IReadOnlyList<ProductId> Ids, ProductsEdit Edit) : ICommand<int>
{
    public const int Most = 200;
    const int Named = 10;

    internal sealed class Handler(IKomejiDb db, ShopDesk desk, Stock stock, PermitsOfGoods permits, TimeProvider clock) : IRequestHandler<EditProducts, int>
    {
        public async Task<int> Handle(EditProducts request, CancellationToken cancellationToken)
        {
            var ids = request.Ids.Distinct().ToList();
            if (ids.Count is 0 or > Most)
            {
                throw ids.Count == 0
                    ? new RuleBroken("products.none", "Belum ada produk yang dipilih. Centang produk di daftar, lalu ulangi.")
                    : new RuleBroken("products.too_many", "Pilih paling banyak 200 produk sekaligus. Untuk lebih banyak, ekspor tabel, ubah, lalu impor.");
            }

            var products = await (await db.Products(desk, cancellationToken)).Where(p => ids.Contains(p.Id)).Include(p => p.Variants).Include(p => p.Pictures)
                .OrderBy(p => p.Id).ToListAsync(cancellationToken);
            if (products.Count != ids.Count)
            {
                throw new NotFound();
            }

            var lost = await permits.LostBy(products[0].StoreId, clock.GetUtcNow(), cancellationToken);
            var refusals = new List<string>();
            foreach (var product in products)
            {
                try
                {
                    await Change(product, request.Edit, lost, cancellationToken);
                }
                catch (RuleBroken refusal)
                {
                    refusals.Add($"{product.Name}: {refusal.Message}");
                }
            }

            return refusals.Count == 0 ? products.Count : throw Refuse(refusals);
        }

        async Task Change(Product product, ProductsEdit edit, LostPermits lost, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            if (edit.Price is { } price)
            {
                product.Reprice(price, now);
            }

            if (edit.Stock is { } pieces)
            {
                await Count(product, pieces, cancellationToken);
            }

            switch (edit.To)
            {
                case ProductState.Published:
                    lost.Allow(product);
                    product.Publish(now);
                    break;
                case ProductState.Archived:
                    product.Archive(now);
                    break;
                default:
                    break;
            }
        }

        async Task Count(Product product, int pieces, CancellationToken cancellationToken)
        {
            if (product.Kind == ProductKind.Service)
            {
                throw new RuleBroken("product.stock", "jasa tidak memakai stok, tetapi jadwal.");
            }

            foreach (var variant in product.Variants.Where(v => v.IsOnSale).OrderBy(v => v.Id.Value))
            {
                await stock.Count(variant.Id, variant.Stock, pieces, cancellationToken);
            }
        }

        static RuleBroken Refuse(List<string> refusals)
        {
            var more = refusals.Count > Named ? $"\nDan {refusals.Count - Named} produk lain." : "";
            return new RuleBroken("products.refused", $"Tidak ada yang diubah. {string.Join('\n', refusals.Take(Named))}{more}");
        }
    }
}
