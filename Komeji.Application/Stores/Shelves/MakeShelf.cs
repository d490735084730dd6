using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Shelves;

/// <summary>Makes an empty showcase, behind the others.</summary>
public sealed record MakeShelf(string Name) : ICommand<StoreShelfId>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<MakeShelf, StoreShelfId>
    {
        public async Task<StoreShelfId> Handle(MakeShelf request, CancellationToken cancellationToken)
        {
            var store = await db.MyStoreAlone(desk, cancellationToken);
            var taken = await db.StoreShelves.Where(s => s.StoreId == store).Select(s => s.Slug).ToListAsync(cancellationToken);
            var shelf = StoreShelf.Make(store, request.Name, FreeSlug(request.Name, taken), taken.Count, clock.GetUtcNow());
            db.StoreShelves.Add(shelf);
            return shelf.Id;
        }

        static string FreeSlug(string name, List<string> taken)
        {
            var slug = SearchWords.Slug(name) is { Length: > 0 } words ? words : "etalase";
            return taken.Contains(slug) ? Enumerable.Range(2, taken.Count + 1).Select(n => $"{slug}-{n}").First(s => !taken.Contains(s)) : slug;
        }
    }
}
