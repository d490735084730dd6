using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Shelves;

/// <summary>Takes a showcase away; its products stay in the shop.</summary>
public sealed record RemoveShelf(StoreShelfId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<RemoveShelf>
    {
        public async Task<Unit> Handle(RemoveShelf request, CancellationToken cancellationToken)
        {
            var store = await db.MyStoreAlone(desk, cancellationToken);
            var shelf = await db.MyShelf(desk, request.Id, cancellationToken);
            db.StoreShelves.Remove(shelf);
            var rest = await db.StoreShelves.Where(s => s.StoreId == store && s.Id != shelf.Id).OrderBy(s => s.Position).ThenBy(s => s.Id).ToListAsync(cancellationToken);
            foreach (var (position, left) in rest.Index())
            {
                left.MoveTo(position);
            }

            return Unit.Value;
        }
    }
}
