using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Catalog;

/// <summary>Takes a picture off a listing. The file stays: orders that froze it still show it.</summary>
public sealed record RemovePicture(ProductId Id, PictureId Picture) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<RemovePicture>
    {
        public async Task<Unit> Handle(RemovePicture request, CancellationToken cancellationToken)
        {
            (await db.Mine(desk, request.Id, cancellationToken)).RemovePicture(request.Picture, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
