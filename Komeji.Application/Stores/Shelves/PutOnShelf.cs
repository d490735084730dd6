using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Shelves;

/// <summary>Puts products of the same shop into a showcase.</summary>
/// <exception cref="RuleBroken"><c>shelf.none</c>, <c>shelf.full</c></exception>
public sealed record PutOnShelf(StoreShelfId Id, IReadOnlyList<ProductId> Products) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<PutOnShelf>
    {
        public async Task<Unit> Handle(PutOnShelf request, CancellationToken cancellationToken)
        {
            var shelf = await db.MyShelf(desk, request.Id, cancellationToken);
            var ids = request.Products.Distinct().ToList();
            if (ids.Count == 0)
            {
                throw new RuleBroken("shelf.none", "Belum ada produk yang dipilih. Centang produk, lalu tekan Masukkan.");
            }

            var mine = await (await db.Products(desk, cancellationToken)).Where(p => ids.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellationToken);
            if (mine.Count != ids.Count)
            {
                throw new NotFound();
            }

            shelf.Put(ids);
            return Unit.Value;
        }
    }
}
