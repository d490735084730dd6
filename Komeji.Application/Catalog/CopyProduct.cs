using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Catalog;

/// <summary>Makes a draft like an existing listing, to be changed and published.</summary>
public sealed record CopyProduct(ProductId Id) : ICommand<ProductId>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, ICodes codes, TimeProvider clock) : IRequestHandler<CopyProduct, ProductId>
    {
        public async Task<ProductId> Handle(CopyProduct request, CancellationToken cancellationToken)
        {
            var product = await db.Mine(desk, request.Id, cancellationToken);
            var category = await db.CategoryFor(product.CategoryId, cancellationToken);
            var copy = product.Copy(await db.FreeSlug(product.Name, codes, cancellationToken), category.Name, clock.GetUtcNow());
            db.Products.Add(copy);
            return copy.Id;
        }
    }
}
