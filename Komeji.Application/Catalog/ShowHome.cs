using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Ordering;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog;

/// <summary>The market's front: how large it is, what sells, what is new.</summary>
public sealed record ShowHome : IQuery<HomePage>
{
    const int Shown = 10;
    const int ServicesShown = 5;

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ShowHome, HomePage>
    {
        public async Task<HomePage> Handle(ShowHome request, CancellationToken cancellationToken)
        {
            var goods = db.OnDisplay().Where(p => p.Kind == ProductKind.Goods && p.Variants.Any(v => v.IsOnSale && v.Stock > 0));
            return new HomePage(
                await db.Stores.CountAsync(s => s.State == StoreState.Active, cancellationToken),
                await db.OnDisplay().CountAsync(cancellationToken),
                await db.Orders.CountAsync(o => o.State == OrderState.Completed, cancellationToken),
                await goods.OrderByDescending(p => p.Variants.Sum(v => v.Sold)).ThenByDescending(p => p.PublishedAt).ThenBy(p => p.Id)
                    .Take(Shown).Cards(db).ToListAsync(cancellationToken),
                await goods.OrderByDescending(p => p.PublishedAt).ThenBy(p => p.Id).Take(Shown).Cards(db).ToListAsync(cancellationToken),
                await db.OnDisplay().Where(p => p.Kind == ProductKind.Service)
                    .OrderByDescending(p => p.Variants.Sum(v => v.Sold)).ThenByDescending(p => p.PublishedAt).ThenBy(p => p.Id)
                    .Take(ServicesShown).Cards(db).ToListAsync(cancellationToken));
        }
    }
}

/// <param name="Shops">Open ones.</param>
/// <param name="Completed">Orders that reached their end.</param>
public sealed record HomePage(
    int Shops,
    int Products,
    int Completed,
    IReadOnlyList<ProductCard> BestSelling,
    IReadOnlyList<ProductCard> Newest,
    IReadOnlyList<ProductCard> Services);
