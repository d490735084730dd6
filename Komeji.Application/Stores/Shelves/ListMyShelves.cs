using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Shelves;

/// <summary>The seller's showcases in their order, with how many products are in each.</summary>
public sealed record ListMyShelves : IQuery<IReadOnlyList<MyShelf>>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ListMyShelves, IReadOnlyList<MyShelf>>
    {
        public async Task<IReadOnlyList<MyShelf>> Handle(ListMyShelves request, CancellationToken cancellationToken) =>
            await (await db.Shelves(desk, cancellationToken)).AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Id)
                .Select(s => new MyShelf(s.Id, s.Name, s.Slug, db.Stores.Where(x => x.Id == s.StoreId).Select(x => x.Slug).First(), s.Items.Count))
                .ToListAsync(cancellationToken);
    }
}

public sealed record MyShelf(StoreShelfId Id, string Name, string Slug, string StoreSlug, int Products);
