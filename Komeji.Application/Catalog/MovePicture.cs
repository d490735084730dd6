using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Catalog;

/// <summary>Changes the order buyers see a listing's pictures in, by one place.</summary>
public sealed record MovePicture(ProductId Id, PictureId Picture, bool Forward) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<MovePicture>
    {
        public async Task<Unit> Handle(MovePicture request, CancellationToken cancellationToken)
        {
            (await db.Mine(desk, request.Id, cancellationToken)).MovePicture(request.Picture, request.Forward, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
