using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Shelves;

/// <summary>The products of an open shop's showcase that are on display, in the seller's order.</summary>
public sealed record ShowShelf(StoreId Store, string Slug, int Page = 1) : IQuery<ShelfPage>
{
    const int PageSize = 24;

    internal sealed class Handler(IKomejiDb db, SettingsInForce settings) : IRequestHandler<ShowShelf, ShelfPage>
    {
        public async Task<ShelfPage> Handle(ShowShelf request, CancellationToken cancellationToken)
        {
            var shelf = await db.StoreShelves.AsNoTracking().Where(s => s.StoreId == request.Store && s.Slug == request.Slug)
                .Select(s => new { s.Id, s.Name }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            var products = from item in db.ShelfItems
                           where item.ShelfId == shelf.Id
                           join p in db.OnDisplay() on item.ProductId equals p.Id
                           orderby item.Position, p.Id
                           select p;
            return new ShelfPage(shelf.Name, request.Slug, await products.Cards(db, await settings.Strike(cancellationToken)).ToPage(request.Page, PageSize, cancellationToken));
        }
    }
}

public sealed record ShelfPage(string Name, string Slug, PageOf<ProductCard> Products);
