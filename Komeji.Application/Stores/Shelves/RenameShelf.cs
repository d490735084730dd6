using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Stores.Shelves;

/// <summary>Gives a showcase another name; its address stays.</summary>
public sealed record RenameShelf(StoreShelfId Id, string Name) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<RenameShelf>
    {
        public async Task<Unit> Handle(RenameShelf request, CancellationToken cancellationToken)
        {
            (await db.MyShelf(desk, request.Id, cancellationToken)).Rename(request.Name);
            return Unit.Value;
        }
    }
}
