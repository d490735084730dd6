using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Stores.Shelves;

/// <summary>Takes a product out of a showcase; it stays in the shop.</summary>
public sealed record TakeFromShelf(StoreShelfId Id, ProductId Product) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<TakeFromShelf>
    {
        public async Task<Unit> Handle(TakeFromShelf request, CancellationToken cancellationToken)
        {
            (await db.MyShelf(desk, request.Id, cancellationToken)).Take(request.Product);
            return Unit.Value;
        }
    }
}
