using Komeji.Application.Common;
using Komeji.Application.Legal;
using Komeji.Application.Stores;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Catalog;

/// <summary>Changes what a listing says, and its stock by the difference the seller counted.</summary>
/// <param name="Version">Of the listing the form showed: a form that is out of date changes nothing.</param>
public sealed record EditProduct(ProductId Id, long Version, ListingDraft Draft) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, Stock stock, PermitsOfGoods permits, TimeProvider clock) : IRequestHandler<EditProduct>
    {
        public async Task<Unit> Handle(EditProduct request, CancellationToken cancellationToken)
        {
            var product = await db.Mine(desk, request.Id, cancellationToken);
            if (product.Version != request.Version)
            {
                throw new RuleBroken("product.changed", "Produk ini baru saja diubah di tempat lain. Buka ulang halamannya, lalu ulangi perubahan Anda.");
            }

            var known = product.Variants.Select(v => v.Id).ToHashSet();
            var category = await db.CategoryFor(request.Draft.CategoryId, cancellationToken);
            var (now, before) = (clock.GetUtcNow(), product.CategoryId);
            product.Describe(request.Draft.Facts(category), request.Draft.VariantFacts(category), now);
            (await permits.LostBy(product.StoreId, now, cancellationToken)).AllowMove(product, before);
            foreach (var variant in request.Draft.Variants.Where(v => v.Id is { } id && known.Contains(id)))
            {
                await Count(variant, category.Kind, cancellationToken);
            }

            return Unit.Value;
        }

        async Task Count(VariantDraft variant, ProductKind kind, CancellationToken cancellationToken)
        {
            var counted = kind == ProductKind.Goods ? variant.Stock : variant.StockSeen < VariantFacts.MostStock / 2 ? VariantFacts.MostStock : variant.StockSeen;
            if (counted != variant.StockSeen)
            {
                await stock.Count(variant.Id!.Value, variant.StockSeen, counted, cancellationToken);
            }
        }
    }
}
