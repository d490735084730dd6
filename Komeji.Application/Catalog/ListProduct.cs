using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog;

/// <summary>Writes a new listing for the seller's shop, as a draft: pictures are added next, then it is published.</summary>
public sealed record ListProduct(ListingDraft Draft) : ICommand<ProductId>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, ICodes codes, TimeProvider clock) : IRequestHandler<ListProduct, ProductId>
    {
        public async Task<ProductId> Handle(ListProduct request, CancellationToken cancellationToken)
        {
            var store = await desk.At(ShopRights.Products, cancellationToken);
            var category = await db.CategoryFor(request.Draft.CategoryId, cancellationToken);
            var product = Product.Draft(store.Id, await db.FreeSlug(request.Draft.Name, codes, cancellationToken), request.Draft.Facts(category), request.Draft.VariantFacts(category), clock.GetUtcNow());
            db.Products.Add(product);
            return product.Id;
        }
    }
}
