using Komeji.Application.Catalog.Searches;
using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Catalog;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog;

/// <summary>The market's front: how large it is, what sells, what is new. What sells is as last counted for the search.</summary>
public sealed record ShowHome : IQuery<HomePage>
{
    const int Shown = 10;
    const int ServicesShown = 5;

    internal sealed class Handler(IKomejiDb db, IProductSearch search, MarketNumbers numbers, SettingsInForce settings) : IRequestHandler<ShowHome, HomePage>
    {
        public async Task<HomePage> Handle(ShowHome request, CancellationToken cancellationToken)
        {
            var goods = new SearchQuestion([], Kind: ProductKind.Goods);
            var (shops, products, completed) = await numbers.Count(db, cancellationToken);
            return new HomePage(
                shops,
                products,
                completed,
                await First(goods with { Order = ProductOrder.BestSelling }, Shown, InStock, cancellationToken),
                await First(goods with { Order = ProductOrder.Newest }, Shown, InStock, cancellationToken),
                await First(new SearchQuestion([], Kind: ProductKind.Service, Order: ProductOrder.BestSelling), ServicesShown, all => all, cancellationToken));
        }

        static IQueryable<Product> InStock(IQueryable<Product> products) => products.Where(p => p.Variants.Any(v => v.IsOnSale && v.Stock > 0));

        /// <summary>Where too many of the first are not for sale now, more are looked at.</summary>
        async Task<IReadOnlyList<ProductCard>> First(SearchQuestion question, int most, Func<IQueryable<Product>, IQueryable<Product>> which, CancellationToken cancellationToken)
        {
            for (var looked = 3 * most; ; looked *= 5)
            {
                var ids = (await search.Find(question with { Limit = looked }, cancellationToken)).Select(f => f.Id).ToList();
                var fit = await which(db.OnDisplay().Where(p => ids.Contains(p.Id))).Select(p => p.Id).ToListAsync(cancellationToken);
                var chosen = ids.Where(fit.Contains).Take(most).ToList();
                if (chosen.Count == most || ids.Count < looked)
                {
                    var cards = await db.OnDisplay().Where(p => chosen.Contains(p.Id)).Cards(db, await settings.Strike(cancellationToken)).ToDictionaryAsync(c => c.Id, cancellationToken);
                    return [.. chosen.Where(cards.ContainsKey).Select(id => cards[id])];
                }
            }
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
