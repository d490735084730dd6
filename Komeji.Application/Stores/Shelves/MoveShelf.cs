using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Shelves;

/// <summary>Moves a showcase one place towards the front, or back; at the end it stays.</summary>
public sealed record MoveShelf(StoreShelfId Id, bool Forward) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<MoveShelf>
    {
        public async Task<Unit> Handle(MoveShelf request, CancellationToken cancellationToken)
        {
            var store = await db.MyStoreAlone(desk, cancellationToken);
            var shelves = await db.StoreShelves.Where(s => s.StoreId == store).OrderBy(s => s.Position).ThenBy(s => s.Id).ToListAsync(cancellationToken);
            var at = shelves.FindIndex(s => s.Id == request.Id);
            if (at < 0)
            {
                throw new NotFound();
            }

            var moved = shelves[at];
            shelves.RemoveAt(at);
            shelves.Insert(Math.Clamp(request.Forward ? at - 1 : at + 1, 0, shelves.Count), moved);
            foreach (var (position, shelf) in shelves.Index())
            {
                shelf.MoveTo(position);
            }

            return Unit.Value;
        }
    }
}
