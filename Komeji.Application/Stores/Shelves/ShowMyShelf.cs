using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Shelves;

/// <summary>A showcase of the seller's own: what is in it, and what could be put in.</summary>
/// <param name="Q">Words of the products that could be put in; the last changed ones without.</param>
public sealed record ShowMyShelf(StoreShelfId Id, string? Q = null, int Page = 1) : IQuery<MyShelfPage>
{
    const int PageSize = 20;
    const int MostOffered = 20;

    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ShowMyShelf, MyShelfPage>
    {
        public async Task<MyShelfPage> Handle(ShowMyShelf request, CancellationToken cancellationToken)
        {
            var shelf = await (await db.Shelves(desk, cancellationToken)).AsNoTracking().Where(s => s.Id == request.Id)
                .Select(s => new MyShelf(s.Id, s.Name, s.Slug, db.Stores.Where(x => x.Id == s.StoreId).Select(x => x.Slug).First(), s.Items.Count))
                .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            var inside = from item in db.ShelfItems.AsNoTracking()
                         where item.ShelfId == request.Id
                         join p in db.Products on item.ProductId equals p.Id
                         orderby item.Position, p.Id
                         select new ShelfProduct(p.Id, p.Name, p.State, p.Pictures.OrderBy(x => x.Position).Select(x => x.FileKey).FirstOrDefault());
            return new MyShelfPage(shelf, await inside.ToPage(request.Page, PageSize, cancellationToken), await Offered(request, cancellationToken), request.Q);
        }

        async Task<IReadOnlyList<ShelfProduct>> Offered(ShowMyShelf request, CancellationToken cancellationToken)
        {
            var mine = (await db.Products(desk, cancellationToken)).AsNoTracking().Where(p => p.State != ProductState.Archived && !db.ShelfItems.Any(i => i.ShelfId == request.Id && i.ProductId == p.Id));
            foreach (var word in SearchTerms.Of(request.Q ?? "").Take(8).Select(w => " " + w))
            {
                mine = mine.Where(p => p.SearchText.Contains(word));
            }

            return await mine.OrderByDescending(p => p.ChangedAt).ThenBy(p => p.Id).Take(MostOffered)
                .Select(p => new ShelfProduct(p.Id, p.Name, p.State, p.Pictures.OrderBy(x => x.Position).Select(x => x.FileKey).FirstOrDefault()))
                .ToListAsync(cancellationToken);
        }
    }
}

public sealed record MyShelfPage(MyShelf Shelf, PageOf<ShelfProduct> Inside, IReadOnlyList<ShelfProduct> Offered, string? Q);

public sealed record ShelfProduct(ProductId Id, string Name, ProductState State, string? PictureKey);
